import { useState } from 'react';
import { useNavigate } from 'react-router';
import { paths } from '#features/paths.ts';
import { useServices } from '#features/services.ts';
import { Button } from '#ui/button.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { Stack } from '#ui/stack.tsx';
import { TextField } from '#ui/text-field.tsx';
import { useWords } from '#ui/words.ts';
import { copyFromPredecessor } from './copy-from-predecessor.ts';
import { FormerItems } from './former-items-part.tsx';
import { words } from './messages.ts';
import { usePromises } from './queries.ts';
import { useChoosing } from './use-choosing.ts';

/** Structure and owners of an earlier promise, with the lineage kept. */
export function PredecessorStart({ chosen }: { readonly chosen: string | undefined }) {
  const t = useWords(words);
  const services = useServices();
  const navigate = useNavigate();
  const { data: promises } = usePromises();
  const [promiseId, setPromiseId] = useState(chosen);
  const [typed, setTyped] = useState<string>();
  const [issue, setIssue] = useState<string>();
  const [fault, setFault] = useState<unknown>();
  const source = promises?.find(({ id }) => id === promiseId) ?? promises?.[0];
  const choosing = useChoosing(source?.id ?? '');
  if (fault) throw fault;
  if (!promises) return null;
  if (!source) return <p>{t('noPromises')}</p>;
  const title = typed ?? nextTitle(source.title);
  const copy = async () => {
    setIssue(title.trim() === '' ? t('required') : undefined);
    if (title.trim() === '' || !choosing.check()) return;
    const wish = { promiseId: source.id, title: title.trim(), choices: choosing.choices };
    const outcome = await copyFromPredecessor(services, wish);
    if (outcome.kind === 'created') {
      navigate(paths.promise(outcome.promiseId), { state: { kind: 'created', what: 'promise', tx: outcome.tx } });
    }
  };
  return (
    <Stack>
      <SelectField
        label={t('which')}
        value={source.id}
        options={promises.map((promise) => ({
          value: promise.id,
          label: promise.example ? `${promise.title} (${t('example')})` : promise.title,
        }))}
        onChange={(id) => {
          setPromiseId(id);
          setTyped(undefined);
        }}
      />
      <TextField label={t('promiseTitle')} issue={issue} value={title} onChange={setTyped} />
      <FormerItems promiseId={source.id} choosing={choosing} />
      <div>
        <Button kind="primary" size="field" wide onClick={() => copy().catch(setFault)}>
          {t('copy')}
        </Button>
      </div>
    </Stack>
  );
}

/** The years in a title move on by one: a proposal, in a field where it can be changed. */
const nextTitle = (title: string): string => title.replace(/\b20\d\d\b/gu, (year) => String(Number(year) + 1));
