/** What one tab tells the others about the lock of the device. */
const channelName = 'lofteskollen-lock';

export type LockNews = 'reload' | 'active';

export function tellTabs(news: LockNews): void {
  const channel = new BroadcastChannel(channelName);
  channel.postMessage(news);
  channel.close();
}

/** Returns how to stop. */
export function hearTabs(onNews: (news: LockNews) => void): () => void {
  const channel = new BroadcastChannel(channelName);
  channel.onmessage = ({ data }: MessageEvent<LockNews>) => onNews(data);
  return () => channel.close();
}
