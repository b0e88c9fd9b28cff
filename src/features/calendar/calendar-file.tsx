import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { AgendaEntry } from '#domain/progress/agenda.ts';
import { useServices } from '#features/services.ts';
import { Button } from '#ui/button.tsx';
import { Checkbox } from '#ui/checkbox.tsx';
import { downloadFile } from '#ui/download-file.ts';
import { Section } from '#ui/section.tsx';
import { Stack } from '#ui/stack.tsx';
import { ToolIcon } from '#ui/tool-icon.tsx';
import { useWords } from '#ui/words.ts';
import { words } from './messages.ts';

interface CalendarFileProps {
  readonly agenda: readonly AgendaEntry[];
  readonly name: string;
}

/** The reminder that the product has: a file for the person's own calendar, no mail. */
export function CalendarFile({ agenda, name }: CalendarFileProps) {
  const t = useWords(words);
  const { clock } = useServices();
  const [withPlanned, setWithPlanned] = useState(false);
  const download = useMutation({
    mutationFn: async () => {
      const { toCalendarFile } = await import('#documents/calendar-file.ts');
      const days = agenda
        .filter((entry) => withPlanned || entry.kind !== 'planned-work')
        .map((entry) => ({
          key: `${entry.kind}-${entry.key}`,
          date: entry.date,
          title: `${t(`kind-${entry.kind}`)}: ${entry.name}`,
          description: entry.of,
          isPrivate: entry.kind === 'planned-work',
        }));
      downloadFile('kalender.ics', new Blob([toCalendarFile(name, days, clock.now())], { type: 'text/calendar' }));
    },
  });
  return (
    <Section title={t('fileTitle')}>
      <Stack>
        <p>{t('fileText')}</p>
        <Checkbox label={t('withPlanned')} checked={withPlanned} onChange={setWithPlanned} />
        <div>
          <Button icon={<ToolIcon name="download" />} busy={download.isPending} onClick={() => download.mutate()}>
            {t('download')}
          </Button>
        </div>
        <p role="status">{download.isSuccess && t('downloaded')}</p>
      </Stack>
    </Section>
  );
}
