/** Several processes of one script that work off tasks: the script's own file serves them when it was forked. */
import { fork } from 'node:child_process';

/** Set in a process that was forked to work: the other end of its line. */
export const isWorker = process.send !== undefined;

/** In a worker: answers every task until the parent hangs up. */
export function serveTasks<Task, Result>(work: (task: Task) => Promise<Result>): void {
  process.on('message', (task: Task) => {
    work(task).then(
      (result) => process.send?.(result),
      (error: unknown) => {
        process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
        process.exit(1);
      },
    );
  });
}

/** In the parent: gives tasks to as many workers as asked for, each the next when it has answered the one before. */
export async function runTasks<Task extends object, Result>(
  tasks: Iterable<Task>,
  workers: number,
  onResult: (task: Task, result: Result) => void,
): Promise<void> {
  const queue = tasks[Symbol.iterator]();
  await Promise.all(Array.from({ length: workers }, () => employ(queue, onResult)));
}

function employ<Task extends object, Result>(
  queue: Iterator<Task>,
  onResult: (task: Task, result: Result) => void,
): Promise<void> {
  const [, script = ''] = process.argv;
  return new Promise((resolve, reject) => {
    const worker = fork(script);
    let task: Task | undefined;
    const next = () => {
      const { value, done } = queue.next();
      task = done ? undefined : value;
      if (task === undefined) worker.disconnect();
      else worker.send(task);
    };
    worker.on('message', (result: Result) => {
      if (task !== undefined) onResult(task, result);
      next();
    });
    worker.on('error', reject);
    worker.on('exit', (code) => (task === undefined && code === 0 ? resolve() : reject(new Error('A worker died'))));
    next();
  });
}
