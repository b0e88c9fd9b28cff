/** Clauses of a sentence that say what shall become of it. */
import type { Span } from './promise-draft.ts';

const opening =
  /(?:det\s+(?:övergripande\s+|långsiktiga\s+)?målet|målet(?:\s+med\s+[^.]{2,60}?)?|målsättningen(?:\s+med\s+[^.]{2,60}?)?|målen|vårt\s+mål|syftet)\s+är\s+(?:att\s+)?|vill\s+(?:vi|polis\s+och\s+kommun|parterna)\s+(?:tillsammans\s+)?(?:att\s+|se\s+)|(?:har\s+som\s+mål|med\s+målet)\s+att\s+|(?:hoppas|räknar)\s+(?:vi|parterna)\s+(?:med\s+)?(?:att\s+)?|vi\s+(?:räknar\s+med|hoppas|vill)\s+att\s+|vill\s+(?:vi\s+)?(?:samtidigt\s+|också\s+)få\s+ned\s+|ska\s+leda\s+till\s+(?:att\s+)?/iu;

/** Clauses after "målet är", "vill vi att": each is a goal. */
export function wishes(flat: string, { start, end }: Span): Span[] {
  const text = flat.slice(start, end);
  const match = opening.exec(text);
  if (!match || /har\s+som\s+mål/iu.test(match[0])) return [];
  const from = start + match.index + match[0].length;
  const rest = flat.slice(from, end);
  const cuts = [...rest.matchAll(/,?\s+(?:och|samt)\s+att\s+|,\s+att\s+/giu)];
  const starts = [0, ...cuts.map((cut) => cut.index + cut[0].length)];
  return starts.map((at, index) => ({
    start: from + at,
    end: from + (cuts[index]?.index ?? rest.replace(/[.\s]+$/u, '').length),
  }));
}

/** "Ett löfte som ska ge A, B och C": each of them. */
export function splitGiven(flat: string, { start, end }: Span): Span[] {
  const match = /löfte[a-zà-ž]*\s+(?:som\s+)?ska\s+ge\s+/iu.exec(flat.slice(start, end));
  if (!match) return [];
  const from = start + match.index + match[0].length;
  return [...flat.slice(from, end).matchAll(/(?:(?!,\s|\soch\s|\ssamt\s).)+/gsu)].flatMap((part) => {
    const body = part[0].replace(/^(?:,|\s*och|\s*samt)?\s+/u, '');
    const at = from + part.index + part[0].length - body.length;
    const length = body.replace(/[.\s]+$/u, '').length;
    return length > 5 ? [{ start: at, end: at + length }] : [];
  });
}

/** "… ska bli färre och folk känna sig tryggare": two subjects, two clauses. */
export function splitAnd(flat: string, { start, end }: Span): Span[] {
  const text = flat.slice(start, end);
  const cut = /\s+och\s+(?=(?:att\s+)?[a-zà-ž]+\s+(?:ska|känna|känner|bli))/iu.exec(text);
  return cut
    ? [
        { start, end: start + cut.index },
        { start: start + cut.index + cut[0].length, end },
      ]
    : [{ start, end }];
}
