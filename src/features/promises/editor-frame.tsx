import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { Button } from '#ui/button.tsx';
import { Cluster } from '#ui/cluster.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { Notice } from '#ui/notice.tsx';
import { Stack } from '#ui/stack.tsx';
import { StickyAction } from '#ui/sticky-action.tsx';
import { useWords } from '#ui/words.ts';
import { EditorContext } from './editor-context.ts';
import styles from './editor-frame.module.css';
import { editorWords } from './editor-messages.ts';
import { IssueSummary } from './issue-summary.tsx';
import type { Editor } from './use-editor.ts';

interface EditorFrameProps<Form, Base> {
  readonly editor: Editor<Form, Base>;
  /** Where one comes without saving. */
  readonly back: string;
  readonly children: ReactNode;
}

/** A form with its draft, its issues and its one button. */
export function EditorFrame<Form, Base>({ editor, back, children }: EditorFrameProps<Form, Base>) {
  const t = useWords(editorWords);
  const { issues, accepted, accept, state } = editor;
  return (
    <EditorContext value={{ issues, accepted, accept }}>
      <form
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void editor.save();
        }}
      >
        <Stack gap="loose">
          <DraftNotice editor={editor} />
          {children}
          <SaveNotice editor={editor} back={back} />
        </Stack>
        <StickyAction>
          <Button kind="primary" size="field" wide type="submit" busy={state.kind === 'saving'}>
            {t('save')}
          </Button>
        </StickyAction>
        <Cluster spread>
          <LinkButton as={Link} kind="quiet" to={back}>
            {t('cancel')}
          </LinkButton>
          <span>{editor.isChanged ? t('draftKept') : t('nothingChanged')}</span>
        </Cluster>
      </form>
    </EditorContext>
  );
}

function DraftNotice<Form, Base>({ editor }: { readonly editor: Editor<Form, Base> }) {
  const t = useWords(editorWords);
  if (editor.putBack) {
    return (
      <Notice kind="calm" announce="status" actions={<Button onClick={editor.putBack}>{t('undo')}</Button>}>
        {t('discarded')}
      </Notice>
    );
  }
  if (!editor.restored) return null;
  return (
    <Notice kind="info" actions={<Button onClick={() => void editor.discard()}>{t('discard')}</Button>}>
      {t('draftRestored')}
    </Notice>
  );
}

function SaveNotice<Form, Base>({ editor, back }: { readonly editor: Editor<Form, Base>; readonly back: string }) {
  const t = useWords(editorWords);
  const { state } = editor;
  if (state.kind === 'invalid' && editor.issues.length > 0) return <IssueSummary issues={editor.issues} />;
  if (state.kind === 'missing') {
    return (
      <Notice kind="fail" announce="alert" title={t('missingTitle')}>
        {t('missingText')}
      </Notice>
    );
  }
  if (state.kind === 'conflict') {
    return (
      <Notice
        kind="warn"
        announce="alert"
        title={t('conflictTitle')}
        actions={
          <>
            <LinkButton href={back} target="_blank" rel="noreferrer">
              {t('conflictTheirs')}
            </LinkButton>
            <Button onClick={() => void editor.saveAnyway()}>{t('conflictMine')}</Button>
          </>
        }
      >
        {t('conflictText')}
      </Notice>
    );
  }
  if (state.kind !== 'failed') return null;
  const needsReload = state.reason === 'closed' || state.reason === 'outdated';
  return (
    <Notice
      kind="fail"
      announce="alert"
      title={t('failedTitle')}
      actions={
        <Button onClick={() => (needsReload ? location.reload() : void editor.save())}>
          {needsReload ? t('reload') : t('retry')}
        </Button>
      }
    >
      {t(state.reason)} {t('failedKept')}
    </Notice>
  );
}
