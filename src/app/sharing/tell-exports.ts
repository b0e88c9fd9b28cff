import { createPeopleClient } from '#sync/people-client.ts';
import { fileSavedEvent } from '#ui/download-file.ts';

const client = createPeopleClient((...request) => fetch(...request));

/**
 * Tells the server that is shared with when a page is printed or a file is saved from this tab (guard P11): nobody but
 * the device sees that. Without network nothing is told, and nobody waits for it. Out: how to stop.
 */
export function tellExports(): () => void {
  const ending = new AbortController();
  const { signal } = ending;
  const tell = (what: 'file' | 'paper', format: string) => {
    const promiseId = /\/(?:loften|mote)\/([0-9a-f-]{36})/.exec(location.pathname)?.[1];
    void client.announceExport({ what, format, ...(promiseId && { promiseId }) });
  };
  const onSaved = (event: Event) => {
    const name = event instanceof CustomEvent ? String(event.detail) : '';
    tell('file', /\.([a-z0-9]{1,10})$/i.exec(name)?.[1]?.toLowerCase() ?? 'file');
  };
  window.addEventListener(fileSavedEvent, onSaved, { signal });
  window.addEventListener('beforeprint', () => tell('paper', 'paper'), { signal });
  return () => ending.abort();
}
