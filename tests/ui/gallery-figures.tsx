import { CeilingBar } from '#ui/ceiling-bar.tsx';
import { DeadlineBar } from '#ui/deadline-bar.tsx';
import { DotMatrix } from '#ui/dot-matrix.tsx';
import { Figure } from '#ui/figure.tsx';
import { LazyBurnUp } from '#ui/lazy-burn-up.tsx';
import { OnDemandBar } from '#ui/on-demand-bar.tsx';
import { PartyBars } from '#ui/party-bars.tsx';
import { RatioBar } from '#ui/ratio-bar.tsx';
import { RhythmStrip } from '#ui/rhythm-strip.tsx';
import { RubricLadder } from '#ui/rubric-ladder.tsx';
import { Section } from '#ui/section.tsx';
import { SeriesDots } from '#ui/series-dots.tsx';
import { SlotTrack } from '#ui/slot-track.tsx';
import { SparkBurnUp } from '#ui/spark-burn-up.tsx';
import { Split } from '#ui/split.tsx';
import { Stack } from '#ui/stack.tsx';
import { StepTrack } from '#ui/step-track.tsx';
import { TertialSigns } from '#ui/tertial-signs.tsx';

const source = 'loggade insatser, hämtat 2026-11-21 kl. 09.30, v. 47';
const table = {
  columns: [
    { key: 'm', label: 'Månad' },
    { key: 'n', label: 'Antal', numeric: true },
  ],
  rows: [
    { key: '1', cells: ['Januari', 1] },
    { key: '2', cells: ['Februari', 0] },
  ],
};
const points = [
  { day: '2026-01-20', value: 1 },
  { day: '2026-03-02', value: 2 },
  { day: '2026-05-14', value: 4 },
  { day: '2026-05-30', value: 5 },
  { day: '2026-09-10', value: 6 },
  { day: '2026-10-02', value: 7, waiting: 1 },
];
const period = { from: '2026-01-01', to: '2026-12-31', today: '2026-11-21' };
const weeks = Array.from({ length: 53 }, (_, index) => ({
  key: `w${index}`,
  label: `v. ${index + 1}`,
  count: index > 46 || (index > 25 && index < 33) || index === 12 ? 0 : index % 4,
  state: toState(index),
  current: index === 46,
}));

function toState(index: number) {
  if (index > 46) return 'future' as const;
  if (index > 25 && index < 33) return 'paused' as const;
  return index === 12 ? ('planned' as const) : ('counted' as const);
}

