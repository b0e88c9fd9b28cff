import { Link, useSearchParams } from 'react-router';
import { Tabs } from '#ui/tabs.tsx';
import { useWords } from '#ui/words.ts';
import { words } from './messages.ts';
import { changeFilters, type OverviewView } from './overview-filters.ts';

interface ViewTabsProps {
  readonly view: OverviewView;
  readonly isOneOfSeveral: boolean;
  /** Several municipalities promise together. */
  readonly isShared?: boolean | undefined;
}

/** Mål | Part | Kommun | Rytm, and the portfolio where there are several promises. */
export function ViewTabs({ view, isOneOfSeveral, isShared = false }: ViewTabsProps) {
  const t = useWords(words);
  const [search] = useSearchParams();
  const item = (id: OverviewView, label: string) => ({
    id,
    label,
    href: `?${changeFilters(search, { view: id })}`,
    current: id === view,
  });
  return (
    <div data-screen-only>
      <Tabs
        label={t('views')}
        items={[
          item('goals', t('viewGoals')),
          item('parties', t('viewParties')),
          ...(isShared ? [item('municipalities', t('viewMunicipalities'))] : []),
          item('rhythm', t('viewRhythm')),
          ...(isOneOfSeveral ? [item('all', t('viewAll'))] : []),
        ]}
        renderLink={({ href, ...look }) => <Link to={href} preventScrollReset {...look} />}
      />
    </div>
  );
}
