/** The files of the built app, held in memory: only what was listed at start can ever be sent (guard T20). */

/** One file as the build wrote it. `path` is relative to the build's folder, with `/` between its parts. */
export interface BuiltFile {
  readonly path: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Encodings that need the platform; handed in, since this room knows only web standards. */
export interface Compressors {
  readonly br: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer>;
  readonly gzip: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer>;
}

type Encoding = keyof Compressors;

export interface StoredFile {
  readonly contentType: string;
  readonly cacheControl: string;
  readonly plain: Uint8Array<ArrayBuffer>;
  /** Made when it is asked for, and kept: to encode the whole app takes longer than to start the server. */
  readonly encoded: Encoded;
}

type Encoded = Readonly<Partial<Record<Encoding, Uint8Array<ArrayBuffer>>>>;

/** From the exact path of an address to a file. */
export type FileMap = ReadonlyMap<string, StoredFile>;

const contentTypes: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  html: 'text/html; charset=utf-8',
  ico: 'image/x-icon',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json; charset=utf-8',
  png: 'image/png',
  svg: 'image/svg+xml; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  wasm: 'application/wasm',
  webmanifest: 'application/manifest+json; charset=utf-8',
  woff2: 'font/woff2',
};

const alreadyCompressed = new Set(['ico', 'png', 'woff2']);
/** Below this a compressed answer fits the same packet. */
const worthCompressing = 1024;
/** In the order of preference. */
const encodings: readonly Encoding[] = ['br', 'gzip'];
/** Ways of climbing out of a folder. The map would not follow them; they are not worth the page either. */
const suspicious = /%2e|%2f|%5c|%00|[\\\0]|\.\./i;
const neverPages = /^\/(api|offentlig)(\/|$)/;

/**
 * The map of everything that may be sent.
 * In: the files of the build and the encodings at hand. Out: exact path → file. Dot folders (the build's own notes) and
 * files of an unknown kind are left out: what has no type has no business on the network.
 */
export function toFileMap(files: readonly BuiltFile[], compressors: Compressors): FileMap {
  const map = new Map<string, StoredFile>();
  for (const { path, bytes } of files) {
    const extension = toExtension(path);
    const contentType = contentTypes[extension];
    if (contentType === undefined || path.split('/').some((part) => part.startsWith('.'))) continue;
    const compress = !alreadyCompressed.has(extension) && bytes.length >= worthCompressing;
    map.set(`/${path}`, {
      contentType,
      cacheControl: path.startsWith('assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
      plain: bytes,
      encoded: compress ? createEncoded(bytes, compressors) : {},
    });
  }
  return map;
}

function createEncoded(bytes: Uint8Array<ArrayBuffer>, compressors: Compressors): Encoded {
  const made: Partial<Record<Encoding, Uint8Array<ArrayBuffer>>> = {};
  const make = (name: Encoding) => {
    const encoded = made[name] ?? compressors[name](bytes);
    made[name] = encoded;
    return encoded;
  };
  return {
    get br() {
      return make('br');
    },
    get gzip() {
      return make('gzip');
    },
  };
}

/**
 * The file an address means: itself, or the app's page for a place inside the app.
 * In: the path as it stood in the request, still encoded. Out: a file, or undefined for what does not exist.
 * A path with an extension is a file and never falls back, or a missing script would be answered with a page.
 */
export function findFile(files: FileMap, path: string): StoredFile | undefined {
  if (suspicious.test(path) || neverPages.test(path)) return undefined;
  return files.get(path) ?? (toExtension(path) === '' ? files.get('/index.html') : undefined);
}

/**
 * The answer that carries a file, in the best encoding the asker accepts.
 * In: the file and the request's `Accept-Encoding`, if any. Out: a response with status 200.
 */
export function toFileResponse(file: StoredFile, acceptEncoding = ''): Response {
  const encoding = encodings.find((name) => accepts(acceptEncoding, name) && file.encoded[name]);
  const body = encoding ? file.encoded[encoding] : file.plain;
  const headers = new Headers({
    'content-type': file.contentType,
    'cache-control': file.cacheControl,
    'content-length': String(body?.length ?? 0),
    vary: 'accept-encoding',
  });
  if (encoding) headers.set('content-encoding', encoding);
  return new Response(body ?? null, { headers });
}

function accepts(acceptEncoding: string, name: Encoding): boolean {
  return acceptEncoding.split(',').some((part) => {
    const [token, quality] = part.split(';').map((text) => text.trim().toLowerCase());
    return token === name && !/^q=0(\.0*)?$/.test(quality ?? '');
  });
}

function toExtension(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const dot = name.lastIndexOf('.');
  return dot === -1 ? '' : name.slice(dot + 1).toLowerCase();
}
