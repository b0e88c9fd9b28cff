import { Link } from 'react-router';
import { paths } from '#features/paths.ts';
import { Notice } from '#ui/notice.tsx';
import { useWords } from '#ui/words.ts';
import { openDeviceWords } from './open-device-messages.ts';
import { useWithheld } from './queries.ts';

/** What is shared with this person, and lies on no device that keeps it readable (guard P12). */
export function WithheldNotice() {
  const t = useWords(openDeviceWords);
  const count = useWithheld();
  if (count === 0) return null;
  return (
    <Notice
      kind="info"
      title={t('withheld', { count })}
      actions={<Link to={paths.protection()}>{t('closeDevice')}</Link>}
    >
      {t('withheldText')}
    </Notice>
  );
}
