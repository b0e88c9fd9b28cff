import { useState } from 'react';
import type { CitizenPromise } from '#domain/records/citizen-promise.ts';
import type { Issue } from '#domain/records/parse-record.ts';
import { toSignerKind } from '#domain/records/signer.ts';
import { formatDateWithYear } from '#domain/wording/days.ts';
import { useServices } from '#features/services.ts';
import { useDraft } from '#features/use-draft.ts';
import { useLanguage } from '#features/use-language.ts';
import { useSettings } from '#features/use-settings.ts';
import { Button } from '#ui/button.tsx';
import { Section } from '#ui/section.tsx';
import { Stack } from '#ui/stack.tsx';
import { useWords } from '#ui/words.ts';
import { addComment, type CommentForm } from './add-comment.ts';
import { draftKeys } from './draft-keys.ts';
import { EditorContext } from './editor-context.ts';
import { FormArea, FormSelect } from './form-fields.tsx';
import { words } from './messages.ts';
import { nameParties } from './name-parties.ts';
import styles from './promises.module.css';
import { usePromiseComments } from './queries.ts';
import { screenForm } from './screen-form.ts';

/** What the parties have said about the promise, dated and by party, never by person. */
export function PromiseComments({ promise }: { readonly promise: CitizenPromise }) {
  const t = useWords(words);
  const language = useLanguage();
  const { data: comments = [] } = usePromiseComments(promise.id);
  const own = comments.filter(({ ref }) => ref.table === 'promises');
  return (
    <Section id="kommentarer" title={t('comments')} aside={own.length || undefined}>
      <Stack readable>
        {own.length === 0 && <p className={styles.quiet}>{t('commentsEmpty')}</p>}
        <ul className={styles.plain}>
          {own.map((comment) => (
            <li key={comment.id} className={styles.event}>
              <span className={styles.quiet}>
                {`${formatDateWithYear(comment.date, language)} · ${nameParties(promise, [comment.byPartyId])}`}
              </span>
              <span>{comment.text}</span>
            </li>
          ))}
        </ul>
        <div data-screen-only="">
          <NewComment promise={promise} />
        </div>
      </Stack>
    </Section>
  );
}

function NewComment({ promise }: { readonly promise: CitizenPromise }) {
  const t = useWords(words);
  const services = useServices();
  const { profile } = useSettings();
  const draftKey = draftKeys.comment(promise.id);
  const ownParty = promise.parties.find(({ kind }) => profile && toSignerKind(kind) === profile.partyKind);
  const draft = useDraft<CommentForm>(draftKey, { text: '', byPartyId: '' });
  const [issues, setIssues] = useState<readonly Issue[]>([]);
  const [accepted, setAccepted] = useState<readonly string[]>([]);
  const [fault, setFault] = useState<unknown>();
  if (fault) throw fault;
  if (!draft.value) return null;
  const form = { text: draft.value.text, byPartyId: draft.value.byPartyId || (ownParty?.id ?? '') };
  const save = async () => {
    const found = screenForm(form, services.clock.today(), accepted);
    if (found.length > 0) {
      setIssues(found);
      return;
    }
    const ref = { table: 'promises' as const, id: promise.id };
    const outcome = await addComment(services, { promiseId: promise.id, ref, form, draftKey });
    setIssues(outcome.kind === 'invalid' ? outcome.issues : []);
    if (outcome.kind === 'saved') draft.reset({ text: '', byPartyId: form.byPartyId });
  };
  return (
    <EditorContext value={{ issues, accepted, accept: (match) => setAccepted([...accepted, match]) }}>
      <Stack>
        <FormArea
          path="text"
          label={t('comment')}
          hint={t('commentHint')}
          limit={1000}
          rows={2}
          value={form.text}
          onChange={(text) => draft.change({ ...form, text })}
        />
        {form.text !== '' && (
          <>
            <FormSelect
              path="byPartyId"
              label={t('commentBy')}
              value={form.byPartyId}
              emptyLabel={t('choose')}
              options={promise.parties.map(({ id, name }) => ({ value: id, label: name }))}
              onChange={(byPartyId) => draft.change({ ...form, byPartyId })}
            />
            <div>
              <Button onClick={() => save().catch(setFault)}>{t('addComment')}</Button>
            </div>
          </>
        )}
      </Stack>
    </EditorContext>
  );
}
