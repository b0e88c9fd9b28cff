import type { Activity } from '#domain/records/activity.ts';
import type { CitizenPromise } from '#domain/records/citizen-promise.ts';
import { evidenceKinds, logStates } from '#domain/records/progress-log.ts';
import { evidenceKindWord, logStateWord } from '#domain/wording/log-words.ts';
import { visibilityWord } from '#domain/wording/record-words.ts';
import { useLanguage } from '#features/use-language.ts';
import { ChoiceChips } from '#ui/choice-chips.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { TextField } from '#ui/text-field.tsx';
import { ToggleChips } from '#ui/toggle-chips.tsx';
import { useWords } from '#ui/words.ts';
import { MeasureFields } from './amount-fields.tsx';
import { ByOutcomeFields } from './by-outcome-fields.tsx';
import type { FormPart } from './form-part.ts';
import styles from './log-form.module.css';
import type { LogQuestions } from './log-questions.ts';
import { moreWords } from './more-messages.ts';

export interface MoreFieldsProps extends FormPart {
  readonly promise: CitizenPromise;
  readonly activities: readonly Activity[];
  readonly questions: LogQuestions;
  /** Who is credited as long as nobody chooses. */
  readonly defaultPartyIds: readonly string[];
  readonly defaultVisibility: 'internal' | 'partners' | 'public';
}

/** Everything that the usual log does not need. */
export function MoreFields(props: MoreFieldsProps) {
  const { promise, activities, questions, defaultPartyIds, defaultVisibility, ...part } = props;
  const { draft, change, issueOf, warningOf } = part;
  const t = useWords(moreWords);
  const language = useLanguage();
  const [selectedId] = draft.activityIds;
  const others = activities.filter((activity) => activity.id !== selectedId);
  return (
    <div className={styles.more}>
      <ChoiceChips
        label={t('state')}
        options={logStates.map((state) => ({ value: state, label: logStateWord(state, language) }))}
        value={draft.state}
        onChange={(state) => change({ state })}
      />
      <div data-field="partyIds">
        <ToggleChips
          label={t('parties')}
          options={promise.parties.map((party) => ({ value: party.id, label: party.name }))}
          value={draft.partyIds ?? defaultPartyIds}
          onChange={(partyIds) => change({ partyIds })}
        />
      </div>
      {questions.others.length > 0 && (
        <fieldset className={styles.group}>
          <legend className={styles.legend}>{t('otherOutcomes')}</legend>
          <MeasureFields {...part} measures={questions.others} />
        </fieldset>
      )}
      {others.length > 0 && selectedId !== undefined && (
        <ToggleChips
          label={t('alsoCounts')}
          options={others.map((activity) => ({ value: activity.id, label: activity.shortName }))}
          value={draft.activityIds.slice(1)}
          onChange={(ids) => change({ activityIds: [selectedId, ...ids] })}
        />
      )}
      <ByOutcomeFields {...part} />
      {promise.municipalities.length > 1 && (
        <SelectField
          label={t('municipality')}
          emptyLabel={t('noMunicipality')}
          options={promise.municipalities.map(({ name }) => ({ value: name, label: name }))}
          value={draft.municipality}
          onChange={(municipality) => change({ municipality })}
        />
      )}
      <fieldset className={styles.group}>
        <legend className={styles.legend}>{t('evidence')}</legend>
        <ChoiceChips
          label={t('evidence')}
          labelHidden
          options={evidenceKinds.map((kind) => ({ value: kind, label: evidenceKindWord(kind, language) }))}
          value={draft.evidenceKind}
          onChange={(evidenceKind) => change({ evidenceKind })}
        />
        <div data-field="evidenceReference">
          <TextField
            label={t('evidenceReference')}
            hint={t('evidenceHint')}
            value={draft.evidenceReference}
            issue={issueOf('evidenceReference')}
            warning={warningOf('evidenceReference')}
            onChange={(evidenceReference) => change({ evidenceReference })}
          />
        </div>
      </fieldset>
      <SelectField
        label={t('onBehalfOf')}
        emptyLabel={t('onBehalfOfNobody')}
        options={promise.parties.map((party) => ({ value: party.id, label: party.name }))}
        value={draft.onBehalfOf}
        onChange={(onBehalfOf) => change({ onBehalfOf })}
      />
      <ChoiceChips
        label={t('visibility')}
        options={(['internal', 'partners', 'public'] as const).map((value) => ({
          value,
          label: visibilityWord(value, language),
        }))}
        value={draft.visibility ?? defaultVisibility}
        onChange={(visibility) => change({ visibility })}
      />
    </div>
  );
}
