import { useState } from 'react';
import { parseRecord } from '#domain/records/parse-record.ts';
import {
  kindsWithOwnDay,
  type RetentionKind,
  type RetentionRule,
  retentionRuleSchema,
} from '#domain/records/retention.ts';
import { useServices } from '#features/services.ts';
import { useDraft } from '#features/use-draft.ts';
import type { Row } from '#storage/database.ts';
import { Button } from '#ui/button.tsx';
import { ChoiceChips } from '#ui/choice-chips.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { LazyDateField } from '#ui/lazy-date-field.tsx';
import { NumberField } from '#ui/number-field.tsx';
import { parseNumber } from '#ui/parse-number.ts';
import { Stack } from '#ui/stack.tsx';
import { TextField } from '#ui/text-field.tsx';
import { useWords } from '#ui/words.ts';
import { saveRule } from './dispose.ts';
import { words } from './messages.ts';

interface RuleDialogProps {
  readonly promise: Row<'promises'>;
  readonly kind: RetentionKind;
  readonly rule: RetentionRule | undefined;
  readonly onClose: () => void;
}

interface RuleForm {
  readonly action: 'keep' | 'dispose';
  readonly years: string;
  readonly countedFrom: 'period-end' | 'record-day';
  readonly decision: string;
  readonly decidedOn: string;
}

const toForm = (rule: RetentionRule | undefined): RuleForm => ({
  action: rule?.action ?? 'dispose',
  years: rule?.years === undefined ? '' : String(rule.years),
  countedFrom: rule?.countedFrom ?? 'period-end',
  decision: rule?.decision ?? '',
  decidedOn: rule?.decidedOn ?? '',
});

const issues = { years: 'years-needed', decision: 'decision-needed', decidedOn: 'day-needed' } as const;
type IssuePath = keyof typeof issues;

/** The rule of one kind, as the decision says it. */
export function RuleDialog({ promise, kind, rule, onClose }: RuleDialogProps) {
  const t = useWords(words);
  const services = useServices();
  const draft = useDraft(`retention/${promise.id}/${kind}`, toForm(rule));
  const [wrong, setWrong] = useState<ReadonlySet<string>>(new Set());
  const [refusal, setRefusal] = useState<string>();
  const [fault, setFault] = useState<unknown>();
  if (fault) throw fault;
  const form = draft.value ?? toForm(rule);
  const change = (changes: Partial<RuleForm>) => draft.change({ ...form, ...changes });
  const issueAt = (path: IssuePath) => (wrong.has(path) ? t(issues[path]) : undefined);

  const store = async (next: RetentionRule | undefined) => {
    const outcome = await saveRule(services, promise, kind, next);
    if (outcome.kind === 'refused') {
      setRefusal(t(outcome.reason));
      return;
    }
    await draft.discard();
    onClose();
  };
  const save = async () => {
    const parsed = parseForm(kind, form);
    if (parsed.kind === 'valid') await store(parsed.value);
    else setWrong(new Set(parsed.issues.map(({ path }) => path)));
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t(`kind-${kind}`)}
      actions={
        <>
          <Button kind="primary" onClick={() => save().catch(setFault)}>
            {t('saveRule')}
          </Button>
          {rule && <Button onClick={() => store(undefined).catch(setFault)}>{t('removeRule')}</Button>}
          <Button kind="quiet" onClick={onClose}>
            {t('cancel')}
          </Button>
        </>
      }
    >
      <Stack>
        <ChoiceChips
          label={t('action')}
          value={form.action}
          onChange={(action) => change({ action })}
          options={[
            { value: 'keep', label: t('keep') },
            { value: 'dispose', label: t('dispose') },
          ]}
        />
        {form.action === 'dispose' && (
          <NumberField
            label={t('years')}
            whole
            unit={t('yearsUnit')}
            issue={issueAt('years')}
            value={form.years}
            onChange={(years) => change({ years })}
          />
        )}
        {form.action === 'dispose' && hasOwnDay(kind) && (
          <ChoiceChips
            label={t('countedFrom')}
            value={form.countedFrom}
            onChange={(countedFrom) => change({ countedFrom })}
            options={[
              { value: 'period-end', label: t('period-end') },
              { value: 'record-day', label: t('record-day') },
            ]}
          />
        )}
        <TextField
          label={t('decisionField')}
          hint={t('decisionHint')}
          issue={issueAt('decision') ?? refusal}
          value={form.decision}
          onChange={(decision) => change({ decision })}
        />
        <LazyDateField
          label={t('decidedOn')}
          issue={issueAt('decidedOn')}
          max={services.clock.today()}
          value={form.decidedOn}
          onChange={(decidedOn) => change({ decidedOn })}
        />
      </Stack>
    </Dialog>
  );
}

const hasOwnDay = (kind: RetentionKind): boolean => kindsWithOwnDay.some((one) => one === kind);

function parseForm(kind: RetentionKind, { action, years, countedFrom, decision, decidedOn }: RuleForm) {
  const parsed = parseNumber(years, { whole: true });
  return parseRecord(retentionRuleSchema, {
    ...{ kind, action, decision, decidedOn },
    ...(action === 'dispose' && parsed.kind === 'number' && { years: parsed.value }),
    ...(action === 'dispose' && hasOwnDay(kind) && { countedFrom }),
  });
}
