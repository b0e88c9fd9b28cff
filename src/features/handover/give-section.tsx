import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useServices } from '#features/services.ts';
import { Section } from '#ui/section.tsx';
import { useWords } from '#ui/words.ts';
import { GiveForm } from './give-form.tsx';
import { Given } from './given.tsx';
import { words } from './messages.ts';
import { type PreparedHandover, prepareHandover } from './prepare-handover.ts';
import type { HandoverGround } from './queries.ts';

/** Giving: what, from whom to whom; then what goes, the code, and the file or the codes. */
export function GiveSection({ ground }: { readonly ground: HandoverGround }) {
  const t = useWords(words);
  const services = useServices();
  const queryClient = useQueryClient();
  const [prepared, setPrepared] = useState<PreparedHandover>();
  const isEmpty = ground.promises.length === 0;
  const leave = () => {
    setPrepared(undefined);
    void queryClient.invalidateQueries({ queryKey: ['promises', 'handover'] });
  };
  return (
    <Section title={t('give')}>
      {isEmpty && <p>{t('noPromises')}</p>}
      {ground.hasProtected && <p>{t('protectedStay')}</p>}
      {/* What was chosen is kept while the rest is shown, and comes back. */}
      <div hidden={prepared?.kind === 'prepared'}>
        {!isEmpty && (
          <GiveForm
            ground={ground}
            refused={prepared?.kind === 'not-whole' ? prepared.titles : undefined}
            onPrepare={async (wish) => setPrepared(await prepareHandover(services, wish))}
          />
        )}
      </div>
      {prepared?.kind === 'prepared' && <Given prepared={prepared} onLeave={leave} />}
    </Section>
  );
}
