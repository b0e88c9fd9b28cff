import { Link, useLocation } from 'react-router';
import { paths } from '#features/paths.ts';
import { Icon } from '#ui/icon.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { useWords } from '#ui/words.ts';
import { EmptyPromises } from './empty-promises.tsx';
import { words } from './messages.ts';
import { PromiseEntry } from './promise-entry.tsx';
import styles from './promises.module.css';
import { usePromiseOverviews } from './queries.ts';
import { SavedNotice } from './saved-notice.tsx';
import { parseSavedState } from './saved-state.ts';
import { WithheldNotice } from './withheld-notice.tsx';

/** `/loften`: every promise on the device, the latest first. */
export function PromisesPage() {
  const t = useWords(words);
  const { state } = useLocation();
  const { data: overviews } = usePromiseOverviews();
  const saved = parseSavedState(state);
  return (
    <>
      <title>{`${t('promises')} · ${t('appName')}`}</title>
      <PageHeader
        title={t('promises')}
        actions={
          overviews &&
          overviews.length > 0 && (
            <LinkButton as={Link} kind="primary" to={paths.newPromise()} icon={<Icon name="add" />}>
              {t('newPromise')}
            </LinkButton>
          )
        }
      />
      {saved && <SavedNotice key={saved.tx} saved={saved} />}
      <WithheldNotice />
      {overviews === undefined && <Skeleton lines={6} />}
      {overviews?.length === 0 && <EmptyPromises />}
      <ul className={styles.entries}>
        {overviews?.map((overview) => (
          <PromiseEntry key={overview.promise.id} overview={overview} />
        ))}
      </ul>
    </>
  );
}
