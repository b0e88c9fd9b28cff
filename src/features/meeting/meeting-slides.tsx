import { useLayoutEffect, useRef, useState } from 'react';
import { toMeetingReport } from '#domain/meeting/meeting-report.ts';
import { findCurrentMeeting, findLastMeeting, planMeeting } from '#domain/meeting/plan-meeting.ts';
import { meetingKindWord } from '#domain/wording/follow-up-words.ts';
import { joinList } from '#domain/wording/sentence-parts.ts';
import { keepFigures } from '#features/keep-figures.ts';
import { paths } from '#features/paths.ts';
import { RecordTitle } from '#features/record-title.tsx';
import { useServices } from '#features/services.ts';
import { useLanguage } from '#features/use-language.ts';
import { useMayDecide } from '#features/use-may-decide.ts';
import { useSharingStatus } from '#features/use-sharing-status.ts';
import { useWords } from '#ui/words.ts';
import { DecisionFields } from './decision-form.tsx';
import styles from './meeting.module.css';
import { MeetingFactsPart } from './meeting-facts.tsx';
import { MeetingPaper } from './meeting-paper.tsx';
import { words } from './messages.ts';
import type { MeetingRecords } from './queries.ts';
import type { MeetingFacts } from './record-meeting.ts';
import { SlideBar } from './slide-bar.tsx';
import { SlidePart } from './slide-part.tsx';
import { useSlide } from './use-slide.ts';

/** One slide at a time over the whole window; the paper of the meeting lies behind, for the printer. */
export function MeetingSlides({ records }: { readonly records: MeetingRecords }) {
  const t = useWords(words);
  const language = useLanguage();
  const { clock } = useServices();
  const { promise, meetings, input } = records;
  const slides = planMeeting({ ...input, language });
  const { number, show } = useSlide(slides.length);
  const slide = slides[number - 1];
  const address = useAddress(records);
  const mayDecide = useMayDecide(promise.id);
  const { facts, setFacts } = useFacts(records);
  const [decided, setDecided] = useState(0);
  const title = useRef<HTMLHeadingElement>(null);
  useTitleFocus(title, number);
  const decisions = slides.findIndex(({ kind }) => kind === 'new-decisions') + 1;
  const current = findCurrentMeeting(meetings, clock.today());
  const decide = () => {
    show(decisions);
    focusWhenThere(() => document.querySelector<HTMLElement>('#new-decision textarea'));
  };
  if (!slide) return null;
  // A projector shows paper: light in every theme.
  return (
    <div className={styles.stage} data-meeting data-paper>
      <RecordTitle
        named={`${slide.title} · ${t('meeting')} · ${t('appName')}`}
        plain={`${t('meeting')} · ${t('appName')}`}
      />
      <section className={styles.slide} data-screen-only>
        <p className={styles.details}>{promise.title}</p>
        <h1 ref={title} tabIndex={-1} className={slide.kind === 'standing' ? styles.sentence : undefined}>
          {keepFigures(slide.title)}
        </h1>
        <SlidePart
          slide={slide}
          meetings={meetings}
          address={address}
          isReadOnly={!mayDecide}
          form={
            <>
              <DecisionFields
                key={decided}
                promise={promise}
                current={current}
                facts={facts}
                onSaved={() => setDecided(decided + 1)}
              />
              <MeetingFactsPart promise={promise} current={current} facts={facts} onChange={setFacts} />
            </>
          }
        />
      </section>
      <SlideBar
        promiseId={promise.id}
        number={number}
        all={slides.length}
        onShow={show}
        onDecide={mayDecide ? decide : undefined}
        fileName={`mote-${clock.today()}.pptx`}
        report={toMeetingReport(slides, {
          title: promise.title,
          subtitle: describeMeeting(facts, records, language),
          address: address.url,
          today: clock.today(),
          language,
        })}
      />
      <MeetingPaper title={promise.title} slides={slides} address={address.url} />
    </div>
  );
}

const describeMeeting = (facts: MeetingFacts, { promise }: MeetingRecords, language: 'sv' | 'en') => {
  const names = promise.parties.filter(({ id }) => facts.partyIds.includes(id)).map(({ name }) => name);
  const kind = meetingKindWord(facts.kind, language);
  return names.length > 0 ? `${kind}: ${joinList(names, language)}` : kind;
};

/** What today's meeting is, or else what the last one was: a group meets with the same functions as a rule. */
function useFacts({ promise, meetings }: MeetingRecords) {
  const { clock } = useServices();
  const today = clock.today();
  const [typed, setFacts] = useState<MeetingFacts>();
  const known = findCurrentMeeting(meetings, today) ?? findLastMeeting(meetings, today);
  const facts = typed ?? known ?? { kind: 'sspf', partyIds: promise.parties.map(({ id }) => id) };
  return { facts: { kind: facts.kind, partyIds: facts.partyIds }, setFacts };
}

/** Where the code leads: to the page for residents where a server hands it out, else to the promise's overview. */
function useAddress({ promise, publicPath }: MeetingRecords) {
  const isAlone = useSharingStatus() === 'alone';
  const path = isAlone ? undefined : publicPath;
  return { url: `${location.origin}${path ?? paths.overview(promise.id)}`, isPublic: path !== undefined };
}

/** Who hears the page hears the new slide; who opened it with one tap keeps the focus where it was. */
function useTitleFocus(title: React.RefObject<HTMLElement | null>, number: number): void {
  const shown = useRef(number);
  // Before the browser paints: whoever asked for the form gets the focus after this, and keeps it.
  useLayoutEffect(() => {
    if (shown.current === number) return;
    shown.current = number;
    title.current?.focus({ preventScroll: true });
  }, [title, number]);
}

/** The form comes with the slide, a moment after it was asked for. */
function focusWhenThere(find: () => HTMLElement | null, tries = 120): void {
  const field = find();
  if (field) field.focus();
  else if (tries > 0) requestAnimationFrame(() => focusWhenThere(find, tries - 1));
}
