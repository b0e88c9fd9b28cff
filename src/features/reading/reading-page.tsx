import { useState } from 'react';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { useWords } from '#ui/words.ts';
import { words } from './messages.ts';
import { PasteStep } from './paste-step.tsx';
import { ReviewStep } from './review-step.tsx';
import { type Reading, useReading } from './use-reading.ts';

/** `/loften/nytt/las`: the text of a promise becomes a draft, and the draft a promise. */
export function ReadingPage() {
  const t = useWords(words);
  const reading = useReading();
  const { kept } = reading;
  if (!kept) return null;
  const { read, step } = kept;
  const isReview = step === 'draft' && read !== undefined;
  return (
    <>
      <title>{`${t('title')} · ${t('appName')}`}</title>
      <PageHeader
        title={t('title')}
        lead={<p>{t(isReview ? 'draftLead' : 'pasteLead')}</p>}
        actions={isReview && <TextActions reading={reading} />}
      />
      {isReview ? (
        // Another text is another draft: nothing of the page's state belongs to it.
        <ReviewStep key={read.text} edited={read.edited} isPart={read.text !== read.whole} reading={reading} />
      ) : (
        <PasteStep kept={kept} reading={reading} />
      )}
    </>
  );
}

function TextActions({ reading }: { readonly reading: Reading }) {
  const t = useWords(words);
  const [isAsking, setAsking] = useState(false);
  return (
    <>
      <Button onClick={() => reading.goTo('text')}>{t('changeText')}</Button>
      <Button kind="quiet" onClick={() => setAsking(true)}>
        {t('startOver')}
      </Button>
      <Dialog
        open={isAsking}
        onClose={() => setAsking(false)}
        title={t('startOver')}
        actions={
          <>
            <Button kind="danger" onClick={reading.clear}>
              {t('startOver')}
            </Button>
            <Button onClick={() => setAsking(false)}>{t('cancel')}</Button>
          </>
        }
      >
        <p>{t('startOverAsk')}</p>
      </Dialog>
    </>
  );
}
