import { Link, useParams } from 'react-router';
import { computePromise } from '#domain/progress/compute-promise.ts';
import { compareChannels, type Heard, readFeedbackClock } from '#domain/progress/feedback-clock.ts';
import { listPublicItems, type PromisedThing } from '#domain/public-page/write-public-facts.ts';
import { formatDateWithYear } from '#domain/wording/days.ts';
import { audienceWord } from '#domain/wording/follow-up-words.ts';
import { channelKindWord } from '#domain/wording/record-words.ts';
import { MissingPromise } from '#features/missing-promise.tsx';
import { paths } from '#features/paths.ts';
import { useServices } from '#features/services.ts';
import { useLanguage } from '#features/use-language.ts';
import type { Row } from '#storage/database.ts';
import { PageHeader } from '#ui/page-header.tsx';
import { Section } from '#ui/section.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { Stack } from '#ui/stack.tsx';
import { Table } from '#ui/table.tsx';
import { useWords } from '#ui/words.ts';
import { words } from './messages.ts';
import { type FeedbackDesk, useFeedbackDesk } from './queries.ts';
import { TellForm } from './tell-form.tsx';

/** `/loften/:promiseId/aterkoppling`: who was told what, how long ago, and texts that are ready to be told. */
export function FeedbackPage() {
  const t = useWords(words);
  const { clock } = useServices();
  const { promiseId = '' } = useParams();
  const { data: desk } = useFeedbackDesk(promiseId);
  if (desk === undefined) return <Skeleton lines={8} />;
  if (desk === null) return <MissingPromise />;
  const { overview, occasions, feedback } = desk;
  const { promise } = overview;
  const things = listPublicItems({ ...overview, goals: computePromise(overview, clock.today()), occasions });
  return (
    <>
      <title>{`${t('title')}: ${promise.title} · ${t('appName')}`}</title>
      <PageHeader
        title={t('title')}
        eyebrow={<Link to={paths.promise(promise.id)}>{promise.title}</Link>}
        lead={<p>{t('lead')}</p>}
      />
      <Section id="klocka" title={t('clock')}>
        <Clock desk={desk} things={things} />
      </Section>
      <Section id="kanaler" title={t('channels')}>
        <Channels desk={desk} />
      </Section>
      <Section id="beratta" title={t('tell')}>
        <TellForm promise={promise} things={things} />
      </Section>
      <Section id="gjort" title={t('done')} aside={feedback.length}>
        <Acts feedback={feedback} />
      </Section>
    </>
  );
}

function Clock({ desk, things }: { readonly desk: FeedbackDesk; readonly things: readonly PromisedThing[] }) {
  const t = useWords(words);
  const { clock } = useServices();
  const { promise } = desk.overview;
  const itemIds = things.map(({ id }) => id);
  const clocks = readFeedbackClock({ promise, itemIds, feedback: desk.feedback, asOf: clock.today() });
  const say = ({ last, days }: Heard): string => {
    if (days === undefined) return t('notBegun');
    return t(last === undefined ? 'never' : 'daysAgo', { days });
  };
  return (
    <Stack>
      <p>{t('clockHint')}</p>
      <Table
        caption={t('clock')}
        captionHidden
        columns={[
          { key: 'item', label: t('item') },
          { key: 'citizens', label: t('citizens') },
          { key: 'staff', label: t('staff') },
        ]}
        rows={clocks.map(({ itemId, citizens, staff }, index) => ({
          key: itemId,
          cells: [things[index]?.name, say(citizens), say(staff)],
        }))}
      />
    </Stack>
  );
}

function Channels({ desk }: { readonly desk: FeedbackDesk }) {
  const t = useWords(words);
  const language = useLanguage();
  const channels = compareChannels(desk.overview.promise, desk.feedback);
  if (channels.length === 0) return <p>{t('noChannels')}</p>;
  return (
    <Table
      caption={t('channels')}
      captionHidden
      columns={[
        { key: 'channel', label: t('channel') },
        { key: 'planned', label: t('planned') },
        { key: 'times', label: t('times'), numeric: true },
        { key: 'last', label: t('last') },
      ]}
      rows={channels.map(({ kind, name, times, last }) => ({
        key: `${kind} ${name}`,
        cells: [
          name ?? channelKindWord(kind, language),
          t(name === undefined ? 'no' : 'yes'),
          times,
          last === undefined ? t('notUsed') : formatDateWithYear(last, language),
        ],
      }))}
    />
  );
}

function Acts({ feedback }: { readonly feedback: readonly Row<'feedback'>[] }) {
  const t = useWords(words);
  const language = useLanguage();
  if (feedback.length === 0) return <p>{t('none')}</p>;
  return (
    <ul>
      {feedback.map(({ id, date, audience, channel, message, reach }) => (
        <li key={id}>
          <strong>
            {t('entry', {
              day: formatDateWithYear(date, language),
              audience: audienceWord(audience, language),
              channel: channelKindWord(channel, language),
            })}
          </strong>
          <p>
            {message} {reach !== undefined && `(${t('reached', { reach })})`}
          </p>
        </li>
      ))}
    </ul>
  );
}
