import { useState } from 'react';
import { writeFeedbackText } from '#domain/public-page/write-feedback-text.ts';
import type { PromisedThing } from '#domain/public-page/write-public-facts.ts';
import { feedbackChannelKinds } from '#domain/records/citizen-promise.ts';
import { describePublicFinding } from '#domain/wording/public-finding.ts';
import { channelKindWord } from '#domain/wording/record-words.ts';
import { useServices } from '#features/services.ts';
import { type Draft, useDraft } from '#features/use-draft.ts';
import { useLanguage } from '#features/use-language.ts';
import { Button } from '#ui/button.tsx';
import { Checkbox } from '#ui/checkbox.tsx';
import { Cluster } from '#ui/cluster.tsx';
import { Disclosure } from '#ui/disclosure.tsx';
import { LazyDateField } from '#ui/lazy-date-field.tsx';
import { Notice } from '#ui/notice.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { Stack } from '#ui/stack.tsx';
import { TextArea } from '#ui/text-area.tsx';
import { TextField } from '#ui/text-field.tsx';
import { useWords } from '#ui/words.ts';
import { type FeedbackForm, type FeedbackIssue, logFeedback } from './log-feedback.ts';
import { words } from './messages.ts';

interface TellFormProps {
  readonly promise: { readonly id: string; readonly title: string };
  readonly things: readonly PromisedThing[];
}

const audiences = ['citizens', 'staff', 'partners'] as const;

/** Writes a text that can be told, and notes that it was. */
export function TellForm({ promise, things }: TellFormProps) {
  const { clock } = useServices();
  const draftKey = `feedback/${promise.id}`;
  const start: FeedbackForm = {
    ...{ audience: 'citizens', channel: 'municipality-website', date: clock.today(), itemIds: [] },
    ...{ message: '', reach: '' },
  };
  const draft = useDraft(draftKey, start);
  if (draft.value === undefined) return <Skeleton lines={4} />;
  return (
    <Fields promise={promise} things={things} draft={draft} form={draft.value} start={start} draftKey={draftKey} />
  );
}

interface FieldsProps extends TellFormProps {
  readonly draft: Draft<FeedbackForm>;
  readonly form: FeedbackForm;
  readonly start: FeedbackForm;
  readonly draftKey: string;
}

function Fields({ promise, things, draft, form, start, draftKey }: FieldsProps) {
  const t = useWords(words);
  const language = useLanguage();
  const services = useServices();
  const [issue, setIssue] = useState<FeedbackIssue>();
  const [said, setSaid] = useState<'saved' | 'copied' | 'notCopied'>();
  const [fault, setFault] = useState<unknown>();
  if (fault) throw fault;
  const set = (changes: Partial<FeedbackForm>) => {
    setIssue(undefined);
    draft.change({ ...form, ...changes });
  };
  const chosen = things.filter(({ id }) => form.itemIds.includes(id));
  const propose = () => {
    const facts = { title: promise.title, asOf: services.clock.today() };
    const items = (chosen.length > 0 ? chosen : things).map(({ item }) => item);
    set({ message: writeFeedbackText(facts, items, form.audience, language) });
  };
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(form.message);
      setSaid('copied');
    } catch {
      // The browser asks its user, who may say no; the text is there to be copied by hand.
      setSaid('notCopied');
    }
  };
  const save = async () => {
    const refs = chosen.map(({ table, id }) => ({ table, id }));
    const outcome = await logFeedback(services, promise.id, form, { refs, draftKey });
    setIssue(outcome.kind === 'invalid' ? outcome.issue : undefined);
    if (outcome.kind === 'invalid') return;
    draft.reset(start);
    setSaid('saved');
  };
  const issueOf = (...issues: readonly FeedbackIssue[]) => (issue && issues.includes(issue) ? t(issue) : undefined);
  return (
    <Stack readable>
      <SelectField
        label={t('audience')}
        value={form.audience}
        options={audiences.map((value) => ({ value, label: t(value) }))}
        onChange={(value) => set({ audience: audiences.find((audience) => audience === value) ?? 'citizens' })}
      />
      <Disclosure summary={t('about')}>
        <p>{t('aboutHint')}</p>
        {things.map(({ id, name }) => (
          <Checkbox
            key={id}
            label={name}
            checked={form.itemIds.includes(id)}
            onChange={(isChosen) =>
              set({ itemIds: isChosen ? [...form.itemIds, id] : form.itemIds.filter((other) => other !== id) })
            }
          />
        ))}
      </Disclosure>
      <Cluster>
        <Button onClick={propose}>{t('useText')}</Button>
        <Button onClick={() => void copy()}>{t('copy')}</Button>
      </Cluster>
      <TextArea
        label={t('message')}
        hint={t('messageHint')}
        rows={8}
        limit={2000}
        issue={
          describePublicFinding(form.message, services.clock.today(), language) ??
          issueOf('message-missing', 'message-long', 'personal-data')
        }
        value={form.message}
        onChange={(message) => set({ message })}
      />
      <SelectField
        label={t('how')}
        value={form.channel}
        options={feedbackChannelKinds.map((value) => ({ value, label: channelKindWord(value, language) }))}
        onChange={(value) => set({ channel: feedbackChannelKinds.find((kind) => kind === value) ?? 'other' })}
      />
      <LazyDateField
        label={t('date')}
        issue={issueOf('date-missing', 'date-ahead')}
        max={services.clock.today()}
        value={form.date}
        onChange={(date) => set({ date })}
      />
      <TextField
        label={t('reach')}
        hint={t('reachHint')}
        optional
        inputMode="numeric"
        issue={issueOf('reach-wrong')}
        value={form.reach}
        onChange={(reach) => set({ reach })}
      />
      <div>
        <Button kind="primary" onClick={() => void save().catch(setFault)}>
          {t('save')}
        </Button>
      </div>
      <div role="status">{said && <Notice kind={said === 'notCopied' ? 'warn' : 'done'}>{t(said)}</Notice>}</div>
    </Stack>
  );
}
