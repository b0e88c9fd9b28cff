import { type KeyboardEvent, memo } from 'react';
import type { PromiseDraft } from '#domain/reading/promise-draft.ts';
import { useLanguage } from '#features/use-language.ts';
import { Button } from '#ui/button.tsx';
import { joinClasses } from '#ui/class-names.ts';
import { Menu, type MenuItem } from '#ui/menu.tsx';
import { SignGlyph } from '#ui/sign-glyph.tsx';
import { ToolIcon } from '#ui/tool-icon.tsx';
import { useWords } from '#ui/words.ts';
import { describeRow, isVague } from './describe-row.ts';
import rowStyles from './draft-row.module.css';
import type { Row } from './draft-rows.ts';
import { findSecondSentence, type RowState } from './edit-draft.ts';
import styles from './reading.module.css';
import { type RowActions, rowElementId } from './row-actions.ts';
import { rowWords } from './row-messages.ts';

interface DraftRowProps {
  readonly row: Row;
  readonly state: RowState | undefined;
  readonly draft: PromiseDraft;
  readonly isCurrent: boolean;
  /** The row that the Tab key reaches: the others are reached with the arrows. */
  readonly isStop: boolean;
  readonly canMerge: boolean;
  readonly actions: RowActions;
  readonly guide?: React.ReactNode;
}

/** Characters that leave room for the buttons beside them. */
const shortName = 30;

/** One row: what was found, what was understood, and the three things to do with it. */
export const DraftRow = memo(function DraftRow(props: DraftRowProps) {
  const { row, state, draft, isCurrent, isStop, actions, guide } = props;
  const t = useWords(rowWords);
  const language = useLanguage();
  const { main, details, warning } = describeRow(row, draft, { t, language });
  const isThrown = state === 'thrown';
  // The number of an activity belongs to the row above it.
  const isNumber = row.kind === 'goal' && row.value.activityId !== undefined;
  const elementId = rowElementId(row.id);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for form controls; this groups words and buttons
    <div
      role="group"
      id={elementId}
      tabIndex={isStop ? 0 : -1}
      aria-labelledby={`${elementId}-words`}
      className={joinClasses(
        rowStyles.row,
        main.length <= shortName && !warning && rowStyles.short,
        isNumber && rowStyles.number,
        isCurrent && rowStyles.current,
        isThrown && rowStyles.thrown,
      )}
      data-row={row.kind}
      onFocus={() => actions.look(row.id)}
      onKeyDown={(event) => pressRowKey(event, row.id, isThrown, actions)}
    >
      <div className={rowStyles.rowWords} id={`${elementId}-words`}>
        <p className={rowStyles.rowHead}>
          <strong>{t(row.kind)}</strong>
          <StateMark state={state} />
        </p>
        <p className={rowStyles.rowMain}>{main}</p>
        {!isThrown && details.length > 0 && <p className={styles.quiet}>{details.join(' · ')}</p>}
        {!isThrown && warning && (
          <p className={rowStyles.warning}>
            <SignGlyph sign="triangle" />
            <span>{warning}</span>
          </p>
        )}
      </div>
      {isThrown ? (
        <div className={rowStyles.rowButtons}>
          <Button icon={<ToolIcon name="undo" />} onClick={() => actions.takeBack(row.id)}>
            {t('takeBack')}
          </Button>
        </div>
      ) : (
        <RowButtons {...props} />
      )}
      {!isThrown && guide}
    </div>
  );
});

function StateMark({ state }: { readonly state: RowState | undefined }) {
  const t = useWords(rowWords);
  if (state === undefined) return <span className={rowStyles.state}>{t('stateOpen')}</span>;
  if (state === 'thrown') return <span className={rowStyles.state}>{t('thrown')}</span>;
  const words = { confirmed: t('stateConfirmed'), changed: t('stateChanged'), added: t('stateAdded') };
  return (
    <span className={joinClasses(rowStyles.state, rowStyles.done)}>
      <SignGlyph sign="check" />
      {words[state]}
    </span>
  );
}

function RowButtons({ row, state, draft, canMerge, actions, guide }: DraftRowProps) {
  const t = useWords(rowWords);
  const hasText = row.kind === 'activity' || row.kind === 'goal';
  const items: (MenuItem | false)[] = [
    row.span !== undefined &&
      row.span.end > row.span.start && { id: 'show', label: t('showInText'), onSelect: () => actions.show(row.id) },
    canMerge && { id: 'merge', label: t('merge'), onSelect: () => actions.merge(row.id) },
    hasText &&
      findSecondSentence(row.value.text) !== undefined && {
        id: 'split',
        label: t('split'),
        onSelect: () => actions.split(row.id),
      },
  ];
  const shown = items.filter((item) => item !== false);
  return (
    <div className={rowStyles.rowButtons}>
      {state === undefined && <Button onClick={() => actions.confirm(row.id)}>{t('confirm')}</Button>}
      <Button kind="quiet" onClick={() => actions.change(row.id)}>
        {t('change')}
      </Button>
      <Button kind="quiet" onClick={() => actions.throwAway(row.id)}>
        {t('throw')}
      </Button>
      {shown.length > 0 && (
        <Menu label={t('more')} iconOnly icon={<ToolIcon name="expand" />} kind="quiet" align="end" items={shown} />
      )}
      {hasText && !guide && isVague(row, draft) && (
        <Button kind="quiet" onClick={() => actions.guide(row.id)}>
          {t('guide')}
        </Button>
      )}
    </div>
  );
}

/** The keys of a row, while the row itself has the focus: its buttons and menus keep their own. */
function pressRowKey(event: KeyboardEvent<HTMLDivElement>, id: string, isThrown: boolean, actions: RowActions) {
  if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return;
  const keys: Readonly<Record<string, () => void>> = {
    ArrowDown: () => actions.step(id, 1),
    ArrowUp: () => actions.step(id, -1),
    Enter: () => (isThrown ? actions.takeBack(id) : actions.confirm(id)),
    ' ': () => (isThrown ? actions.takeBack(id) : actions.confirm(id)),
    e: () => !isThrown && actions.change(id),
    E: () => !isThrown && actions.change(id),
    Delete: () => actions.throwAway(id),
  };
  const act = keys[event.key];
  if (!act) return;
  event.preventDefault();
  act();
}
