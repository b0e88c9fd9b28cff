import { type DragEvent, type ReactNode, useId, useRef, useState } from 'react';
import { useLanguage } from '#features/use-language.ts';
import { Button } from '#ui/button.tsx';
import { joinClasses } from '#ui/class-names.ts';
import { Notice } from '#ui/notice.tsx';
import { ToolIcon } from '#ui/tool-icon.tsx';
import { VisuallyHidden } from '#ui/visually-hidden.tsx';
import { useWords } from '#ui/words.ts';
import { words } from './messages.ts';
import styles from './reading.module.css';

type FileState =
  | { readonly kind: 'none' }
  | { readonly kind: 'reading' }
  | { readonly kind: 'read'; readonly name: string }
  | { readonly kind: 'refused'; readonly name: string; readonly why: string };

interface FileDropProps {
  readonly onText: (text: string) => void;
  readonly children: ReactNode;
}

/** A place where a file can be dropped or chosen; its text goes where pasted text goes. */
export function FileDrop({ onText, children }: FileDropProps) {
  const t = useWords(words);
  const language = useLanguage();
  const [state, setState] = useState<FileState>({ kind: 'none' });
  const [isOver, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const hintId = useId();

  const read = async (file: File) => {
    setState({ kind: 'reading' });
    try {
      // Loaded when somebody has a file: nobody who pastes waits for it.
      const { readDocument } = await import('#documents/read-document.ts');
      const outcome = await readDocument(file);
      if (outcome.kind === 'refused') {
        const { refusalWord } = await import('#documents/refusal-words.ts');
        setState({ kind: 'refused', name: file.name, why: refusalWord(outcome.reason, language) });
        return;
      }
      onText(outcome.text);
      setState({ kind: 'read', name: file.name });
    } catch {
      setState({ kind: 'refused', name: file.name, why: t('fileFailed') });
    }
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const [file] = event.dataTransfer.files;
    if (file) void read(file);
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is one more way beside the button
    <div
      className={joinClasses(styles.drop, isOver && styles.over)}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes('Files')) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => event.dataTransfer.files.length > 0 && drop(event)}
    >
      {children}
      <div className={styles.fileLine}>
        <VisuallyHidden>
          <input
            ref={input}
            type="file"
            tabIndex={-1}
            aria-label={t('chooseFile')}
            accept=".docx,.pdf,.html,.htm,.txt,.md,text/plain,text/html,application/pdf"
            onChange={(event) => {
              const [file] = event.target.files ?? [];
              if (file) void read(file);
              event.target.value = '';
            }}
          />
        </VisuallyHidden>
        <Button
          busy={state.kind === 'reading'}
          icon={<ToolIcon name="up" />}
          aria-describedby={hintId}
          onClick={() => input.current?.click()}
        >
          {state.kind === 'reading' ? t('readingFile') : t('chooseFile')}
        </Button>
        <p id={hintId} className={styles.quiet}>
          {t('dropFile')}
        </p>
      </div>
      <div aria-live="polite">
        {state.kind === 'read' && <Notice kind="done">{t('fileRead', { name: state.name })}</Notice>}
        {state.kind === 'refused' && (
          <Notice kind="warn" title={t('fileRefused', { name: state.name })}>
            {state.why}
          </Notice>
        )}
      </div>
    </div>
  );
}
