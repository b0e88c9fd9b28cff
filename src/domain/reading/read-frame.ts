/** Title, kind, agreement and programme: what stands around the promise itself. */
import { isClutter } from './clutter.ts';
import { cleanSlice } from './flatten-text.ts';
import { findGiven } from './given-parties.ts';
import type { Passage } from './outline.ts';
import type { PromiseDraft } from './promise-draft.ts';
import { splitSentences } from './sentences.ts';

type Frame = Pick<PromiseDraft, 'title' | 'titleSpan' | 'kind' | 'agreement' | 'programme'>;

const kinds: readonly (readonly [PromiseDraft['kind'], RegExp])[] = [
  ['extended', /förläng(?:s|ts|t|er|ning)[a-zà-ž]*[^.]{0,60}(?:löfte|till)|löftet\s+(?:har\s+)?förläng/iu],
  ['upgraded', /uppgradering/iu],
  [
    'renewed',
    /fortsättning\s+på\s+(?:förra|tidigare)|förny(?:at|as|else)|nytt\s+(?:medborgar)?löfte\s+(?:har|som\s+ersätter)/iu,
  ],
];

/** In: the flattened text and its outline. Out: what the text says about itself. */
export function readFrame(flat: string, passages: readonly Passage[]): Frame {
  const title =
    passages.find(({ block }) => isTitle(flat, block)) ??
    passages.find(({ block }) => block.kind === 'paragraph' && block.end - block.start < 140);
  const sentences = passages
    .filter(({ block }) => block.kind !== 'clutter')
    .flatMap(({ block }) => splitSentences(flat, block));
  const texts = sentences.map(({ start, end }) => cleanSlice(flat, start, end));
  const whole = texts.join('\n');
  const agreement = texts.find((text) => /samverkansöverenskommelse|samverkansavtal/iu.test(text));
  const programme = texts
    .map((text) => /(?:del\s+av|hör\s+till)\s+(Trygg[^,.–]{2,40}?)(?=\s+(?:–|-)\s|,|\.|\s+där)/u.exec(text)?.[1])
    .find(Boolean);
  return {
    title: title ? cleanSlice(flat, title.block.start, title.block.end).replace(/:$/u, '').slice(0, 200) : '',
    ...(title && { titleSpan: { start: title.block.start, end: title.block.end } }),
    kind: kinds.find(([, pattern]) => pattern.test(whole))?.[0] ?? 'new',
    ...(agreement !== undefined && { agreement: agreement.slice(0, 300) }),
    ...(programme !== undefined && { programme: programme.trim() }),
  };
}

/** A line that stands as a heading and is not only the name of an authority. */
function isTitle(flat: string, block: Passage['block']): boolean {
  if (block.kind !== 'heading') return false;
  const text = flat.slice(block.start, block.end);
  return (
    !isClutter(text) && findGiven(flat, block)?.isWhole !== true && text.length > 5 && !/^\d[\d\s./-]+$/u.test(text)
  );
}
