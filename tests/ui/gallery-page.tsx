import '#ui/styles.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { IntlProvider } from 'react-intl';
import { Gallery } from './gallery.tsx';

// The address says how to look: ?theme=dark&sun&gloves&text=large&lang=en
const wish = new URLSearchParams(location.search);
const page = document.documentElement.dataset;
const theme = wish.get('theme');
if (theme) page.theme = theme;
if (wish.has('sun')) page.sun = '';
if (wish.has('gloves')) page.gloves = '';
const text = wish.get('text');
if (text) page.textSize = text;
const locale = wish.get('lang') === 'en' ? 'en-SE' : 'sv-SE';

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <IntlProvider locale={locale} defaultLocale={locale}>
        <Gallery part={wish.get('part') ?? 'all'} />
      </IntlProvider>
    </StrictMode>,
  );
}
