/** What is handed out, as files. In comes only what is masked already: the writers never see what was taken out (guard P9). */
import { type DisclosureItem, disclosedFields } from '#domain/disclosure/disclosure-item.ts';
import { toCsv } from './csv.ts';
import { disclosureFieldWords, disclosureTableWords, disclosureWords as words } from './disclosure-words.ts';

export interface MaskedDisclosure {
  readonly reference: string;
  /** The day on which it is handed out. No other time and no author is in the files. */
  readonly day: string;
  /** Masked. */
  readonly items: readonly DisclosureItem[];
}

/** One page that any browser opens and prints. No script, no style from elsewhere, no metadata but its title. */
export function writeDisclosureHtml({ reference, day, items }: MaskedDisclosure): string {
  const parts = items.map(
    (item, index) =>
      `<section><h2>${index + 1}. ${escapeHtml(toHeading(item))}</h2><dl>${item.fields
        .map(
          ({ name, text }) =>
            `<dt>${escapeHtml(disclosureFieldWords[name])}</dt><dd>${escapeHtml(text).replaceAll('\n', '<br>')}</dd>`,
        )
        .join('')}</dl></section>`,
  );
  return `<!doctype html>
<html lang="sv"><head><meta charset="utf-8"><title>${escapeHtml(words.title)}</title>
<style>body{font:1rem/1.5 sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem}h2{font-size:1.1rem}dt{font-weight:bold}dd{margin:0 0 .5rem}</style>
</head><body><h1>${escapeHtml(words.title)}</h1>
<p>${words.reference}: ${escapeHtml(reference)}<br>${words.day}: ${escapeHtml(day)}</p>
<p>${escapeHtml(words.masked)}</p>
${parts.join('\n')}
</body></html>
`;
}

export function writeDisclosureText({ reference, day, items }: MaskedDisclosure): string {
  const parts = items.flatMap((item, index) => [
    '',
    `${index + 1}. ${toHeading(item)}`,
    ...item.fields.map(({ name, text }) => `${disclosureFieldWords[name]}: ${text}`),
  ]);
  const front = [words.title, `${words.reference}: ${reference}`, `${words.day}: ${day}`, words.masked];
  return `${[...front, ...parts].join('\r\n')}\r\n`;
}

export const writeDisclosureCsv = ({ items }: MaskedDisclosure): string =>
  `${toCsv(
    [words.number, words.kind, words.date, words.promise, ...disclosedFields.map((name) => disclosureFieldWords[name])],
    items.map(({ table, day, promise, fields }, index) => [
      ...[index + 1, disclosureTableWords[table], day, promise],
      ...disclosedFields.map((name) => fields.find((field) => field.name === name)?.text ?? ''),
    ]),
  )}\r\n`;

const toHeading = ({ table, day, promise }: DisclosureItem) => `${disclosureTableWords[table]}, ${day}, ${promise}`;

const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
