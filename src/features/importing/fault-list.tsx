import { groupProblems, type ProblemGroup, type RowProblem } from '#domain/importing/problems.ts';
import { useLanguage } from '#features/use-language.ts';
import { Button } from '#ui/button.tsx';
import { Disclosure } from '#ui/disclosure.tsx';
import { downloadFile } from '#ui/download-file.ts';
import { Stack } from '#ui/stack.tsx';
import { Table } from '#ui/table.tsx';
import { ToolIcon } from '#ui/tool-icon.tsx';
import { useWords } from '#ui/words.ts';
import { checkWords } from './check-messages.ts';
import { cellText, type ImportState, nameColumn, toRowNumber } from './import-state.ts';
import { writeProblemFile } from './problem-file.ts';
import { problemWord } from './problem-words.ts';

interface FaultListProps {
  readonly state: ImportState;
  readonly problems: readonly RowProblem[];
}

/** Problems, one line for each cause; inside it the rows. All of them as a file to be mended. */
export function FaultList({ state, problems }: FaultListProps) {
  const t = useWords(checkWords);
  const language = useLanguage();
  const say = ({ code, column }: Pick<RowProblem, 'code' | 'column'>) =>
    [nameColumn(state, column), problemWord(code, language)].filter(Boolean).join(': ');
  const download = async () => {
    const heads = { row: t('row'), problem: t('problem') };
    downloadFile(t('downloadName'), await writeProblemFile(state, problems, say, heads));
  };
  return (
    <Stack>
      <p>{t('faultsLead')}</p>
      <div>
        {groupProblems(problems).map((group) => (
          <FaultGroup key={`${group.code} ${group.column}`} state={state} group={group} />
        ))}
      </div>
      <div>
        <Button icon={<ToolIcon name="download" />} onClick={() => void download()}>
          {t('download')}
        </Button>
      </div>
    </Stack>
  );
}

const shown = 10;
const longestCell = 80;

function FaultGroup({ state, group }: { readonly state: ImportState; readonly group: ProblemGroup }) {
  const t = useWords(checkWords);
  const language = useLanguage();
  const column = nameColumn(state, group.column);
  const rows = t('rowsCount', { count: group.rows.length });
  const what = problemWord(group.code, language);
  const names = state.columns
    .map((_, index) => index)
    .filter((index) => index === group.column || isTelling(state, index));
  return (
    <Disclosure summary={column ? t('faultIn', { rows, what, column }) : t('fault', { rows, what })}>
      <Table
        caption={what}
        captionHidden
        columns={[
          { key: 'row', label: t('row') },
          ...names.map((index) => ({ key: String(index), label: nameColumn(state, index) })),
        ]}
        rows={group.rows.slice(0, shown).map((row) => ({
          key: String(row),
          cells: [toRowNumber(row), ...names.map((index) => cut(cellText(state, row, index)))],
        }))}
      />
      {group.rows.length > shown && <p>{t('andMore', { count: group.rows.length - shown })}</p>}
    </Disclosure>
  );
}

const cut = (text: string) => (text.length > longestCell ? `${text.slice(0, longestCell - 1)}…` : text || '–');

/** The columns by which a person knows a row again. */
const isTelling = ({ roles }: ImportState, index: number): boolean =>
  ['date', 'activity', 'text', 'shortName'].includes(roles[index] ?? 'skip');
