import { type ReactNode, useEffect, useRef } from 'react';
import { Link, useParams } from 'react-router';
import { paths } from '#features/paths.ts';
import { Cluster } from '#ui/cluster.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { Stack } from '#ui/stack.tsx';
import { useWords } from '#ui/words.ts';
import { type Step, steps } from './import-state.ts';
import styles from './importing.module.css';
import { words } from './messages.ts';

interface StepFrameProps {
  readonly step: Step;
  readonly title: string;
  /** The heading takes focus when the person came here from another step. */
  readonly focus: boolean;
  readonly children: ReactNode;
  /** Buttons below: on and back. The way out stands beside them. */
  readonly actions?: ReactNode;
}

/** One step of the import under its heading. Who uses a keyboard or a screen reader starts there. */
export function StepFrame({ step, title, focus, children, actions }: StepFrameProps) {
  const t = useWords(words);
  const { promiseId = '' } = useParams();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (focus) heading.current?.focus();
  }, [focus]);
  return (
    <section aria-labelledby={`step-${step}`}>
      <Stack gap="loose">
        <div>
          <p className={styles.quiet}>{t('stepOf', { step: steps.indexOf(step) + 1, all: steps.length })}</p>
          <h2 id={`step-${step}`} tabIndex={-1} ref={heading}>
            {title}
          </h2>
        </div>
        {children}
        {actions && (
          <Cluster>
            {actions}
            <LinkButton as={Link} kind="quiet" to={paths.promise(promiseId)}>
              {t('cancel')}
            </LinkButton>
          </Cluster>
        )}
      </Stack>
    </section>
  );
}
