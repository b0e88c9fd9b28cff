import { Link } from 'react-router';
import { paths } from '#features/paths.ts';
import type { PromiseOverview } from '#storage/overview.ts';
import { Notice } from '#ui/notice.tsx';
import { useWords } from '#ui/words.ts';
import { draftKeys } from './draft-keys.ts';
import { words } from './messages.ts';
import { useOpenDrafts } from './queries.ts';

/** Leaving a form keeps what was typed: here is the way back to it. */
export function OpenDrafts({ plan: { promise, activities, goals } }: { readonly plan: PromiseOverview }) {
  const t = useWords(words);
  const forms = [
    { key: draftKeys.promise(promise.id), label: promise.title, to: paths.editPromise(promise.id) },
    { key: draftKeys.newActivity(promise.id), label: t('addActivity'), to: paths.newActivity(promise.id) },
    { key: draftKeys.newGoal(promise.id), label: t('addGoal'), to: paths.newGoal(promise.id) },
    ...activities.map(({ id, shortName }) => ({
      key: draftKeys.activity(id),
      label: shortName,
      to: paths.editActivity(promise.id, id),
    })),
    ...goals.map(({ id, shortName }) => ({
      key: draftKeys.goal(id),
      label: shortName,
      to: paths.editGoal(promise.id, id),
    })),
  ];
  const { data: open = [] } = useOpenDrafts(forms.map(({ key }) => key));
  const left = forms.filter(({ key }) => open.includes(key));
  if (left.length === 0) return null;
  return (
    <div data-screen-only="">
      <Notice kind="info" title={t('openDrafts')}>
        <ul>
          {left.map(({ key, label, to }) => (
            <li key={key}>
              <Link to={to}>{label}</Link>
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  );
}
