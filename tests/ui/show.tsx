import '#ui/styles.css';
import type { ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { IntlProvider } from 'react-intl';
import { onTestFinished } from 'vitest';

export interface ShowOptions {
  readonly locale?: 'sv-SE' | 'en-SE';
}

/** Puts a component on the page for one test. Out: the place it stands in, and a way to show something else there. */
export function show(content: ReactNode, { locale = 'sv-SE' }: ShowOptions = {}) {
  const place = document.createElement('div');
  document.body.append(place);
  const root = createRoot(place);
  const render = (next: ReactNode) =>
    flushSync(() =>
      root.render(
        <IntlProvider locale={locale} defaultLocale={locale}>
          {next}
        </IntlProvider>,
      ),
    );
  render(content);
  onTestFinished(() => {
    root.unmount();
    place.remove();
  });
  return { place, render };
}
