import { Icon } from '#ui/icon.tsx';
import { Menu } from '#ui/menu.tsx';
import { Section } from '#ui/section.tsx';
import { useWords } from '#ui/words.ts';
import { DraftRow } from './draft-row.tsx';
import { listRows, type Row, type RowKind } from './draft-rows.ts';
import { type EditedDraft, findNext } from './edit-draft.ts';
import { GuideSummary } from './guide-summary.tsx';
import styles from './reading.module.css';
import type { RowActions } from './row-actions.ts';
import { rowWords } from './row-messages.ts';

interface DraftSection {
  readonly title:
    | 'sectionBasics'
    | 'sectionParties'
    | 'sectionPicture'
    | 'sectionItems'
    | 'sectionFollowUp'
    | 'sectionSignatories';
  readonly kinds: readonly RowKind[];
  /** What can be added by hand. */
  readonly adds: readonly RowKind[];
}

const sections: readonly DraftSection[] = [
  {
    title: 'sectionBasics',
    kinds: ['title', 'municipality', 'police-area', 'period'],
    adds: ['municipality', 'police-area'],
  },
  { title: 'sectionParties', kinds: ['party'], adds: ['party'] },
  { title: 'sectionPicture', kinds: ['picture', 'source'], adds: ['source', 'picture'] },
  {
    title: 'sectionItems',
    kinds: ['focus-area', 'activity', 'goal'],
    adds: ['activity', 'goal', 'focus-area'],
  },
  { title: 'sectionFollowUp', kinds: ['follow-up', 'channel'], adds: ['channel'] },
  { title: 'sectionSignatories', kinds: ['signatory'], adds: ['signatory'] },
];

interface DraftPaneProps {
  readonly edited: EditedDraft;
  readonly current: string | undefined;
  readonly actions: RowActions;
}

/** The draft, part by part. */
export function DraftPane({ edited, current, actions }: DraftPaneProps) {
  const t = useWords(rowWords);
  const rows = listRows(edited.draft);
  const stop = rows.find(({ id }) => id === current)?.id ?? rows[0]?.id;
  return (
    <>
      {sections.map(({ title, kinds, adds }) => {
        const own = rows.filter(({ kind }) => kinds.includes(kind));
        return (
          <Section
            key={title}
            title={t(title)}
            level={3}
            aside={own.length > 0 ? own.length : undefined}
            actions={
              <AddMenu kinds={adds.filter((kind) => kind !== 'picture' || !hasPicture(own))} actions={actions} />
            }
          >
            {own.length === 0 && <p className={styles.quiet}>{t('noRows')}</p>}
            <div className={styles.rows}>
              {own.map((row) => (
                <DraftRow
                  key={row.id}
                  row={row}
                  state={edited.states[row.id]}
                  draft={edited.draft}
                  isCurrent={row.id === current}
                  isStop={row.id === stop}
                  canMerge={findNext(edited, row.id) !== undefined}
                  actions={actions}
                  guide={
                    edited.guides[row.id] && (
                      <GuideSummary answers={edited.guides[row.id]} onEdit={() => actions.guide(row.id)} />
                    )
                  }
                />
              ))}
            </div>
          </Section>
        );
      })}
    </>
  );
}

const hasPicture = (rows: readonly Row[]) => rows.some(({ kind }) => kind === 'picture');

function AddMenu({ kinds, actions }: { readonly kinds: readonly RowKind[]; readonly actions: RowActions }) {
  const t = useWords(rowWords);
  return (
    <Menu
      label={t('add')}
      icon={<Icon name="add" />}
      kind="quiet"
      align="end"
      items={kinds.map((kind) => ({ id: kind, label: t(kind), onSelect: () => actions.add(kind) }))}
    />
  );
}
