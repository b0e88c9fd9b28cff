/** Files with right checksums and whatever inside: only what reads them can stop them. */
import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate';
import { joinBytes, toSha256 } from '#documents/checksum.ts';
import { manifestName, sealMark } from '#documents/write-record-file.ts';

export interface OpenedParts {
  readonly manifest: Readonly<Record<string, unknown>>;
  /** Lines by the name of their part. */
  readonly parts: ReadonlyMap<string, readonly string[]>;
}

export function openParts(good: Uint8Array): OpenedParts {
  const files = unzipSync(good);
  const manifest = JSON.parse(strFromU8(files[manifestName] ?? new Uint8Array())) as OpenedParts['manifest'];
  const names = Object.keys(files).filter((name) => name !== manifestName);
  return {
    manifest,
    parts: new Map(
      names.map((name) => [
        name,
        strFromU8(files[name] ?? new Uint8Array())
          .trimEnd()
          .split('\n'),
      ]),
    ),
  };
}

export interface FilePlan {
  readonly parts: ReadonlyMap<string, readonly string[]>;
  /** Changes to the manifest as text, after it was made to fit the parts. */
  readonly bend?: (manifest: Readonly<Record<string, unknown>>) => unknown;
  readonly bendText?: (text: string) => string;
  /** Entries of the zip that the manifest does not name. */
  readonly extra?: Zippable;
}

/** In: a plan, and the manifest that it starts from. Out: a zip whose last letters are its checksum. */
export async function buildFile({ manifest }: OpenedParts, plan: FilePlan): Promise<Uint8Array<ArrayBuffer>> {
  const entries: Zippable = {};
  const named: unknown[] = [];
  for (const [name, lines] of plan.parts) {
    const bytes = strToU8(`${lines.join('\n')}\n`);
    entries[name] = [bytes, { level: 0 }];
    named.push({ name, lines: lines.length, bytes: bytes.length, sha256: await toSha256(bytes) });
  }
  const fitting = { ...manifest, parts: named };
  const text = JSON.stringify(plan.bend ? plan.bend(fitting) : fitting);
  entries[manifestName] = [strToU8(plan.bendText ? plan.bendText(text) : text), { level: 0 }];
  return sealZip(zipSync({ ...entries, ...plan.extra }));
}

/** Puts the checksum behind any zip, as the app does. */
export async function sealZip(zip: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  const sealed = joinBytes([zip, strToU8(sealMark)]);
  new DataView(sealed.buffer).setUint16(zip.length - 2, sealMark.length + 64, true);
  return joinBytes([sealed, strToU8(await toSha256(sealed))]);
}
