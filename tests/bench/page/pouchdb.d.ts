/** PouchDB's own packages say nothing of types; this is as much of them as is used here. */

declare module 'pouchdb-browser' {
  interface Replicated {
    readonly docs_written: number;
    readonly doc_write_failures: number;
  }

  interface Replication extends PromiseLike<Replicated> {
    readonly on: (event: 'paused' | 'error', heard: (reason?: unknown) => void) => Replication;
    readonly once: (event: 'paused', heard: () => void) => Replication;
    readonly cancel: () => void;
  }

  interface ReplicationOptions {
    readonly batch_size: number;
    readonly live?: boolean;
    readonly since?: number;
  }

  interface Changes {
    readonly on: (event: 'change', heard: (change: { readonly id: string; readonly doc: object }) => void) => Changes;
    readonly cancel: () => void;
  }

  type Replicate = (address: string, options: ReplicationOptions) => Replication;

  class PouchDB {
    constructor(name: string, options?: { readonly adapter: 'indexeddb' });
    static plugin(plugin: unknown): void;
    readonly replicate: { readonly from: Replicate; readonly to: Replicate };
    bulkDocs(documents: readonly object[]): Promise<readonly { readonly ok?: true; readonly error?: unknown }[]>;
    changes(options: { readonly live: true; readonly since: 'now'; readonly include_docs: true }): Changes;
    info(): Promise<{ readonly doc_count: number; readonly update_seq: number }>;
    close(): Promise<void>;
  }

  export default PouchDB;
}

declare module 'pouchdb-adapter-indexeddb' {
  const adapter: unknown;
  export default adapter;
}
