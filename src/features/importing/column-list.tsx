import type { ColumnRole } from '#domain/importing/column-roles.ts';
import type { ColumnSuggestion } from '#domain/importing/suggest-columns.ts';
import { formatShare } from '#domain/wording/numbers.ts';
import { useLanguage } from '#features/use-language.ts';
import { SelectField } from '#ui/select-field.tsx';
import { VisuallyHidden } from '#ui/visually-hidden.tsx';
import { useWords } from '#ui/words.ts';
import { type ImportState, nameColumn } from './import-state.ts';
import styles from './importing.module.css';
import { listRoles } from './list-choices.ts';
import { words } from './messages.ts';
import { roleWord } from './role-words.ts';

interface ColumnListProps {
  readonly state: ImportState;
  readonly measures: ReadonlyMap<string, string>;
  readonly onRole: (index: number, role: ColumnRole) => void;
}

/** Every column: its name, its first cells, what it is taken for and why. */
export function ColumnList({ state, measures, onRole }: ColumnListProps) {
  const t = useWords(words);
  const language = useLanguage();
  const explain = useWhy(measures);
  const options = listRoles(state, measures).map((role) => ({
    value: role,
    label: roleWord(role, measures, language),
  }));
  return (
    <ul className={styles.roles}>
      {state.columns.map((column, index) => {
        const role = state.roles[index] ?? 'skip';
        const name = nameColumn(state, index);
        return (
          <li key={column.index} className={styles.role}>
            <span className={styles.name}>
              <VisuallyHidden>{t('column')}: </VisuallyHidden>
              {name}
            </span>
            <span className={styles.samples}>
              <VisuallyHidden>{t('content')}: </VisuallyHidden>
              {column.samples.map(shorten).join(' · ') || t('noSamples')}
            </span>
            <SelectField
              label={<VisuallyHidden>{t('takenAsOf', { column: name })}</VisuallyHidden>}
              value={role}
              options={options}
              onChange={(value) => onRole(index, value as ColumnRole)}
            />
            <span className={styles.quiet}>
              <VisuallyHidden>{t('why')}: </VisuallyHidden>
              {role === column.role ? explain(column) : t('whyChanged')}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

const longestSample = 40;
const shorten = (text: string) => (text.length > longestSample ? `${text.slice(0, longestSample - 1)}…` : text);

const plainWhy = {
  header: 'whyHeader',
  measure: 'whyMeasure',
  person: 'whyPerson',
  empty: 'whyEmpty',
  unclear: 'whyUnclear',
} as const;

function useWhy(measures: ReadonlyMap<string, string>) {
  const t = useWords(words);
  const language = useLanguage();
  return ({ why }: ColumnSuggestion): string => {
    if (why.kind === 'content') return t('whyContent', { share: formatShare(why.share) });
    if (why.kind === 'taken') return t('whyTaken', { role: roleWord(why.role, measures, language) });
    return t(plainWhy[why.kind]);
  };
}
