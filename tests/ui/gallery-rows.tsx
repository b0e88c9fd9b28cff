import { BulletKey } from '#ui/bullet-key.tsx';
import { BulletRow } from '#ui/bullet-row.tsx';
import { Section } from '#ui/section.tsx';
import { StatusMark } from '#ui/status-mark.tsx';
import { Table } from '#ui/table.tsx';

export function GalleryRows() {
  return (
    <>
      <Section title="Behöver tas upp" aside="2">
        <BulletRow
          title={<a href="#trafik">Trafikkontroller i centrum kring lunch och stängning</a>}
          valueText="2 av 12"
          status={{ tone: 'late', word: 'Efter takt' }}
          owner="Polis"
          bar={{ value: 2, target: 12, expected: 10.6, label: '2 av 12 trafikkontroller, väntat nu 10. Efter takt.' }}
        />
        <BulletRow
          title={<a href="#natt">Nattvandringar</a>}
          valueText="7 av 10"
          status={{ tone: 'risk', word: 'Risk' }}
          owner="Fritid"
          bar={{ value: 6, waiting: 1, target: 10, expected: 8, label: '7 av 10 nattvandringar varav 1 väntar.' }}
        />
      </Section>
      <Section title="I takt" aside="3">
        <BulletRow
          title={<a href="#andt">Föräldramöten ANDT</a>}
          valueText="9 av 10"
          status={{ tone: 'good', word: 'I takt' }}
          owner="Kommun"
          bar={{ value: 9, target: 10, expected: 8.9, label: '9 av 10 föräldramöten.' }}
        />
        <BulletRow
          title={<a href="#lag">Lagförda</a>}
          valueText="7 av 5"
          status={{ tone: 'done', word: 'Nått' }}
          owner="Polis"
          bar={{ value: 7, target: 5, label: '7 av 5 lagförda, målet är nått.' }}
        />
        <BulletRow
          title={<a href="#ahead">Trygghetsvandringar</a>}
          valueText="0 av 4"
          status={{ tone: 'quiet', word: 'Ej påbörjat' }}
          owner="Kommun"
          bar={{ value: 0, target: 4, expected: 1, label: '0 av 4.' }}
        />
      </Section>
      <BulletKey waiting />
      <Section title="Utan mått">
        <BulletRow
          title={<a href="#handel">Minskad öppen narkotikahandel</a>}
          status={{ tone: 'neutral', word: 'Utan mått' }}
          words="Senast bedömt 3 sept: oförändrat"
          owner="Polis"
        />
      </Section>
      <Section title="Status">
        <p>
          <StatusMark tone="done" word="Nått" tinted /> <StatusMark tone="good" word="I takt" tinted />{' '}
          <StatusMark tone="good" sign="ahead" word="Före takt" tinted /> <StatusMark tone="risk" word="Risk" tinted />{' '}
          <StatusMark tone="late" word="Efter takt" tinted /> <StatusMark tone="failed" word="Ej nått" tinted />{' '}
          <StatusMark tone="neutral" word="Utan mått" tinted />{' '}
          <StatusMark tone="quiet" sign="pause" word="Vilande" tinted />
        </p>
        <p>
          <StatusMark tone="done" word="Nått" /> <StatusMark tone="good" word="I takt" />{' '}
          <StatusMark tone="risk" word="Risk" /> <StatusMark tone="late" word="Efter takt" />{' '}
          <StatusMark tone="failed" word="Ej nått" /> <StatusMark tone="neutral" word="Utan mått" />{' '}
          <StatusMark tone="quiet" word="Ej påbörjat" />
        </p>
      </Section>
      <Section title="Tabell">
        <Table
          caption="Insatser per part"
          columns={[
            { key: 'party', label: 'Part' },
            { key: 'done', label: 'Genomförda', numeric: true },
            { key: 'planned', label: 'Planerade', numeric: true },
          ]}
          rows={[
            { key: 'p', cells: ['Polis', '1 234', '3'] },
            { key: 'k', cells: ['Kommun', '27', '12'] },
          ]}
          footer={{ key: 'sum', cells: ['Summa', '1 261', '15'] }}
        />
      </Section>
    </>
  );
}
