/** An empty React page: what anything made with React costs at least. */
import { useState } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { findSpot, measureNextTap, type Spot, time, waitForPaint, waitUntil } from './painted.ts';

const root = createRoot(findRoot());
root.render(<Empty />);

function findRoot(): HTMLElement {
  const element = document.getElementById('root');
  if (!element) throw new Error('The page has no #root');
  return element;
}

function Empty() {
  const [taps, setTaps] = useState(0);
  return (
    <main>
      <h1>Empty page</h1>
      <button type="button" onClick={() => setTaps(taps + 1)}>
        Tap
      </button>
      <p>{`Tapped ${taps} times`}</p>
    </main>
  );
}

const lines = Array.from({ length: 30 }, (_, line) => line);
const weeks = Array.from({ length: 52 }, (_, week) => week);

function Sparkline({ line }: { readonly line: number }) {
  const path = weeks.map((week) => `${week === 0 ? 'M' : 'L'}${week * 3} ${40 - ((week * (line + 7)) % 38)}`).join('');
  return (
    <svg role="img" aria-label={`Line ${line}`} width="160" height="48">
      <path d={path} fill="none" stroke="currentColor" />
    </svg>
  );
}

async function mountSparklines(): Promise<number> {
  flushSync(() => root.render(<Empty />));
  await waitForPaint();
  return time(async () => {
    root.render(lines.map((line) => <Sparkline key={line} line={line} />));
    await waitUntil(() => document.querySelectorAll('svg').length === lines.length);
    await waitForPaint();
  });
}

async function openButton(): Promise<Spot> {
  if (!document.querySelector('button')) flushSync(() => root.render(<Empty />));
  await waitForPaint();
  return findSpot(document.querySelector('button'));
}

function watchTap(): Promise<number> {
  const before = document.querySelector('p')?.textContent;
  return measureNextTap(() => document.querySelector('p')?.textContent !== before);
}

window.__react = { mountSparklines, openButton, watchTap };
