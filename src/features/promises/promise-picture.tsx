import type { CitizenPromise, Source } from '#domain/records/citizen-promise.ts';
import { formatDateWithYear } from '#domain/wording/days.ts';
import { sourceKindWord } from '#domain/wording/record-words.ts';
import { useLanguage } from '#features/use-language.ts';
import { Section } from '#ui/section.tsx';
import { Stack } from '#ui/stack.tsx';
import { useWords } from '#ui/words.ts';
import { words } from './messages.ts';
import { SourceLink } from './promise-facts.tsx';
import styles from './promises.module.css';

/** The shared description of the problem, and what it rests on. */
export function PromisePicture({ promise: { situationPicture } }: { readonly promise: CitizenPromise }) {
  const t = useWords(words);
  const { summary, sources } = situationPicture;
  return (
    <Section id="lagesbild" title={t('picture')}>
      <Stack readable>
        {summary ? <p className={styles.verbatim}>{summary}</p> : <p className={styles.quiet}>{t('noPicture')}</p>}
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
