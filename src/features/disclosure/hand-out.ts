/** Handing out: what is masked goes into the file, and the log says that it was handed out (guard P9). */
import type { DisclosureItem } from '#domain/disclosure/disclosure-item.ts';
import { countMasks, type Mask, maskItems } from '#domain/disclosure/mask-text.ts';
import type { Services } from '#features/services.ts';
import { type Disclosed, noteDisclosed } from '#storage/disclosures.ts';
import { downloadFile } from '#ui/download-file.ts';

export interface HandingOut {
  readonly items: readonly DisclosureItem[];
  readonly masks: readonly Mask[];
  readonly reference: string;
  readonly format: Disclosed['format'];
}

const types: Readonly<Record<Disclosed['format'], string>> = {
  html: 'text/html;charset=utf-8',
  txt: 'text/plain;charset=utf-8',
  csv: 'text/csv;charset=utf-8',
};

/** Notes it first: a file that nobody knows of is worse than a note without its file. */
export async function handOut(
  { db, clock, newId }: Services,
  { items, masks, reference, format }: HandingOut,
): Promise<void> {
  const files = await import('#documents/disclosure-files.ts');
  const write = { html: files.writeDisclosureHtml, txt: files.writeDisclosureText, csv: files.writeDisclosureCsv }[
    format
  ];
  const text = write({ reference: reference.trim(), day: clock.today(), items: maskItems(items, masks) });
  await noteDisclosed(db, {
    ...{ id: newId(), at: clock.now(), reference: reference.trim(), format },
    ...{ records: items.map(({ key }) => key), masked: countMasks(items, masks) },
  });
  downloadFile(`utlamnande-${clock.today()}.${format}`, new Blob([text], { type: types[format] }));
}
