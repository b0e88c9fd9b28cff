import { findPictureReview } from '#domain/follow-up/picture-review.ts';
import type { Activity } from '#domain/records/activity.ts';
import type { CitizenPromise, Source } from '#domain/records/citizen-promise.ts';
import { formatDateWithYear } from '#domain/wording/days.ts';
import { sourceKindWord } from '#domain/wording/record-words.ts';
import { useServices } from '#features/services.ts';
import { useLanguage } from '#features/use-language.ts';
import { Section } from '#ui/section.tsx';
import { Stack } from '#ui/stack.tsx';
import { useWords } from '#ui/words.ts';
import { words } from './messages.ts';
import { SourceLink } from './promise-facts.tsx';
import styles from './promises.module.css';

interface PromisePictureProps {
  readonly promise: CitizenPromise;
  readonly activities: readonly Activity[];
}

/** The shared description of the problem, and what it rests on. */
export function PromisePicture({ promise, activities }: PromisePictureProps) {
  const { situationPicture } = promise;
  const t = useWords(words);
  const { summary, sources } = situationPicture;
  return (
    <Section id="lagesbild" title={t('picture')}>
      <Stack readable>
        {summary ? <p className={styles.verbatim}>{summary}</p> : <p className={styles.quiet}>{t('noPicture')}</p>}
        <PictureReviewText promise={promise} />
        <ActionPlanText activities={activities} />
        {sources.length > 0 && (
          <div>
            <h3>{t('sources')}</h3>
            <ul>
              {sources.map((source) => (
                <li key={`${source.kind}-${source.title}`}>
                  <SourceLine source={source} />
                </li>
              ))}
            </ul>
          </div>
        )}
      </Stack>
    </Section>
  );
}

/** When it was settled, and when it is to be looked through again. */
function PictureReviewText({ promise }: { readonly promise: CitizenPromise }) {
  const t = useWords(words);
  const language = useLanguage();
  const { clock } = useServices();
  const review = findPictureReview(promise, clock.today());
  if (!review) return <p className={styles.quiet}>{t('pictureUndated')}</p>;
  const { settledOn, dueOn, state } = review;
  const days = { settled: formatDateWithYear(settledOn, language), due: formatDateWithYear(dueOn, language) };
  return (
    <p>
      {t('pictureSettled', days)} {state === 'soon' && t('pictureSoon')}
      {state === 'due' && t('pictureDue')}
    </p>
  );
}

function ActionPlanText({ activities }: Pick<PromisePictureProps, 'activities'>) {
  const t = useWords(words);
  const count = activities.filter(({ inActionPlan }) => inActionPlan).length;
  return count === 0 ? null : <p>{t('inActionPlanCount', { count, all: activities.length })}</p>;
}

function SourceLine({ source }: { readonly source: Source }) {
  const t = useWords(words);
  const language = useLanguage();
  const { kind, title, date, respondents, url } = source;
  const notes = [
    sourceKindWord(kind, language),
    date && formatDateWithYear(date, language),
    respondents !== undefined && t('respondents', { count: respondents }),
  ].filter(Boolean);
  return (
    <>
      {url ? <SourceLink url={url} text={title} /> : title}{' '}
      <span className={styles.quiet}>{`· ${notes.join(', ')}`}</span>
    </>
  );
}
