/** React, Dexie and TanStack Query with one table on the screen: what the app is built of, without the app. */
import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query';
import { Dexie, type EntityTable } from 'dexie';
import { createRoot } from 'react-dom/client';

class SmallDatabase extends Dexie {
  declare readonly rows: EntityTable<{ readonly id: string }, 'id'>;

  constructor() {
    super('small');
    this.version(1).stores({ rows: 'id' });
  }
}

const db = new SmallDatabase();

function Rows() {
  const { data } = useQuery({ queryKey: ['rows'], queryFn: () => db.rows.toArray() });
  if (!data) return null;
  return (
    <main>
      <h1>{`${data.length} rows`}</h1>
    </main>
  );
}

const root = document.getElementById('root');
if (!root) throw new Error('The page has no #root');
createRoot(root).render(
  <QueryClientProvider client={new QueryClient()}>
    <Rows />
  </QueryClientProvider>,
);
