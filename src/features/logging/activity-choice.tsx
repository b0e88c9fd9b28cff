import { useState } from 'react';
import type { Activity } from '#domain/records/activity.ts';
import { Button } from '#ui/button.tsx';
import { joinClasses } from '#ui/class-names.ts';
import { RadioCards } from '#ui/radio-cards.tsx';
import { SearchField } from '#ui/search-field.tsx';
import { useWords } from '#ui/words.ts';
import type { FormPart } from './form-part.ts';
import styles from './log-form.module.css';
import { matchParts } from './match-parts.ts';
import { words } from './messages.ts';

export interface ActivityChoiceProps extends FormPart {
  /** The likely ones, at most six. */
  readonly cards: readonly Activity[];
  /** All of the promise, most likely first. */
  readonly activities: readonly Activity[];
  /** How the goals of an activity stand, in few words, by activity id. */
  readonly standings: ReadonlyMap<string, string>;
  readonly pinned: readonly string[];
  readonly onPin: (activityId: string) => void;
}

/** What was done: the likely cards first, all the others one tap away. Their order never changes while the form is open. */
export function ActivityChoice(props: ActivityChoiceProps) {
  const { draft, change, issueOf, cards, activities, standings, pinned, onPin } = props;
  const t = useWords(words);
  const [view, setView] = useState<'likely' | 'all' | 'search'>('likely');
  const [query, setQuery] = useState('');
  const [selectedId] = draft.activityIds;
  const selected = activities.find((activity) => activity.id === selectedId);
  const found = activities.filter((activity) => matchParts(`${activity.shortName} ${activity.text}`, query));
  const shown = view === 'likely' ? cards : found;
  const choose = (id: string) =>
    change({ activityIds: [id, ...draft.activityIds.slice(1).filter((other) => other !== id)] });
  const isPinned = selected !== undefined && pinned.includes(selected.id);
  const openView = (next: typeof view) => {
    setView(next);
    setQuery('');
  };
  return (
    <div className={styles.part} data-field="activityIds">
      {view === 'search' && (
        <SearchField
          label={t('searchActivities')}
          value={query}
          onChange={setQuery}
          result={t('searchResult', { count: found.length })}
        />
      )}
      <RadioCards
        label={t('activity')}
        options={shown.map((activity) => toCard(activity, standings.get(activity.id)))}
        value={selectedId ?? null}
        onChange={choose}
        issue={issueOf('activityIds')}
      />
      {activities.length > cards.length && (
        <div className={joinClasses(styles.line, styles.flush)}>
          <Button
            kind="quiet"
            aria-expanded={view !== 'likely'}
            onClick={() => openView(view === 'likely' ? 'all' : 'likely')}
          >
            {view === 'likely' ? t('showAll', { count: activities.length }) : t('showFewer')}
          </Button>
          {view !== 'search' && (
            <Button kind="quiet" onClick={() => openView('search')}>
              {t('search')}
            </Button>
          )}
          {view !== 'likely' && selected && (
            <Button kind="quiet" aria-pressed={isPinned} onClick={() => onPin(selected.id)}>
              {t(isPinned ? 'unpin' : 'pin', { activity: selected.shortName })}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}

/** Longer standings ("3–4 av 5 · nått") go under the name, where they cannot squeeze it. */
const longestAside = 12;

function toCard(activity: Activity, standing: string | undefined) {
  const card = { value: activity.id, title: activity.shortName };
  if (standing === undefined) return card;
  return standing.length > longestAside ? { ...card, detail: standing } : { ...card, aside: standing };
}
