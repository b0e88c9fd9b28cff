import { useState } from 'react';
import { Link } from 'react-router';
import type { Activity } from '#domain/records/activity.ts';
import type { Goal } from '#domain/records/goal.ts';
import { paths } from '#features/paths.ts';
import { useServices } from '#features/services.ts';
import { Cluster } from '#ui/cluster.tsx';
import { Icon } from '#ui/icon.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { Section } from '#ui/section.tsx';
import { Stack } from '#ui/stack.tsx';
import { Tag } from '#ui/tag.tsx';
import { useWords } from '#ui/words.ts';

import { listItems, moveItem, type PromiseItem } from './item-order.ts';
import styles from './items-section.module.css';
import { MoveButtons } from './move-buttons.tsx';
import { promiseEditorWords } from './promise-editor-messages.ts';

interface ItemsSectionProps {
  readonly promiseId: string;
  readonly activities: readonly Activity[];
  readonly goals: readonly Goal[];
}

/** Activities and goals of the promise with their places in the text: each is edited on a page of its own. */
export function ItemsSection({ promiseId, activities, goals }: ItemsSectionProps) {
  const t = useWords(promiseEditorWords);
  const services = useServices();
  const [failed, setFailed] = useState<unknown>();
  // A fault of the device belongs to the page's error boundary: nothing was moved.
  if (failed) throw failed;
  const items = listItems(activities, goals);
  const move = (index: number, by: -1 | 1) => {
    const item = items[index];
    if (item) moveItem(services, { promiseId, itemId: item.id, by }).catch(setFailed);
  };
  return (
    <Section id="items" title={t('items')}>
      <Stack>
        <p>{items.length > 0 ? t('itemsHint') : t('itemsEmpty')}</p>
        <ol className={styles.list}>
          {items.map((item, index) => (
            <li key={item.id} className={styles.row}>
              <div className={styles.words}>
                <Link to={toEditor(promiseId, item)}>{nameOf(item)}</Link>
                <Tag>{item.kind === 'activity' ? t('activity') : t('goal')}</Tag>
              </div>
              <Cluster>
                <MoveButtons what={nameOf(item)} index={index} count={items.length} onMove={move} />
              </Cluster>
            </li>
          ))}
        </ol>
        <Cluster>
          <LinkButton as={Link} to={paths.newActivity(promiseId)} icon={<Icon name="add" />}>
            {t('newActivity')}
          </LinkButton>
          <LinkButton as={Link} to={paths.newGoal(promiseId)} icon={<Icon name="add" />}>
            {t('newGoal')}
          </LinkButton>
        </Cluster>
      </Stack>
    </Section>
  );
}

const nameOf = (item: PromiseItem): string =>
  item.kind === 'activity' ? item.activity.shortName : item.goal.shortName;

const toEditor = (promiseId: string, item: PromiseItem): string =>
  item.kind === 'activity' ? paths.editActivity(promiseId, item.id) : paths.editGoal(promiseId, item.id);
