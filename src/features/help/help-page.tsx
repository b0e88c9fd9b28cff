import { runningStatuses } from '#domain/progress/goal-progress.ts';
import { targetKinds } from '#domain/records/target.ts';
import { statusWords } from '#domain/wording/status-words.ts';
import { targetKindWords } from '#domain/wording/target-words.ts';
import { useSettings } from '#features/use-settings.ts';
import { DefinitionList } from '#ui/definition-list.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { Section } from '#ui/section.tsx';
import { StatusMark } from '#ui/status-mark.tsx';
import { useWords } from '#ui/words.ts';
import { words } from './messages.ts';

export function HelpPage() {
  const t = useWords(words);
  return (
    <>
      <title>{`${t('helpTitle')} · ${t('appName')}`}</title>
      <PageHeader title={t('helpTitle')} lead={<p>{t('helpLead')}</p>} />
      <Section title={t('loggingTitle')}>
        <p>{t('loggingSteps')}</p>
        <p>{t('receiptText')}</p>
      </Section>
      <Section title={t('readingTitle')}>
        <p>{t('readingText')}</p>
        <p>{t('readingAdded')}</p>
      </Section>
      <Section title={t('undoTitle')}>
        <p>{t('undoText')}</p>
      </Section>
      <Section title={t('neverTitle')}>
        <Notice kind="warn">{t('neverText')}</Notice>
      </Section>
      <Section title={t('countingTitle')}>
        <p>{t('countingText')}</p>
        <p>{t('verdictsText')}</p>
      </Section>
      <Section title={t('meetingTitle')}>
        <p>{t('meetingText')}</p>
      </Section>
      <Section title={t('closingTitle')}>
        <p>{t('closingText')}</p>
      </Section>
      <Section title={t('residentsTitle')}>
        <p>{t('residentsText')}</p>
      </Section>
      <KindsOfGoal />
      <SignsOfStatus />
      <Section title={t('offlineTitle')}>
        <p>{t('offlineText')}</p>
      </Section>
      <Section title={t('keysTitle')}>
        <DefinitionList
          items={[
            { key: 'palette', term: 'Ctrl + K, ⌘ + K', value: t('keysPalette') },
            { key: 'save', term: 'Ctrl + Enter, ⌘ + Enter', value: t('keysSave') },
          ]}
        />
        <p>{t('keysSingle')}</p>
      </Section>
    </>
  );
}

function KindsOfGoal() {
  const t = useWords(words);
  const { language } = useSettings().settings;
  return (
    <Section title={t('kindsTitle')}>
      <p>{t('kindsText')}</p>
      {targetKinds.map((kind) => {
        const kindWords = targetKindWords(kind, language);
        return (
          <section key={kind}>
            <h3>{kindWords.name}</h3>
            <DefinitionList
              items={[
                { key: 'help', term: t('kindFits'), value: kindWords.help },
                { key: 'logged', term: t('kindLogged'), value: kindWords.logged },
                { key: 'met', term: t('kindMet'), value: kindWords.met },
              ]}
            />
          </section>
        );
      })}
    </Section>
  );
}

function SignsOfStatus() {
  const t = useWords(words);
  const { language } = useSettings().settings;
  return (
    <Section title={t('signsTitle')}>
      <p>{t('signsText')}</p>
      <DefinitionList
        items={runningStatuses.map((status) => {
          const { word, tone, meaning } = statusWords(status, language);
          return { key: status, term: <StatusMark tone={tone} word={word} />, value: meaning };
        })}
      />
    </Section>
  );
}
