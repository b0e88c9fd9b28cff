import type { Database } from '#storage/database.ts';
import { setTimer, watchPage } from './browser-ports.ts';
import { leadExchange } from './lead-exchange.ts';
import { leadTabs } from './lead-tabs.ts';
import type { SharingSignal } from './sharing-signal.ts';
import { openTabChannel } from './tab-channel.ts';
import { tellExports } from './tell-exports.ts';

interface RunningSharing {
  readonly exchangeNow: () => void;
  readonly stop: () => void;
}

/** This tab's part in the exchange: it leads, or follows the tab that does. */
export function runSharing(db: Database, signal: SharingSignal): RunningSharing {
  const channel = openTabChannel(db.name);
  let leading: ReturnType<typeof leadExchange> | undefined;
  const tell: SharingSignal['tell'] = (status, fetched) => {
    signal.tell(status, fetched);
    channel.post({ kind: 'status', status, fetched });
  };
  const stopLeading = leadTabs(
    {
      locks: navigator.locks,
      lockName: `${db.name}/exchange`,
      channel,
      setTimer,
      isHidden: () => document.visibilityState === 'hidden',
      watchPage,
    },
    () => {
      leading = leadExchange(db, tell);
      return () => {
        leading?.stop();
        leading = undefined;
      };
    },
  );
  const stopListening = channel.listen((message) => {
    if (message.kind === 'status' && leading === undefined) signal.tell(message.status, message.fetched);
    if (message.kind === 'asked' && leading)
      channel.post({ kind: 'status', status: signal.getStatus(), fetched: signal.getFetched() });
    if (message.kind === 'wanted') leading?.exchangeNow();
  });
  channel.post({ kind: 'asked' });
  const stopTelling = tellExports();
  return {
    exchangeNow: () => {
      if (leading) leading.exchangeNow();
      else channel.post({ kind: 'wanted' });
    },
    stop: () => {
      stopListening();
      stopLeading();
      stopTelling();
      channel.close();
    },
  };
}
