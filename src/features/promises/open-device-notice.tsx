import { Link } from 'react-router';
import { toClassification } from '#domain/disclosure/protection.ts';
import type { CitizenPromise } from '#domain/records/citizen-promise.ts';
import { paths } from '#features/paths.ts';
import { isSealing } from '#storage/row-seal.ts';
import { Notice } from '#ui/notice.tsx';
import { useWords } from '#ui/words.ts';
import { openDeviceWords } from './open-device-messages.ts';

/** A protected promise should lie on no device where whoever has it in their hand can read it (guard P12). */
export function OpenDeviceNotice({ promise }: { readonly promise: CitizenPromise }) {
  const t = useWords(openDeviceWords);
  if (toClassification(promise) !== 'protected' || isSealing()) return null;
  return (
    <div data-screen-only="">
      <Notice kind="warn" title={t('openDevice')} actions={<Link to={paths.protection()}>{t('closeDevice')}</Link>}>
        {t('openDeviceText')}
      </Notice>
    </div>
  );
}
