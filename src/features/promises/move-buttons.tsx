import { Button } from '#ui/button.tsx';
import { ToolIcon } from '#ui/tool-icon.tsx';
import { useWords } from '#ui/words.ts';
import { editorWords } from './editor-messages.ts';

interface MoveButtonsProps {
  readonly what: string;
  readonly index: number;
  readonly count: number;
  readonly onMove: (index: number, by: -1 | 1) => void;
}

/** Up and down: at the edges they stay in the focus order and say that they cannot. */
export function MoveButtons({ what, index, count, onMove }: MoveButtonsProps) {
  const t = useWords(editorWords);
  return (
    <>
      <Button
        kind="quiet"
        iconOnly
        data-move="-1"
        aria-disabled={index === 0}
        aria-label={t('moveUp', { what })}
        icon={<ToolIcon name="up" />}
        onClick={() => onMove(index, -1)}
      />
      <Button
        kind="quiet"
        iconOnly
        data-move="1"
        aria-disabled={index === count - 1}
        aria-label={t('moveDown', { what })}
        icon={<ToolIcon name="down" />}
        onClick={() => onMove(index, 1)}
      />
    </>
  );
}
