import type { INumberingOptions, IStylesOptions } from 'docx';
import { paper } from './paper.ts';

/** A name for the bullets of every list; Word keeps lists by reference. */
export const bullets = 'bullets';

export const numbering: INumberingOptions = {
  config: [
    {
      reference: bullets,
      levels: [
        { level: 0, format: 'bullet', text: '•', style: { paragraph: { indent: { left: 360, hanging: 240 } } } },
      ],
    },
  ],
};

const font = 'Calibri';

/** Sizes are half-points, distances twentieths of a point. Headings are the real ones, so that Word can list them. */
export const toStyles = (language: string): IStylesOptions => ({
  default: {
    document: {
      run: { font, size: 22, color: paper.ink, language: { value: language } },
      paragraph: { spacing: { after: 120, line: 276, lineRule: 'auto' } },
    },
    title: {
      run: { font, size: 52, bold: true, color: paper.ink },
      paragraph: { spacing: { before: 480, after: 80 } },
    },
    heading1: {
      run: { font, size: 32, bold: true, color: paper.accent },
      paragraph: { spacing: { before: 360, after: 120 }, keepNext: true },
    },
    heading2: {
      run: { font, size: 25, bold: true, color: paper.ink },
      paragraph: { spacing: { before: 240, after: 80 }, keepNext: true },
    },
    caption: {
      run: { font, size: 20, bold: true, italics: false, color: paper.ink },
      paragraph: { spacing: { before: 200, after: 80 }, keepNext: true },
    },
  },
  paragraphStyles: [
    {
      id: 'Subtitle',
      name: 'Subtitle',
      basedOn: 'Normal',
      run: { font, size: 28, color: paper.muted },
      paragraph: { spacing: { after: 360 } },
    },
    // Not a heading: the list of contents shall not list itself.
    { id: 'ContentsTitle', name: 'Contents title', basedOn: 'Normal', run: { font, size: 28, bold: true } },
    {
      id: 'TableText',
      name: 'Table text',
      basedOn: 'Normal',
      run: { font, size: 19 },
      paragraph: { spacing: { before: 40, after: 40, line: 240, lineRule: 'auto' } },
    },
    { id: 'FooterText', name: 'Footer text', basedOn: 'Normal', run: { font, size: 17, color: paper.muted } },
  ],
});
