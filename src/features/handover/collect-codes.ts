export interface CollectedCodes {
  readonly read: number;
  readonly count: number;
  /** Once every code has been read. */
  readonly bytes: Uint8Array | undefined;
}

export interface CodeCollector {
  /** The reader of codes is loaded when somebody needs it. */
  readonly ready: Promise<unknown>;
  readonly add: (text: string) => CollectedCodes;
}

const loadFrames = () => import('#documents/qr-frames.ts');
type Frames = Awaited<ReturnType<typeof loadFrames>>;

/** Gathers codes in any order; what is no code of ours changes nothing. */
export function collectCodes(): CodeCollector {
  let frames: Frames | undefined;
  let collection: ReturnType<Frames['addFrame']> | undefined;
  const ready = loadFrames().then((loaded) => {
    frames = loaded;
    collection = loaded.noFrames;
  });
  return {
    ready,
    add: (text) => {
      if (!frames || !collection) return { read: 0, count: 0, bytes: undefined };
      collection = frames.addFrame(collection, text);
      return { read: collection.parts.size, count: collection.count, bytes: frames.joinFrames(collection) };
    },
  };
}
