import { useMutation } from '@tanstack/react-query';
import { useServices } from '#features/services.ts';
import { auditTallies } from '#storage/audit-tallies.ts';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import { Section } from '#ui/section.tsx';
import { Stack } from '#ui/stack.tsx';
import { useWords } from '#ui/words.ts';
import { words } from './messages.ts';

/** Lets anyone have every figure counted anew from the logs and compared. */
export function TallyCheck() {
  const t = useWords(words);
  const { db } = useServices();
  const audit = useMutation({ mutationFn: () => auditTallies(db) });
  const healed = audit.data?.mismatches.length ?? 0;
  return (
    <Section title={t('auditTitle')}>
      <Stack>
        <p>{t('auditText')}</p>
        <div>
          <Button busy={audit.isPending} onClick={() => audit.mutate()}>
            {t('auditRun')}
          </Button>
        </div>
        {audit.data && (
          <Notice kind={healed > 0 ? 'warn' : 'done'} announce="status">
            {healed > 0 ? t('auditHealed', { healed }) : t('auditRight', { goals: audit.data.goals })}
          </Notice>
        )}
      </Stack>
    </Section>
  );
}
