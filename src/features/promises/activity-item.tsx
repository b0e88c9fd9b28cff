import { Link } from 'react-router';
import type { Activity } from '#domain/records/activity.ts';
import type { CitizenPromise } from '#domain/records/citizen-promise.ts';
import { isAddedAfterSeal } from '#domain/report/added-later.ts';
import { formatDateWithYear } from '#domain/wording/days.ts';
import { activityStatusWord, partyRoleWord, responsibilityWord } from '#domain/wording/record-words.ts';
import { paths } from '#features/paths.ts';
import { useLanguage } from '#features/use-language.ts';
import { Tag } from '#ui/tag.tsx';
import { useWords } from '#ui/words.ts';
import { isOwnName } from './is-own-name.ts';
import { words } from './messages.ts';
import { nameParties } from './name-parties.ts';
import styles from './promises.module.css';

interface ActivityItemProps {
  readonly activity: Activity;
  readonly promise: CitizenPromise;
  readonly place: number | undefined;
}

/** What was promised to be done, in the words of the text, with who does it and how it stands. */
export function ActivityItem({ activity, promise, place }: ActivityItemProps) {
  const t = useWords(words);
  const language = useLanguage();
  return (
    <li className={styles.item} id={activity.id}>
      <span className={styles.place}>{place && `${place}.`}</span>
      <div className={styles.body}>
        <p className={styles.verbatim}>{activity.text}</p>
        <div className={styles.meta}>
          <Tag>{t('activity')}</Tag>
          <Link to={paths.activity(promise.id, activity.id)}>
            {isOwnName(activity) ? activity.shortName : t('openActivity')}
          </Link>
          <span>{activityStatusWord(activity.status, language)}</span>
          {activity.inActionPlan && <Tag>{t('inActionPlan')}</Tag>}
          {isAddedAfterSeal(activity, promise) && <Tag>{t('addedAfterSeal')}</Tag>}
          <Link data-screen-only="" to={paths.editActivity(promise.id, activity.id)}>
            {t('edit')}
          </Link>
        </div>
        <ActivityParties activity={activity} promise={promise} />
        {activity.statusReason && <p>{t('reason', { reason: activity.statusReason })}</p>}
        {activity.rescoped && (
          <p>
            {t('rescopedBy', {
              day: formatDateWithYear(activity.rescoped.on, language),
              parties: nameParties(promise, activity.rescoped.decidedBy),
            })}
          </p>
        )}
        {activity.targetGroup && <p className={styles.quiet}>{t('targetGroup', { group: activity.targetGroup })}</p>}
        {activity.places.length > 0 && (
          <p className={styles.quiet}>{t('places', { places: activity.places.join(', ') })}</p>
        )}
      </div>
    </li>
  );
}

/** Who answers for it. Where the text is silent it says so instead of guessing. */
function ActivityParties({ activity, promise }: Omit<ActivityItemProps, 'place'>) {
  const t = useWords(words);
  const language = useLanguage();
  if (activity.parties.length === 0) return <p className={styles.quiet}>{t('noPartyNamed')}</p>;
  const named = activity.parties.map(({ partyId, role }) => {
    const party = nameParties(promise, [partyId]);
    return role === 'responsible'
      ? party
      : t('partyRole', { party, role: partyRoleWord(role, language).toLowerCase() });
  });
  const how = named.length > 1 ? ` · ${responsibilityWord(activity.responsibility, language).toLowerCase()}` : '';
  return <p>{`${named.join(', ')}${how}`}</p>;
}
