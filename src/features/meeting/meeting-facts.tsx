import { useState } from 'react';
import type { CitizenPromise } from '#domain/records/citizen-promise.ts';
import type { Meeting } from '#domain/records/meeting.ts';
import { formatDate } from '#domain/wording/days.ts';
import { meetingKindWord } from '#domain/wording/follow-up-words.ts';
import { joinList } from '#domain/wording/sentence-parts.ts';
import { useServices } from '#features/services.ts';
import { useLanguage } from '#features/use-language.ts';
import type { Row } from '#storage/database.ts';
import { Button } from '#ui/button.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { ToggleChips } from '#ui/toggle-chips.tsx';
import { useWords } from '#ui/words.ts';
import styles from './meeting.module.css';
import { words } from './messages.ts';
import { changeMeeting, type MeetingFacts, startMeeting } from './record-meeting.ts';
import { TroubleNotice } from './trouble-notice.tsx';
import { useSaving } from './use-saving.ts';

const kinds: readonly Meeting['kind'][] = ['sspf', 'steering', 'operational', 'citizen-dialogue', 'other'];

interface MeetingFactsProps {
  readonly promise: CitizenPromise;
  readonly current: Row<'meetings'> | undefined;
  readonly facts: MeetingFacts;
  readonly onChange: (facts: MeetingFacts) => void;
}

/** Which meeting this is, and which functions are there: the record of the meeting, without persons. */
export function MeetingFactsPart({ promise, current, facts, onChange }: MeetingFactsProps) {
  const t = useWords(words);
  const language = useLanguage();
  const services = useServices();
  const { trouble, save } = useSaving();
  const [isChanging, setIsChanging] = useState(false);
  const names = promise.parties.filter(({ id }) => facts.partyIds.includes(id)).map(({ name }) => name);
  if (current && !isChanging) {
    return (
      <p className={styles.facts}>
        {t('started', {
          kind: meetingKindWord(current.kind, language),
          day: formatDate(current.date, language),
          parties: names.length > 0 ? joinList(names, language) : t('nobody'),
        })}{' '}
        <Button kind="quiet" onClick={() => setIsChanging(true)}>
          {t('change')}
        </Button>
      </p>
    );
  }
  const keep = async () => {
    const saving = () =>
      current ? changeMeeting(services, current, facts) : startMeeting(services, promise.id, facts);
    if (await save(saving)) setIsChanging(false);
  };
  return (
    <div className={styles.form}>
      <TroubleNotice trouble={trouble} />
      <SelectField
        label={t('kind')}
        hint={t('kindHint')}
        value={facts.kind}
        options={kinds.map((kind) => ({ value: kind, label: meetingKindWord(kind, language) }))}
        onChange={(value) => onChange({ ...facts, kind: kinds.find((kind) => kind === value) ?? facts.kind })}
      />
      <ToggleChips
        label={t('present')}
        hint={t('presentHint')}
        options={promise.parties.map(({ id, name }) => ({ value: id, label: name }))}
        value={facts.partyIds}
        onChange={(partyIds) => onChange({ ...facts, partyIds: [...partyIds] })}
      />
      <div>
        <Button kind="secondary" onClick={() => void keep()}>
          {t(current ? 'save' : 'start')}
        </Button>
      </div>
    </div>
  );
}