export function GalleryFigures() {
  return (
    <Section title="Figurer">
      <Stack gap="loose">
        <Figure
          title="7 av 12 trafikkontroller är gjorda. Efter takt, 10 borde vara gjorda."
          table={table}
          source={source}
          imageName="trafikkontroller"
          onDownloadCsv={() => undefined}
          note="Målet höjdes från 10 till 12 den 1 april."
        >
          <LazyBurnUp
            {...period}
            points={points}
            target={12}
            formerTargets={[{ from: '2026-01-01', to: '2026-04-01', value: 10 }]}
            marks={[{ day: '2026-04-01', label: 'ny version' }]}
            expected={[
              { day: '2026-01-01', low: 0, high: 1 },
              { day: '2026-12-31', low: 11, high: 13 },
            ]}
            title="Trafikkontroller"
            desc="7 av 12 trafikkontroller är gjorda."
            interactive
          />
        </Figure>
        <Figure title="Rytmen hölls 38 av 46 veckor." table={table} source={source}>
          <RhythmStrip cells={weeks} required={1} label="Närvaro vecka för vecka" />
        </Figure>
        <Split>
          <RatioBar
            numerator={16}
            denominator={20}
            threshold={0.75}
            valueText="16 av 20"
            thresholdText="minst 75 %"
            label="16 av 20, målet är minst 75 procent."
          />
          <CeilingBar
            used={6}
            limit={10}
            timeShare={0.496}
            usedText="6 av 10"
            timeText="50 %"
            label="6 av högst 10 är använda när 50 procent av tiden har gått."
          />
          <CeilingBar used={12} limit={10} timeShare={0.9} usedText="12 av 10" timeText="90 %" label="Överskridet." />
          <DeadlineBar
            inTime={11}
            late={3}
            open={1}
            valueText="11 av 14 i tid"
            limitText="inom 3 dagar"
            label="11 av 14 hanterades i tid."
          />
          <OnDemandBar handled={7} received={8} valueText="7 av 8 hanterade" label="7 av 8 hanterade." />
        </Split>
        <Figure title="9 av 12 skolor har haft föräldramöte." table={table} source={source} imageName="skolor">
          <DotMatrix
            label="9 av 12 skolor"
            members={Array.from({ length: 12 }, (_, index) => ({
              key: `${index}`,
              label: `Skola ${index + 1} i norra delen`,
              done: index < 9,
              note: index < 9 ? '12 mars' : undefined,
            }))}
          />
        </Figure>
        <Split>
          <StepTrack
            label="2 av 4 steg"
            steps={[
              { key: 'a', label: 'Kartläggning', state: 'reached', dayText: '12 mars' },
              { key: 'b', label: 'Beslut om kameror', state: 'effort', note: 'Tillstånd gavs inte.' },
              { key: 'c', label: 'Belysning monterad', state: 'current', dayText: 'senast 30 nov' },
              { key: 'd', label: 'Utvärdering', state: 'ahead' },
            ]}
          />
          <RubricLadder
            label="Bedömd nivå: delvis"
            agreed="c"
            signed="b"
            levels={[
              { key: 'a', label: 'Inget är på plats' },
              { key: 'b', label: 'Delvis på plats', description: 'Rutinen finns men används inte av alla.' },
              { key: 'c', label: 'På plats och används' },
            ]}
          />
        </Split>
        <SlotTrack
          label="2 av 3 tillfällen"
          slots={[
            { key: 'a', label: 'Valborg 30 april', state: 'kept' },
            { key: 'b', label: 'Skolavslutning 12 juni', state: 'missed' },
            { key: 'c', label: 'Kulturnatten', state: 'exempt', note: 'Evenemanget ställdes in.' },
            { key: 'd', label: 'Lucia 13 december', state: 'later' },
          ]}
        />
        <Figure title="Otryggheten minskar men når inte målet." table={table} source={source} imageName="otrygghet">
          <SeriesDots
            label="Andel otrygga"
            from="2022-01-01"
            to="2026-12-31"
            points={[
              { key: '1', day: '2022-06-01', value: 34 },
              { key: '2', day: '2023-06-01', value: 31 },
              { key: '3', day: '2024-06-01', value: 32 },
              { key: '4', day: '2025-06-01', value: 27 },
              { key: '5', day: '2026-06-01', value: 26, preliminary: true },
            ]}
            baseline={34}
            level={20}
            formatValue={(value) => `${value} %`}
            note="Nästa mätning i juni 2027."
          />
        </Figure>
        <Figure title="Insatser per part" table={table} source={source} imageName="parter">
          <PartyBars
            label="Polis 41, Kommun 27, Skola 12"
            bars={[
              { key: '1', label: 'Polis', value: 41, series: 1 },
              { key: '2', label: 'Kommun', value: 27, series: 2 },
              { key: '3', label: 'Skola', value: 12, series: 3 },
              { key: '4', label: 'Socialtjänst', value: 3, valueText: 'färre än 5', series: 4 },
              { key: '5', label: 'Fritid', value: 9, series: 5 },
              { key: '6', label: 'Bostadsbolaget', value: 0, series: 6 },
            ]}
          />
        </Figure>
        <Split>
          <SparkBurnUp {...period} points={points} target={12} label="Trafikkontroller" />
          <SparkBurnUp {...period} points={points.slice(0, 2)} target={3} label="Annat" />
        </Split>
        <TertialSigns
          label="Livstecken"
          tertials={[
            { key: '1', label: 'jan–apr', count: 14, state: 'past' },
            { key: '2', label: 'maj–aug', count: 0, state: 'past' },
            { key: '3', label: 'sep–dec', count: 3, state: 'running' },
          ]}
        />
      </Stack>
    </Section>
  );
}
