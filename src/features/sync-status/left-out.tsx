import { Link } from 'react-router';
import { paths } from '#features/paths.ts';
import { Notice } from '#ui/notice.tsx';
import { useWords } from '#ui/words.ts';
import { copyWords } from './copy-messages.ts';

/** Under the button that saved a copy: what is not in it, and how that is saved. In: how many promises. */
export function LeftOut({ count }: { readonly count: number | undefined }) {
  const t = useWords(copyWords);
  return (
    <div role="status">
      {count !== undefined && count > 0 && (
        <Notice kind="warn" actions={<Link to={paths.backup()}>{t('closed')}</Link>}>
          {t('leftOut', { count })}
        </Notice>
      )}
    </div>
  );
}
