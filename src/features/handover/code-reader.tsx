import { useEffect, useRef, useState } from 'react';
import { Button } from '#ui/button.tsx';
import { FileField } from '#ui/file-field.tsx';
import { Notice } from '#ui/notice.tsx';
import { Stack } from '#ui/stack.tsx';
import { useWords } from '#ui/words.ts';
import { collectCodes } from './collect-codes.ts';
import styles from './handover.module.css';
import { words } from './messages.ts';
import { readPicture, readVideo } from './read-pixels.ts';

interface CodeReaderProps {
  readonly onRead: (bytes: Uint8Array) => void;
}

/** QR codes, by the camera or from pictures, in any order. */
export function CodeReader({ onRead }: CodeReaderProps) {
  const t = useWords(words);
  const [codes] = useState(collectCodes);
  const [progress, setProgress] = useState<{ readonly read: number; readonly count: number }>();
  const [isWatching, setWatching] = useState(false);
  const [issue, setIssue] = useState<'noCamera' | 'noCodeInPicture'>();
  const add = (text: string): boolean => {
    const next = codes.add(text);
    if (next.count > 0) setProgress({ read: next.read, count: next.count });
    if (next.bytes) onRead(next.bytes);
    return next.bytes !== undefined;
  };
  const choosePicture = async (file: File) => {
    const text = await readPicture(file);
    setIssue(text === undefined ? 'noCodeInPicture' : undefined);
    if (text !== undefined) {
      await codes.ready;
      add(text);
    }
  };
  return (
    <Stack>
      <div>
        <Button
          onClick={() => {
            setIssue(undefined);
            setWatching(!isWatching);
          }}
        >
          {isWatching ? t('stopCamera') : t('camera')}
        </Button>
      </div>
      {isWatching && (
        <Camera
          onCode={async (text) => {
            await codes.ready;
            if (add(text)) setWatching(false);
          }}
          onTrouble={() => {
            setWatching(false);
            setIssue('noCamera');
          }}
        />
      )}
      <p role="status">{(isWatching || progress) && t('cameraRead', progress ?? { read: 0, count: 0 })}</p>
      {issue === 'noCamera' && (
        <Notice kind="warn" announce="alert">
          {t('noCamera')}
        </Notice>
      )}
      <FileField
        label={t('picture')}
        hint={t('pictureHint')}
        accept="image/*"
        issue={issue === 'noCodeInPicture' ? t('noCodeInPicture') : undefined}
        onChoose={(file) => void choosePicture(file)}
      />
    </Stack>
  );
}

interface CameraProps {
  readonly onCode: (text: string) => Promise<void>;
  readonly onTrouble: () => void;
}

/** Milliseconds between two looks: a code is shown for longer. */
const lookEvery = 120;

function Camera({ onCode, onTrouble }: CameraProps) {
  const t = useWords(words);
  const video = useRef<HTMLVideoElement>(null);
  const told = useRef({ onCode, onTrouble });
  told.current = { onCode, onTrouble };
  useEffect(() => {
    let stream: MediaStream | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isOver = false;
    const look = async () => {
      const text = video.current ? await readVideo(video.current) : undefined;
      if (text !== undefined && !isOver) await told.current.onCode(text);
      if (!isOver) timer = setTimeout(() => void look(), lookEvery);
    };
    const start = async () => {
      stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
      if (isOver) stop(stream);
      else if (video.current) {
        video.current.srcObject = stream;
        await video.current.play();
        await look();
      }
    };
    start().catch(() => {
      if (!isOver) told.current.onTrouble();
    });
    return () => {
      isOver = true;
      clearTimeout(timer);
      stop(stream);
    };
  }, []);
  return <video ref={video} className={styles.video} muted playsInline aria-label={t('cameraView')} />;
}

const stop = (stream: MediaStream | undefined): void => {
  for (const track of stream?.getTracks() ?? []) track.stop();
};
