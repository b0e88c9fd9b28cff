import { useEffect, useRef, useState } from 'react';
import type { Issue } from '#domain/records/parse-record.ts';
import { Notice } from '#ui/notice.tsx';
import { useWords } from '#ui/words.ts';
import { editorWords } from './editor-messages.ts';
import styles from './issue-summary.module.css';
import { useIssueWords } from './use-issue-words.ts';

/** What must be mended, with a way to each field. Focus comes here when the saving was refused. */
export function IssueSummary({ issues }: { readonly issues: readonly Issue[] }) {
  const t = useWords(editorWords);
  const say = useIssueWords();
  const place = useRef<HTMLDivElement>(null);
  const [labels, setLabels] = useState<readonly string[]>([]);
  const unique = issues.filter((issue, index) => issues.findIndex(({ path }) => path === issue.path) === index);
  useEffect(() => place.current?.focus(), []);
  // The fields know their names; the summary reads them once they have been drawn.
  // biome-ignore lint/correctness/useExhaustiveDependencies: `unique` is made anew on every draw, `issues` is what it comes from
  useEffect(() => setLabels(unique.map(({ path }) => readLabel(path))), [issues]);
  return (
    <div ref={place} tabIndex={-1}>
      <Notice kind="fail" announce="alert" title={t('issuesTitle', { count: unique.length })}>
        <ul className={styles.list}>
          {unique.map((issue, index) => (
            <li key={issue.path}>
              <button type="button" className={styles.link} onClick={() => focusField(issue.path)}>
                {[labels[index], say(issue)].filter(Boolean).join(': ')}
              </button>
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  );
}

/** The field at the path, or the nearest part of the form that holds it. */
function findField(path: string): Element | null {
  for (let place = path; place !== ''; place = place.split('.').slice(0, -1).join('.')) {
    const field = document.querySelector(`[data-field="${CSS.escape(place)}"]`);
    if (field) return field;
  }
  return null;
}

const readLabel = (path: string): string =>
  findField(path)?.querySelector('label, legend')?.firstChild?.textContent?.trim() ?? '';

function focusField(path: string) {
  const field = findField(path);
  field?.scrollIntoView({ block: 'center' });
  field?.querySelector<HTMLElement>('input, select, textarea, button, [tabindex]')?.focus({ preventScroll: true });
}
