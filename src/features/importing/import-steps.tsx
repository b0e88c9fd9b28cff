import { useMemo, useState } from 'react';
import { useServices } from '#features/services.ts';
import { useSettings } from '#features/use-settings.ts';
import { readDraft, saveDraft } from '#storage/drafts.ts';
import type { PromiseOverview } from '#storage/overview.ts';
import { toStorageFailure } from '#storage/storage-failure.ts';
import { useWords } from '#ui/words.ts';
import { ColumnsStep } from './columns-step.tsx';
import { commitImport } from './commit-import.ts';
import { type FinishedImport, ImportReceipt } from './import-receipt.tsx';
import {
  type ImportState,
  type MappingDraft,
  mappingKey,
  type Source,
  type Step,
  startImport,
  toMappingDraft,
} from './import-state.ts';
import { outcomeWords } from './outcome-messages.ts';
import { planImport } from './plan-import.ts';
import { PreviewStep } from './preview-step.tsx';
import { ProblemsStep } from './problems-step.tsx';
import { type Checked, runCheck } from './run-check.ts';
import { SourceStep } from './source-step.tsx';

interface ImportStepsProps {
  readonly plan: PromiseOverview;
  readonly known: ReadonlySet<string>;
}

/** From a table to records, one step after the other. Nothing is stored before the last. */
export function ImportSteps({ plan, known }: ImportStepsProps) {
  const services = useServices();
  const [step, setStep] = useState<Step>('source');
  const [state, setState] = useState<ImportState>();
  const [finished, setFinished] = useState<FinishedImport>();
  const [isBack, setBack] = useState(false);
  const key = mappingKey(plan.promise.id);
  const begin = async (source: Source) => {
    setState(startImport(source, plan, await readDraft<MappingDraft>(services.db, key)));
    setStep('columns');
  };
  const restart = () => {
    setFinished(undefined);
    setState(undefined);
    setBack(true);
    setStep('source');
  };
  if (finished) return <ImportReceipt promiseId={plan.promise.id} finished={finished} onAgain={restart} />;
  if (step === 'source' || !state) return <SourceStep focus={isBack} onRead={(source) => void begin(source)} />;
  if (step === 'columns') {
    const next = () => {
      saveDraft(services.db, key, toMappingDraft(state));
      setStep('problems');
    };
    return <ColumnsStep state={state} plan={plan} onChange={setState} onBack={restart} onNext={next} />;
  }
  return <CheckedSteps {...{ plan, known, state, step, setState, setStep }} onFinished={setFinished} />;
}

interface CheckedStepsProps extends ImportStepsProps {
  readonly state: ImportState;
  readonly step: Step;
  readonly setState: (state: ImportState) => void;
  readonly setStep: (step: Step) => void;
  readonly onFinished: (finished: FinishedImport) => void;
}

/** The steps that look at every row. What they say follows the promise while it changes. */
function CheckedSteps({ plan, known, state, step, setState, setStep, onFinished }: CheckedStepsProps) {
  const t = useWords(outcomeWords);
  const { clock } = useServices();
  const { profile } = useSettings();
  const today = clock.today();
  const profileKind = profile?.partyKind;
  const occasionsUnit = t('occasionsUnit');
  const checked = useMemo(
    () => runCheck(state, { plan, known, today, profileKind, occasionsUnit }),
    [state, plan, known, today, profileKind, occasionsUnit],
  );
  if (step === 'problems') {
    const change = { onChange: setState, onBack: () => setStep('columns'), onNext: () => setStep('preview') };
    return <ProblemsStep state={state} plan={plan} checked={checked} {...change} />;
  }
  return <LastStep {...{ plan, state, checked, onFinished }} onBack={() => setStep('problems')} />;
}

interface LastStepProps {
  readonly plan: PromiseOverview;
  readonly state: ImportState;
  readonly checked: Checked;
  readonly onBack: () => void;
  readonly onFinished: (finished: FinishedImport) => void;
}

/** The dry run and, after it, the import of exactly the records that it showed. */
function LastStep({ plan, state, checked, onBack, onFinished }: LastStepProps) {
  const t = useWords(outcomeWords);
  const services = useServices();
  const [saving, setSaving] = useState<'busy' | 'failed' | 'full'>();
  const occasions = useMemo(() => ({ name: t('occasions'), unit: t('occasionsUnit') }), [t]);
  const planned = useMemo(() => planImport(services, checked, plan, occasions), [services, checked, plan, occasions]);
  const start = async () => {
    setSaving('busy');
    try {
      const batch = await commitImport(services, planned, plan);
      onFinished({ batch, kind: planned.kind, count: checked.ready.length, from: state.source.name });
    } catch (error) {
      // Nothing was stored; everything chosen is still here.
      setSaving(toStorageFailure(error)?.kind === 'quota' ? 'full' : 'failed');
    }
  };
  return (
    <PreviewStep
      {...{ plan, checked, planned, onBack }}
      isSaving={saving === 'busy'}
      failure={saving === 'busy' ? undefined : saving}
      onImport={() => void start()}
    />
  );
}
