import { Link } from 'react-router';
import { listFollowUpSteps } from '#domain/follow-up/follow-up-steps.ts';
import { isSameFollowUp } from '#domain/follow-up/plan-follow-ups.ts';
import type { FollowUp } from '#domain/records/follow-up.ts';
import { formatDateWithYear, formatDay } from '#domain/wording/days.ts';
import { followUpKindWord, followUpStateWord } from '#domain/wording/follow-up-words.ts';
import { paths } from '#features/paths.ts';
import { useServices } from '#features/services.ts';
import { useLanguage } from '#features/use-language.ts';
import { useMayDecide } from '#features/use-may-decide.ts';
import { Button } from '#ui/button.tsx';
import { LinkList } from '#ui/link-list.tsx';
import { type MarkedItem, MarkedList } from '#ui/marked-list.tsx';
import { Section } from '#ui/section.tsx';
import { Split } from '#ui/split.tsx';
import { useWords } from '#ui/words.ts';
import { BeginNotice } from './begin-notice.tsx';
import { ClosingChecks } from './closing-checks.tsx';
import { followUpTabs } from './follow-up-tabs.ts';
import { words } from './messages.ts';
import type { FollowUpRecords } from './read-follow-up.ts';
import { useBeginning } from './use-beginning.ts';

/** Where the follow-up stands: its steps with their days, what is left to do, and the others of the promise. */
export function StandingPart({ records }: { readonly records: FollowUpRecords }) {
  const t = useWords(words);
  return (
    <>
      {!records.row && <BeginNotice records={records} text={t('notBegun')} part={followUpTabs.assessing} />}
      <Split>
        <Steps followUp={records.followUp} />
        <ClosingChecks records={records} />
      </Split>
      <OtherFollowUps records={records} />
    </>
  );
}

const signs = {
  done: { sign: 'check', tone: 'done' },
  running: { sign: 'circle', tone: 'accent' },
  late: { sign: 'diamond', tone: 'late' },
  coming: { sign: 'ring', tone: 'quiet' },
} as const;

function Steps({ followUp }: { readonly followUp: FollowUp }) {
  const t = useWords(words);
  const language = useLanguage();
  const { clock } = useServices();
  const today = clock.today();
  const steps = listFollowUpSteps(followUp, today);
  const done = steps.filter(({ state }) => state === 'done').length;
  return (
    <Section title={t('steps')}>
      <MarkedList
        label={t('stepsLabel', { done, all: steps.length })}
        items={steps.map(
          ({ key, dueOn, state }): MarkedItem => ({
            key,
            ...signs[state],
            text: followUpStateWord(key, language),
            aside: t(state),
            note: state === 'done' ? undefined : t('stepBy', { day: formatDay(dueOn, language, today) }),
            strong: state === 'running' || state === 'late',
          }),
        )}
      />
    </Section>
  );
}

function OtherFollowUps({ records }: { readonly records: FollowUpRecords }) {
  const t = useWords(words);
  const language = useLanguage();
  const { followUp, existing, planned } = records;
  const begin = useBeginning(records);
  const mayDecide = useMayDecide(records.overview.promise.id);
  const begun = existing.filter(({ id }) => id !== followUp.id);
  const coming = planned.filter((one) => ![...existing, followUp].some((known) => isSameFollowUp(known, one)));
  if (begun.length + coming.length === 0) return null;
  return (
    <Section title={t('others')}>
      <LinkList
        items={[
          ...begun.map(({ id, kind, state, dueOn }) => ({
            key: id,
            link: <Link to={paths.followUp(id)}>{followUpKindWord(kind, language)}</Link>,
            text: `${followUpStateWord(state, language)}. ${t('dueOn', { day: formatDateWithYear(dueOn, language) })}`,
          })),
          ...coming.map((one) => ({
            key: `${one.kind} ${one.period.to}`,
            link: mayDecide ? (
              <Button kind="quiet" onClick={() => void begin(one)}>
                {t('beginNamed', { name: followUpKindWord(one.kind, language).toLowerCase() })}
              </Button>
            ) : (
              followUpKindWord(one.kind, language)
            ),
            text: t('planned', { day: formatDateWithYear(one.dueOn, language) }),
          })),
        ]}
      />
    </Section>
  );
}
