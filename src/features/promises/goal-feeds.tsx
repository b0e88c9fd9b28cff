import type { Activity } from '#domain/records/activity.ts';
import type { Feed } from '#domain/records/goal.ts';
import { Button } from '#ui/button.tsx';
import { Cluster } from '#ui/cluster.tsx';
import { Notice } from '#ui/notice.tsx';
import { Section } from '#ui/section.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { Stack } from '#ui/stack.tsx';
import { ToolIcon } from '#ui/tool-icon.tsx';
import { useWords } from '#ui/words.ts';
import { editorWords } from './editor-messages.ts';
import { goalEditorWords } from './goal-editor-messages.ts';
import type { GoalFormPart } from './goal-fields.tsx';
import styles from './items-section.module.css';
import { needsFeeds } from './plan-gaps.ts';
import type { TargetForm } from './target-form.ts';

type GoalFeedsProps = Omit<GoalFormPart, 'promise'> & { readonly activities: readonly Activity[] };
type Role = NonNullable<Feed['role']>;

/** Where the goal's figure comes from: measures of activities, and their parts in a share. */
export function GoalFeeds({ form, change, activities }: GoalFeedsProps) {
  const t = useWords(goalEditorWords);
  const { feeds, target } = form;
  const roles = findRoleWords(target);
  const missing = roles && feeds.length > 0 && !(['part', 'whole'] as const).every((role) => hasRole(feeds, role));
  return (
    <Section id="feeds" title={t('feeds')}>
      <Stack>
        <p>{needsFeeds(target.kind) ? t('feedsHint') : t('feedsNotNeeded')}</p>
        {activities.length === 0 && <p>{t('noActivities')}</p>}
        <ul className={styles.list} data-unnumbered="">
          {feeds.map((feed) => (
            <li key={toKey(feed)} className={styles.row}>
              <FeedLine
                feed={feed}
                name={nameFeed(feed, activities)}
                roles={roles}
                onChange={(next) => change({ feeds: feeds.map((other) => (other === feed ? next : other)) })}
                onRemove={() => change({ feeds: feeds.filter((other) => other !== feed) })}
              />
            </li>
          ))}
        </ul>
        {needsFeeds(target.kind) && feeds.length === 0 && activities.length > 0 && <p>{t('feedsEmpty')}</p>}
        {missing && <Notice kind="warn">{t('rolesMissing', { part: t(roles.part), whole: t(roles.whole) })}</Notice>}
        <AddFeed {...{ form, change, activities }} />
      </Stack>
    </Section>
  );
}

interface FeedLineProps {
  readonly feed: Feed;
  readonly name: string;
  readonly roles: RoleWords | undefined;
  readonly onChange: (feed: Feed) => void;
  readonly onRemove: () => void;
}

function FeedLine({ feed, name, roles, onChange, onRemove }: FeedLineProps) {
  const t = useWords(goalEditorWords);
  const shared = useWords(editorWords);
  const { activityId, measureId } = feed;
  return (
    <>
      <div className={styles.words}>
        <span>{name}</span>
        {roles && (
          <div className={styles.under}>
            <SelectField
              label={t('feedRole')}
              value={feed.role ?? ''}
              emptyLabel={t('feedRoleNone')}
              options={(['part', 'whole'] as const).map((value) => ({ value, label: t(roles[value]) }))}
              onChange={(role) => onChange({ activityId, measureId, ...(role && { role: role as Role }) })}
            />
          </div>
        )}
      </div>
      <Cluster>
        <Button
          kind="quiet"
          iconOnly
          aria-label={shared('remove', { what: t('feed', { name }) })}
          icon={<ToolIcon name="delete" />}
          onClick={onRemove}
        />
      </Cluster>
    </>
  );
}

function AddFeed({ form, change, activities }: GoalFeedsProps) {
  const t = useWords(goalEditorWords);
  const shared = useWords(editorWords);
  const chosen = new Set(form.feeds.map(toKey));
  const roles = findRoleWords(form.target);
  const groups = activities.map(({ id, shortName, measures }) => ({
    label: shortName,
    options: measures
      .map((measure) => ({ value: toKey({ activityId: id, measureId: measure.id }), label: measure.name }))
      .filter(({ value }) => !chosen.has(value)),
  }));
  const open = groups.filter(({ options }) => options.length > 0);
  if (open.length === 0) return null;
  const add = (key: string) => {
    const [activityId = '', measureId = ''] = key.split('/');
    const role = roles && (['whole', 'part'] as const).find((free) => !hasRole(form.feeds, free));
    if (measureId) change({ feeds: [...form.feeds, { activityId, measureId, ...(role && { role }) }] });
  };
  return <SelectField label={t('addFeed')} value="" emptyLabel={shared('choose')} options={open} onChange={add} />;
}

interface RoleWords {
  readonly part: 'ratioPart' | 'deadlinePart' | 'onDemandPart';
  readonly whole: 'ratioWhole' | 'deadlineWhole' | 'onDemandWhole';
}

/** What the two sides are called, for the kinds that compare a part with a whole. */
function findRoleWords({ kind, timing }: TargetForm): RoleWords | undefined {
  if (kind === 'ratio') return { part: 'ratioPart', whole: 'ratioWhole' };
  if (kind === 'on-demand') return { part: 'onDemandPart', whole: 'onDemandWhole' };
  if (kind === 'deadline' && timing === 'days') return { part: 'deadlinePart', whole: 'deadlineWhole' };
  return undefined;
}

const toKey = ({ activityId, measureId }: Pick<Feed, 'activityId' | 'measureId'>) => `${activityId}/${measureId}`;
const hasRole = (feeds: readonly Feed[], role: Role) => feeds.some((feed) => feed.role === role);

function nameFeed({ activityId, measureId }: Feed, activities: readonly Activity[]): string {
  const activity = activities.find(({ id }) => id === activityId);
  const measure = activity?.measures.find(({ id }) => id === measureId);
  return [activity?.shortName, measure?.name].filter(Boolean).join(': ');
}
