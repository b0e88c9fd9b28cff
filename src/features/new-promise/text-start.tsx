import { Link } from 'react-router';
import { paths } from '#features/paths.ts';
import { LinkButton } from '#ui/link-button.tsx';
import { useWords } from '#ui/words.ts';
import { words } from './messages.ts';

/** The text has a page of its own: it needs the room. */
export function TextStart() {
  const t = useWords(words);
  return (
    <div>
      <LinkButton as={Link} kind="primary" size="field" to={paths.readPromise()}>
        {t('toText')}
      </LinkButton>
    </div>
  );
}
