import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { type Compressors, type FileMap, toFileMap } from '#server/static-files.ts';

const compressors: Compressors = {
  // 9 of 11: the last two steps take ten times as long for two per cent.
  br: (bytes) => new Uint8Array(brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } })),
  gzip: (bytes) => new Uint8Array(gzipSync(bytes, { level: 9 })),
};

/** The built app in memory, compressed. In: its folder. Out: undefined when nothing was built there. */
export function readBuiltApp(folder: string): FileMap | undefined {
  return existsSync(join(folder, 'index.html')) ? readFolder(folder) : undefined;
}

/** Every file of a folder in memory, compressed. */
export function readFolder(folder: string): FileMap {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => ({
      path: relative(folder, file).split(sep).join('/'),
      bytes: new Uint8Array(readFileSync(file)),
    }));
  return toFileMap(files, compressors);
}
