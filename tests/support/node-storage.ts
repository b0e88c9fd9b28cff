/** IndexedDB for tests in Node, which has none. */
import 'fake-indexeddb/auto';
