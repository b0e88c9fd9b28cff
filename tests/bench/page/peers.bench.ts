/** Databases that share by themselves: what somebody would take who does not write what is measured here. */
import { pouchdbPeer } from './peer-pouchdb.ts';
import { rxdbPeer } from './peer-rxdb.ts';

window.__peers = { RxDB: rxdbPeer, PouchDB: pouchdbPeer };
