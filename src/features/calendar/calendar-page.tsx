import type { ReactNode } from 'react';
import { Link, useSearchParams } from 'react-router';
import { listDueNow } from '#domain/progress/agenda.ts';
import { useCurrentPromise } from '#features/current-promise.ts';
import { paths } from '#features/paths.ts';
import { useServices } from '#features/services.ts';
import { EmptyState } from '#ui/empty-state.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { Section } from '#ui/section.tsx';
import { Tabs } from '#ui/tabs.tsx';
import { useWords } from '#ui/words.ts';
import { AgendaList, MonthList } from './agenda-list.tsx';
import { CalendarFile } from './calendar-file.tsx';
import { words } from './messages.ts';
import { useAgenda } from './queries.ts';

/** Kalender: what is due now, and the days of the promise month by month. */
export function CalendarPage() {
  const t = useWords(words);
  const current = useCurrentPromise();
  return (
    <>
      <title>{`${t('title')} · ${t('appName')}`}</title>
      <PageHeader title={t('title')} lead={<p>{t('lead')}</p>} />
      {current.kind === 'none' && (
        <EmptyState
          title={t('noPromiseTitle')}
          action={
            <LinkButton as={Link} kind="primary" to={paths.promises()}>
              {t('toPromises')}
            </LinkButton>
          }
        >
          {t('noPromiseText')}
        </EmptyState>
      )}
      {current.kind === 'chosen' && <PromiseCalendar promiseId={current.promise.id} title={current.promise.title} />}
    </>
  );
}

function PromiseCalendar({ promiseId, title }: { readonly promiseId: string; readonly title: string }) {
  const t = useWords(words);
  const today = useServices().clock.today();
  const [search] = useSearchParams();
  const { data: agenda } = useAgenda(promiseId);
  if (!agenda) return null;

  const isWholePeriod = search.get('vy') === 'period';
  const shown = isWholePeriod ? agenda : agenda.filter((entry) => entry.date >= today);
  const due = listDueNow(agenda, today);
  return (
    <>
      <Section title={t('dueTitle')} aside={due.length > 0 ? due.length : undefined}>
        {due.length > 0 ? <AgendaList entries={due} today={today} /> : <p>{t('dueEmpty')}</p>}
      </Section>
      <Tabs
        label={t('view')}
        items={[
          { id: 'coming', label: t('viewComing'), href: toView(search, undefined), current: !isWholePeriod },
          { id: 'period', label: t('viewYear'), href: toView(search, 'period'), current: isWholePeriod },
        ]}
        renderLink={({ href, ...look }): ReactNode => <Link to={href} {...look} />}
      />
      {shown.length > 0 ? (
        <MonthList entries={shown} today={today} />
      ) : (
        <EmptyState title={t('emptyTitle')}>{t('emptyText')}</EmptyState>
      )}
      <CalendarFile agenda={agenda} name={title} />
    </>
  );
}

function toView(search: URLSearchParams, view: string | undefined): string {
  const next = new URLSearchParams(search);
  if (view) next.set('vy', view);
  else next.delete('vy');
  return `?${next}`;
}
