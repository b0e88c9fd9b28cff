import { useState } from 'react';
import { screenPublicFacts } from '#domain/public-page/screen-public-facts.ts';
import { describePublicFinding } from '#domain/wording/public-finding.ts';
import type { Act } from '#features/act.ts';
import { ActForm } from '#features/act-form.tsx';
import { useServices } from '#features/services.ts';
import { type Draft, useDraft } from '#features/use-draft.ts';
import { useLanguage } from '#features/use-language.ts';
import { Button } from '#ui/button.tsx';
import { Checkbox } from '#ui/checkbox.tsx';
import { LazyDateField } from '#ui/lazy-date-field.tsx';
import { Notice } from '#ui/notice.tsx';
import { Section } from '#ui/section.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { Stack } from '#ui/stack.tsx';
import { TextField } from '#ui/text-field.tsx';
import { useWords } from '#ui/words.ts';
import { ChangeList } from './change-list.tsx';
import { draftFacts, findLatestFacts, type PublicForm, startForm } from './draft-facts.ts';
import { words } from './messages.ts';
import { PagePreview } from './page-preview.tsx';
import { PublishChecklist } from './publish-checklist.tsx';
import { handInPage } from './publish-page.ts';
import type { PublicDesk } from './queries.ts';

interface NextVersionProps {
  readonly desk: PublicDesk;
  readonly onDone: (what: 'handedIn') => void;
}

/** The next version: what people write themselves, all that becomes public, and handing it in. */
export function NextVersion({ desk, onDone }: NextVersionProps) {
  const { clock } = useServices();
  const draftKey = `public-page/${desk.overview.promise.id}`;
  const draft = useDraft(draftKey, startForm(desk, clock.today()));
  if (draft.value === undefined) return <Skeleton lines={6} />;
  return <VersionDraft desk={desk} draft={draft} form={draft.value} draftKey={draftKey} onDone={onDone} />;
}

interface VersionDraftProps extends NextVersionProps {
  readonly draft: Draft<PublicForm>;
  readonly form: PublicForm;
  readonly draftKey: string;
}

function VersionDraft({ desk, draft, form, draftKey, onDone }: VersionDraftProps) {
  const t = useWords(words);
  const services = useServices();
  const [notNames, setNotNames] = useState<readonly string[]>([]);
  const [isRead, setRead] = useState(false);
  const [wasTried, setTried] = useState(false);
  const today = services.clock.today();
  const { promise } = desk.overview;
  const facts = draftFacts(desk, form, today);
  const findings = screenPublicFacts(facts, today, notNames);
  const handIn = async (act: Act) => {
    setTried(true);
    const outcome = await handInPage(services, promise.id, { facts, act, notNames, draftKey });
    if (outcome.kind === 'refused') return t(outcome.reason);
    onDone('handedIn');
    return undefined;
  };
  return (
    <>
      <Section id="nasta" title={t('next')}>
        <FormFields
          form={form}
          hasVersions={desk.publications.length > 0}
          wasTried={wasTried}
          onChange={draft.change}
        />
      </Section>
      <Section id="forhandsvisning" title={t('preview')}>
        <Stack>
          <p>{t('previewHint')}</p>
          <PagePreview facts={facts} />
        </Stack>
      </Section>
      <Section id="andrat" title={t('changes')}>
        <ChangeList before={findLatestFacts(desk)} after={facts} />
      </Section>
      <Section id="kontroll" title={t('checklist')}>
        <Stack>
          <PublishChecklist facts={facts} findings={findings} />
          {findings.length > 0 && (
            <Notice kind="fail" title={t('found')}>
              <ul>
                {findings.map(({ path, text, finding }) => (
                  <li key={`${path} ${finding.from}`}>
                    {t('foundAt', { match: finding.match, text })}{' '}
                    {finding.kind === 'possible-name' && (
                      <Button onClick={() => setNotNames([...notNames, finding.match])}>
                        {t('notName', { match: finding.match })}
                      </Button>
                    )}
                  </li>
                ))}
              </ul>
            </Notice>
          )}
          <Checkbox label={t('read')} checked={isRead} onChange={setRead} />
        </Stack>
      </Section>
      <Section id="lamna" title={t('handInTitle')}>
        {isRead ? (
          <ActForm promise={promise} label={t('handIn')} userId={desk.userId} partyIndex={0} onAct={handIn} />
        ) : (
          <p>{t('readFirst')}</p>
        )}
      </Section>
    </>
  );
}

interface FormFieldsProps {
  readonly form: PublicForm;
  readonly hasVersions: boolean;
  /** Somebody wanted to hand it in: from then on what is missing is said. */
  readonly wasTried: boolean;
  readonly onChange: (form: PublicForm) => void;
}

function FormFields({ form, hasVersions, wasTried, onChange }: FormFieldsProps) {
  const t = useWords(words);
  const { clock } = useServices();
  const language = useLanguage();
  const [isTouched, setTouched] = useState(false);
  const isMissing = (isTouched || wasTried) && form.contact.trim() === '';
  const look = (text: string) => describePublicFinding(text, clock.today(), language);
  return (
    <Stack readable>
      <TextField
        label={t('contact')}
        hint={t('contactHint')}
        issue={look(form.contact)}
        warning={isMissing ? t('contact-missing') : undefined}
        value={form.contact}
        onChange={(contact) => {
          setTouched(true);
          onChange({ ...form, contact });
        }}
      />
      <TextField
        label={t('contactUrl')}
        hint={t('contactUrlHint')}
        optional
        type="url"
        value={form.contactUrl}
        onChange={(contactUrl) => onChange({ ...form, contactUrl })}
      />
      <LazyDateField
        label={t('nextUpdate')}
        optional
        min={clock.today()}
        value={form.nextUpdate}
        onChange={(nextUpdate) => onChange({ ...form, nextUpdate })}
      />
      {hasVersions && (
        <TextField
          label={t('correction')}
          issue={look(form.correction)}
          hint={t('correctionHint')}
          optional
          value={form.correction}
          onChange={(correction) => onChange({ ...form, correction })}
        />
      )}
    </Stack>
  );
}
