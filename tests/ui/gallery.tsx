import '#ui/styles.css';
import { useState } from 'react';
import { AppFrame, type NavItem } from '#ui/app-frame.tsx';
import { Button } from '#ui/button.tsx';
import { Icon, type IconName } from '#ui/icon.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { Section } from '#ui/section.tsx';
import { StickyAction } from '#ui/sticky-action.tsx';
import { Tag } from '#ui/tag.tsx';
import { ToolIcon } from '#ui/tool-icon.tsx';
import { GalleryControls } from './gallery-controls.tsx';
import { GalleryFigures } from './gallery-figures.tsx';
import { GalleryForm } from './gallery-form.tsx';
import { GalleryRows } from './gallery-rows.tsx';

const nav = (id: string, label: string, icon: IconName, current = false): NavItem => ({
  id,
  label,
  href: `#${id}`,
  icon: <Icon name={icon} />,
  current,
});

const bar = [
  nav('log', 'Logga', 'log'),
  nav('logs', 'Insatser', 'list'),
  nav('overview', 'Översikt', 'overview', true),
  nav('more', 'Mer', 'more'),
];
const rail = [...bar.slice(0, 3), nav('promises', 'Löften', 'promise'), nav('calendar', 'Kalender', 'calendar')];

/** Every component of `ui` on one page, for people and for axe. Not part of the product. */
export function Gallery({ part }: { readonly part: string }) {
  const [saved, setSaved] = useState(false);
  const shows = (name: string) => part === 'all' || part === name;
  return (
    <AppFrame
      productName={<a href="#top">Löfteskollen</a>}
      rail={rail}
      bar={bar}
      renderLink={(look) => <a {...look} />}
      header={
        <>
          <strong>Medborgarlöfte 2026 · Exempelstad</strong>
          <Tag kind="strong">Exempel</Tag>
        </>
      }
      railFoot="Allt är delat. I dag 14.06."
    >
      <PageHeader
        eyebrow="Medborgarlöfte 2026 · Exempelstad"
        title="Översikt"
        lead="4 av 7 mål är i takt. Två behöver tas upp: trafikkontroller och nattvandringar."
        actions={
          <>
            <Button icon={<Icon name="calendar" />}>Mötesläge</Button>
            <Button icon={<ToolIcon name="print" />}>Uppföljning</Button>
          </>
        }
      />
      {shows('rows') && <GalleryRows />}
      {shows('figures') && <GalleryFigures />}
      {shows('controls') && <GalleryControls />}
      {shows('form') && (
        <Section title="Formulär">
          <GalleryForm />
          <StickyAction>
            <Button kind="primary" size="field" wide busy={saved} onClick={() => setSaved(true)}>
              Spara insats
            </Button>
          </StickyAction>
        </Section>
      )}
    </AppFrame>
  );
}
