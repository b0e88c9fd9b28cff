import { useRef } from 'react';
import type { DraftActivity, DraftGoal, DraftResponsible, PromiseDraft } from '#domain/reading/promise-draft.ts';
import { toShortName } from '#domain/reading/to-short-name.ts';
import { goalLevelWord, responsibilityWord } from '#domain/wording/record-words.ts';
import { useLanguage } from '#features/use-language.ts';
import { Button } from '#ui/button.tsx';
import { Checkbox } from '#ui/checkbox.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { Stack } from '#ui/stack.tsx';
import { ToggleChips } from '#ui/toggle-chips.tsx';
import { useWords } from '#ui/words.ts';
import styles from './reading.module.css';
import { orAbsent, type RowFormPart } from './row-form-part.ts';
import { rowWords } from './row-messages.ts';
import { ScreenedArea } from './screened-fields.tsx';
import { TargetFields } from './target-fields.tsx';

interface Splitting {
  /** Splits the row where the cursor stands in its text. */
  readonly onSplit: (at: number) => void;
}

const responsibilities = ['each', 'joint', 'lead'] as const;

export function ActivityFields({ row: { value }, draft, change, onSplit }: RowFormPart<'activity'> & Splitting) {
  const t = useWords(rowWords);
  const language = useLanguage();
  const idsOf = (role: DraftResponsible['role']) =>
    value.parties.filter((party) => party.role === role).map(({ partyId }) => partyId);
  const put = (role: DraftResponsible['role'], ids: readonly string[]) => {
    const others = value.parties.filter((party) => party.role !== role && !ids.includes(party.partyId));
    const own = ids.map((partyId) => ({ partyId, role, name: nameOf(draft, partyId) }));
    change({ parties: role === 'responsible' ? [...own, ...others] : [...others, ...own] });
  };
  const parties = draft.parties.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Stack>
      <ItemText text={value.text} onText={(text) => change({ text })} onSplit={onSplit} />
      <ToggleChips
        label={t('who')}
        options={parties}
        value={idsOf('responsible')}
        onChange={(ids) => put('responsible', ids)}
      />
      <ToggleChips
        label={t('helps')}
        options={parties}
        value={idsOf('takes-part')}
        onChange={(ids) => put('takes-part', ids)}
      />
      <SelectField
        label={t('how')}
        value={value.responsibility}
        options={responsibilities.map((one) => ({ value: one, label: responsibilityWord(one, language) }))}
        onChange={(one) => change({ responsibility: one as DraftActivity['responsibility'] })}
      />
      <SelectField
        label={t('area')}
        value={value.focusAreaId ?? ''}
        emptyLabel={t('noArea')}
        options={draft.focusAreas.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(focusAreaId) => change({ focusAreaId: orAbsent(focusAreaId) })}
      />
    </Stack>
  );
}

const nameOf = ({ parties }: PromiseDraft, id: string) => parties.find((party) => party.id === id)?.name ?? '';

const levels = ['effect', 'result', 'activity'] as const;

export function GoalFields({ row: { value }, draft, change, onSplit }: RowFormPart<'goal'> & Splitting) {
  const t = useWords(rowWords);
  const language = useLanguage();
  return (
    <Stack>
      <ItemText text={value.text} onText={(text) => change({ text })} onSplit={onSplit} />
      <TargetFields target={value.target} onChange={(target) => change({ target })} />
      <SelectField
        label={t('level')}
        value={value.level}
        options={levels.map((level) => ({ value: level, label: goalLevelWord(level, language) }))}
        onChange={(level) => change({ level: level as DraftGoal['level'] })}
      />
      <SelectField
        label={t('countsOn')}
        value={value.activityId ?? ''}
        emptyLabel={t('noActivity')}
        options={draft.activities.map(({ id, text }) => ({ value: id, label: toShortName(text) }))}
        onChange={(activityId) => change({ activityId: orAbsent(activityId) })}
      />
      <ToggleChips
        label={t('owners')}
        options={draft.parties.map(({ id, name }) => ({ value: id, label: name }))}
        value={value.ownerPartyIds}
        onChange={(ownerPartyIds) => change({ ownerPartyIds })}
      />
      {draft.focusAreas.length > 0 && (
        <ToggleChips
          label={t('areas')}
          options={draft.focusAreas.map(({ id, name }) => ({ value: id, label: name }))}
          value={value.focusAreaIds}
          onChange={(focusAreaIds) => change({ focusAreaIds })}
        />
      )}
      <Checkbox
        label={t('personRelated')}
        checked={value.personRelated}
        onChange={(personRelated) => change({ personRelated })}
      />
      <Checkbox
        label={t('additionalOnly')}
        checked={value.additionalOnly}
        onChange={(additionalOnly) => change({ additionalOnly })}
      />
    </Stack>
  );
}

interface ItemTextProps extends Splitting {
  readonly text: string;
  readonly onText: (text: string) => void;
}

function ItemText({ text, onText, onSplit }: ItemTextProps) {
  const t = useWords(rowWords);
  const field = useRef<HTMLTextAreaElement>(null);
  return (
    <Stack gap="tight">
      <ScreenedArea ref={field} label={t('itemText')} value={text} onChange={onText} />
      <div className={styles.fileLine}>
        <Button kind="quiet" onClick={() => onSplit(field.current?.selectionStart ?? 0)}>
          {t('splitAtCursor')}
        </Button>
        <span className={styles.quiet}>{t('splitHint')}</span>
      </div>
    </Stack>
  );
}
