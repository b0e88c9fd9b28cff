/**
 * Functions that the runner puts into a page before its own scripts. Each is sent as text, so that it may use nothing
 * from outside itself.
 */

/** Fulfils `window.__painted` when the page shows so many goals, or, for none, its first heading. */
export function watchForPaint(goals: number): void {
  window.__painted = new Promise((resolve) => {
    const isShown = () => {
      if (goals === 0) return document.querySelector('main h1, main h2') !== null;
      const links = Array.from(document.querySelectorAll('main li a[href*="/mal/"]'), (link) =>
        link.getAttribute('href'),
      );
      return new Set(links.map((href) => href?.split('#')[0])).size >= goals;
    };
    const observer = new MutationObserver(() => {
      if (!isShown()) return;
      observer.disconnect();
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve(performance.now());
        port2.postMessage(undefined);
      });
    });
    observer.observe(document, { subtree: true, childList: true });
  });
}

/** Counts in `window.__rows` every row that IndexedDB hands out. */
export function countRows(): void {
  window.__rows = 0;
  const count = (request: IDBRequest): IDBRequest => {
    request.addEventListener('success', () => {
      const { result } = request;
      if (Array.isArray(result)) window.__rows += result.length;
      else if (result instanceof IDBCursor || (typeof result === 'object' && result !== null)) window.__rows += 1;
    });
    return request;
  };
  const reads = ['get', 'getAll', 'openCursor'] as const;
  for (const { prototype } of [IDBObjectStore, IDBIndex]) {
    for (const name of reads) {
      const read = prototype[name] as (...args: unknown[]) => IDBRequest;
      Object.defineProperty(prototype, name, {
        value(this: unknown, ...args: unknown[]) {
          return count(read.apply(this, args));
        },
      });
    }
  }
}

interface Fiber {
  readonly type: unknown;
  readonly memoizedProps: Readonly<Record<string, unknown>> | null;
  readonly alternate: Fiber | null;
  readonly child: Fiber | null;
  readonly sibling: Fiber | null;
}

/** Listens to React's commits the way its developer tools do, and counts charts that were rendered again. */
export function watchCharts(): void {
  let rendered = 0;
  let top: Fiber | undefined;
  const isChart = ({ type, memoizedProps }: Fiber) => type === 'svg' && memoizedProps?.role === 'img';
  const visit = (fiber: Fiber): void => {
    const before = fiber.alternate;
    if (isChart(fiber)) {
      if (before !== null && before.memoizedProps !== fiber.memoizedProps) rendered += 1;
      return;
    }
    if (before !== null && before.child === fiber.child) return;
    for (let child = fiber.child; child !== null; child = child.sibling) visit(child);
  };
  const findLongest = (fiber: Fiber): number => {
    const lists = ['data', 'points', 'cells', 'members', 'expected'].map((name) => fiber.memoizedProps?.[name]);
    let longest = Math.max(0, ...lists.map((list) => (Array.isArray(list) ? list.length : 0)));
    for (let child = fiber.child; child !== null; child = child.sibling)
      longest = Math.max(longest, findLongest(child));
    return longest;
  };
  const hook = {
    supportsFiber: true,
    isDisabled: false,
    inject: () => 1,
    onCommitFiberRoot: (_id: number, root: { readonly current: Fiber }) => {
      top = root.current;
      visit(root.current);
    },
    onCommitFiberUnmount: () => {},
    onPostCommitFiberRoot: () => {},
  };
  Object.defineProperty(window, '__REACT_DEVTOOLS_GLOBAL_HOOK__', { value: hook });
  window.__charts = {
    takeRendered: () => {
      const count = rendered;
      rendered = 0;
      return count;
    },
    findLongestSeries: () => (top ? findLongest(top) : 0),
  };
}
