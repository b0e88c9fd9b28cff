import { Link } from 'react-router';
import type { GoalProgress } from '#domain/progress/goal-progress.ts';
import { paths } from '#features/paths.ts';
import type { PromiseOverview } from '#storage/overview.ts';
import { Cluster } from '#ui/cluster.tsx';
import { Icon } from '#ui/icon.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { Section } from '#ui/section.tsx';
import { Stack } from '#ui/stack.tsx';
import { useWords } from '#ui/words.ts';
import { ActivityItem } from './activity-item.tsx';
import { GoalItem } from './goal-item.tsx';
import { groupItems, type ItemGroup } from './group-items.ts';
import { listItems, type PromiseItem } from './item-order.ts';
import { words } from './messages.ts';
import styles from './promises.module.css';

interface PromisedItemsProps {
  readonly plan: PromiseOverview;
  readonly progressOf: ReadonlyMap<string, GoalProgress>;
}

/** Everything promised, in the order of the text, under its focus areas. What was added later comes apart. */
export function PromisedItems({ plan, progressOf }: PromisedItemsProps) {
  const t = useWords(words);
  const { promise, focusAreas, activities, goals } = plan;
  const items = listItems(activities, goals);
  const areas = focusAreas.toSorted((left, right) => left.order - right.order);
  const promised = items.filter((item) => !isAdded(item));
  const added = items.filter(isAdded);
  const draw = (item: PromiseItem, place: number | undefined) =>
    item.kind === 'activity' ? (
      <ActivityItem key={item.id} activity={item.activity} promise={promise} place={place} />
    ) : (
      <GoalItem key={item.id} goal={item.goal} promise={promise} progress={progressOf.get(item.id)} place={place} />
    );
  const placeOf = new Map(promised.map(({ id }, index) => [id, index + 1]));
  return (
    <>
      <Section
        id="lovat"
        title={t('promised')}
        actions={
          <div data-screen-only="">
            <Cluster>
              <LinkButton as={Link} to={paths.newActivity(promise.id)} icon={<Icon name="add" />}>
                {t('addActivity')}
              </LinkButton>
              <LinkButton as={Link} to={paths.newGoal(promise.id)} icon={<Icon name="add" />}>
                {t('addGoal')}
              </LinkButton>
            </Cluster>
          </div>
        }
      >
        {promised.length === 0 && areas.length === 0 && <p>{t('nothingPromised')}</p>}
        <Stack gap="loose">
          {groupItems(areas, promised).map((group) => (
            <AreaGroup key={group.key} group={group} isOnly={areas.length === 0}>
              {group.items.map((item) => draw(item, placeOf.get(item.id)))}
            </AreaGroup>
          ))}
        </Stack>
      </Section>
      {added.length > 0 && (
        <Section id="tillagt" title={t('added')} aside={added.length}>
          <Stack>
            <p>{t('addedHint')}</p>
            <ol className={styles.items}>{added.map((item) => draw(item, undefined))}</ol>
          </Stack>
        </Section>
      )}
    </>
  );
}

const isAdded = (item: PromiseItem): boolean => item.kind === 'goal' && item.goal.origin === 'added-for-follow-up';

interface AreaGroupProps {
  readonly group: ItemGroup;
  /** The promise has no focus areas: a heading would say nothing. */
  readonly isOnly: boolean;
  readonly children: React.ReactNode;
}

function AreaGroup({ group: { area, isContinued, items }, isOnly, children }: AreaGroupProps) {
  const t = useWords(words);
  const name = area?.name ?? t('noFocusArea');
  return (
    <section className={styles.area} id={area && !isContinued ? area.id : undefined}>
      <Stack>
        {!isOnly && <h3>{isContinued ? t('continued', { name }) : name}</h3>}
        {area && !isContinued && (
          <div className={styles.body}>
            {area.statement && <p className={styles.verbatim}>{area.statement}</p>}
            {area.problem && (
              <p>
                {t('problem')}: {area.problem}
              </p>
            )}
            {area.causes.length > 0 && (
              <p>
                {t('causes')}: {area.causes.join(', ')}
              </p>
            )}
          </div>
        )}
        {items.length === 0 ? (
          <p className={styles.quiet}>{t('emptyFocusArea')}</p>
        ) : (
          <ol className={styles.items}>{children}</ol>
        )}
      </Stack>
    </section>
  );
}
