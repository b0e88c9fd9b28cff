import { closeSync, existsSync, fsyncSync, openSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { PGlite } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';
import { isClosedInOrder, listFiles, syncFiles } from './settled-files.ts';

/** The embedded database's files, written through to the disk. */
export interface DurableFiles {
  readonly fs: NodeFS;
  /**
   * Before the engine is opened: where it was not closed in order, every file is forced to the disk, all at once. Until
   * {@link endOpening} the engine, which wants to do the same one by one, is not made to wait for those that nobody has
   * written to since.
   */
  readonly settle: () => Promise<void>;
  readonly endOpening: () => void;
  /** How many times a file has been forced to the disk. */
  readonly countSyncs: () => number;
  /**
   * The first refusal of the disk. From then on nothing may be acknowledged, since nobody knows what was dropped; nor may
   * the engine be closed, which would mark its files as whole. Opening them anew makes them so.
   */
  readonly findFailure: () => Error | undefined;
}

/** What a stream of the engine's file layer is known to have; `nfd` is Node's own number of an open file. */
interface EngineStream {
  readonly nfd?: number;
  readonly node: EngineNode;
  readonly flags?: number;
}
/** `O_TRUNC`, as the engine says it. */
const emptying = 512;
interface EngineNode {
  readonly parent: EngineNode;
}
interface EngineFileLayer {
  readonly stream_ops: {
    fsync?: (stream: EngineStream) => number;
    write: (stream: EngineStream, ...rest: readonly unknown[]) => number;
    setattr: (stream: EngineStream, attributes: unknown) => void;
    open: (stream: EngineStream) => void;
  };
  readonly node_ops: {
    setattr: (node: EngineNode, attributes: unknown) => void;
    mknod: (parent: EngineNode, name: string, mode: number, device: number) => EngineNode;
    rename: (node: EngineNode, newParent: EngineNode, newName: string) => void;
  };
  readonly realPath: (node: EngineNode) => string;
}

/** What has to be forced to the disk, in a test replaced by a disk that forgets. */
export interface Disk {
  readonly syncFile: (file: number) => void;
  readonly syncFolder: (path: string) => void;
  /** Files at once, by their paths. A disk without it leaves that to the engine. */
  readonly syncFiles?: (paths: readonly string[]) => Promise<void>;
}

const realDisk: Disk = { syncFile: fsyncSync, syncFolder, syncFiles };

/**
 * Lets the embedded database's `fsync` reach the disk. As it comes, it asks for none: an acknowledged commit survives a
 * killed process, and not a power cut. New and renamed files count only with the entry in their folder, which the engine
 * cannot force either: it is done before the next file is.
 * Leans on the engine's insides (checked with 0.5.16); the opening of the database proves that a commit got here.
 * In: the folder of the database's files. Open PGlite with `fs` and {@link durableStartParams}.
 */
export function createDurableFiles(folder: string, disk: Disk = realDisk): DurableFiles {
  const fs = new NodeFS(folder);
  const changedFolders = new Set<string>();
  const settled = new Set<string>();
  let syncs = 0;
  let failure: Error | undefined;

  function sync(file: number): void {
    if (failure) return;
    try {
      for (const path of changedFolders) if (existsSync(path)) disk.syncFolder(path);
      changedFolders.clear();
      disk.syncFile(file);
      syncs += 1;
    } catch (error) {
      // Not thrown: the engine, written for another kind of error, would go round in circles. Whoever answers looks here.
      failure = error instanceof Error ? error : new Error(String(error));
    }
  }

  const init = fs.init.bind(fs);
  fs.init = async (pglite: PGlite, options) => {
    const { emscriptenOpts } = await init(pglite, options);
    const preRun = emscriptenOpts.preRun ?? [];
    preRun.push((module) =>
      hookFileLayer(module.NODEFS as unknown as EngineFileLayer, { sync, changedFolders, settled }),
    );
    return { emscriptenOpts: { ...emscriptenOpts, preRun } };
  };
  const settle = async () => {
    if (disk.syncFiles === undefined || isClosedInOrder(folder)) return;
    const files = listFiles(folder);
    await disk.syncFiles(files);
    for (const path of files) settled.add(path);
  };
  const endOpening = () => settled.clear();
  return { fs, settle, endOpening, countSyncs: () => syncs, findFailure: () => failure };
}

/** With `fsync` on, and by the one method that the engine passes on to its file layer. */
export const toDurableStartParams = (defaults: readonly string[]): string[] => [
  ...defaults.filter((param) => param !== '-F'),
  ...['-c', 'fsync=on', '-c', 'wal_sync_method=fsync'],
];

interface Watch {
  readonly sync: (file: number) => void;
  readonly changedFolders: Set<string>;
  readonly settled: Set<string>;
}

function hookFileLayer(layer: EngineFileLayer, { sync, changedFolders, settled }: Watch): void {
  layer.stream_ops.fsync = ({ nfd, node }) => {
    const isSettled = settled.size > 0 && settled.has(layer.realPath(node));
    if (nfd !== undefined && !isSettled) sync(nfd);
    return 0;
  };
  watchChanges(layer, settled);
  const { mknod, rename } = layer.node_ops;
  layer.node_ops.mknod = (parent, name, mode, device) => {
    changedFolders.add(layer.realPath(parent));
    const node = mknod(parent, name, mode, device);
    settled.delete(layer.realPath(node));
    return node;
  };
  layer.node_ops.rename = (node, newParent, newName) => {
    settled.delete(layer.realPath(node));
    changedFolders.add(dirname(layer.realPath(node)));
    changedFolders.add(layer.realPath(newParent));
    rename(node, newParent, newName);
    settled.delete(join(layer.realPath(newParent), newName));
  };
}

/** Whatever can change what a file holds. To open one may empty it. */
function watchChanges(layer: EngineFileLayer, settled: Set<string>): void {
  const unsettle = (node: EngineNode) => {
    if (settled.size > 0) settled.delete(layer.realPath(node));
  };
  const { stream_ops: streams, node_ops: nodes } = layer;
  const { write, setattr, open } = streams;
  const setNodeAttributes = nodes.setattr;
  streams.write = (stream, ...rest) => {
    unsettle(stream.node);
    return write(stream, ...rest);
  };
  streams.setattr = (stream, attributes) => {
    unsettle(stream.node);
    setattr(stream, attributes);
  };
  streams.open = (stream) => {
    if (((stream.flags ?? emptying) & emptying) !== 0) unsettle(stream.node);
    open(stream);
  };
  nodes.setattr = (node, attributes) => {
    unsettle(node);
    setNodeAttributes(node, attributes);
  };
}

/** Forces the entries of a folder to the disk, where the platform can do that. */
export function syncFolder(path: string): void {
  // Windows opens no folders; NTFS keeps its entries in a journal of its own.
  if (process.platform === 'win32') return;
  const folder = openSync(path, 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}
