/** Colours of paper (screens 10), as office files write them. */
export const paper = { ink: '15202B', muted: '4B5A67', accent: '0B4F8A', rule: 'D3DAE1', band: 'F4F6F8' } as const;

/** Series of a chart: dark enough on paper, and told apart in grey, too. */
export const seriesColors = ['0B4F8A', 'C46A94', '00695A', '927400'] as const;
