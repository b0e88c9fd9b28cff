import { useState } from 'react';
import type { Activity } from '#domain/records/activity.ts';
import { useServices } from '#features/services.ts';
import { useSettings } from '#features/use-settings.ts';
import type { LogRow } from '#storage/progress-logs.ts';
import { pickCards, rankActivities } from './rank-activities.ts';

export interface LikelyOrder {
  readonly cards: readonly Activity[];
  readonly activities: readonly Activity[];
  readonly pinned: readonly string[];
  readonly onPin: (activityId: string) => void;
}

/**
 * The activities as the form shows them. The order is decided once, when the form opens: a card that moves under a thumb
 * is the wrong log. What is added meanwhile comes last.
 */
export function useLikelyOrder(
  activities: readonly Activity[],
  recent: readonly LogRow[],
  preselected: string | undefined,
): LikelyOrder {
  const { clock } = useServices();
  const { settings, change } = useSettings();
  const pinned = settings.pinnedActivityIds;
  const [order] = useState(() => {
    const ranked = rankActivities(activities, recent, pinned, clock.now());
    return { all: toIds(ranked), cards: toIds(pickCards(ranked, preselected)) };
  });
  const byId = new Map(activities.map((activity) => [activity.id, activity]));
  const toActivities = (ids: readonly string[]) => ids.flatMap((id) => byId.get(id) ?? []);
  const onPin = (id: string) => {
    const others = pinned.filter((other) => other !== id);
    void change({ pinnedActivityIds: others.length === pinned.length ? [...pinned, id] : others });
  };
  const added = activities.filter((activity) => !order.all.includes(activity.id));
  return { cards: toActivities(order.cards), activities: [...toActivities(order.all), ...added], pinned, onPin };
}

const toIds = (activities: readonly Activity[]) => activities.map((activity) => activity.id);
