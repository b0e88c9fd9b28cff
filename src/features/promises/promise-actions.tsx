import { useState } from 'react';
import { Link } from 'react-router';
import type { CitizenPromise } from '#domain/records/citizen-promise.ts';
import { paths } from '#features/paths.ts';
import { useSharingStatus } from '#features/use-sharing-status.ts';
import { Cluster } from '#ui/cluster.tsx';
import { Icon } from '#ui/icon.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { Menu } from '#ui/menu.tsx';
import { Notice } from '#ui/notice.tsx';
import { Stack } from '#ui/stack.tsx';
import { ToolIcon } from '#ui/tool-icon.tsx';
import { useWords } from '#ui/words.ts';
import { words } from './messages.ts';
import { isSealed } from './seal-rules.ts';

/** What one can do with the promise. */
export function PromiseActions({ promise }: { readonly promise: CitizenPromise }) {
  const t = useWords(words);
  const status = useSharingStatus();
  const [copied, setCopied] = useState<'linkCopied' | 'linkNotCopied'>();
  const copyLink = async () => {
    try {
      await navigator.clipboard.writeText(location.origin + paths.promise(promise.id));
      setCopied('linkCopied');
    } catch {
      // The browser asks its user, who may say no; the address is there to be copied by hand.
      setCopied('linkNotCopied');
    }
  };
  return (
    <div data-screen-only="">
      <Stack>
        <Cluster>
          <LinkButton as={Link} kind="primary" to={paths.editPromise(promise.id)} icon={<ToolIcon name="edit" />}>
            {t('edit')}
          </LinkButton>
          {!isSealed(promise) && (
            <LinkButton as={Link} to={paths.sealPromise(promise.id)}>
              {t('seal')}
            </LinkButton>
          )}
          <LinkButton as={Link} to={paths.publicPage(promise.id)}>
            {t('toPublicPage')}
          </LinkButton>
          <LinkButton as={Link} to={paths.feedback(promise.id)}>
            {t('toFeedback')}
          </LinkButton>
          <LinkButton as={Link} to={paths.importTable(promise.id)}>
            {t('toImport')}
          </LinkButton>
          <LinkButton as={Link} to={paths.retention(promise.id)}>
            {t('toRetention')}
          </LinkButton>
          <LinkButton as={Link} to={paths.overview(promise.id)}>
            {t('toOverview')}
          </LinkButton>
          {status !== 'alone' && (
            <LinkButton as={Link} to={paths.promisePeople(promise.id)}>
              {t('sharedWith')}
            </LinkButton>
          )}
          <Menu
            label={t('more')}
            iconOnly
            icon={<Icon name="more" />}
            items={[
              { id: 'copy', label: t('copyLink'), icon: <ToolIcon name="copy" />, onSelect: () => void copyLink() },
              { id: 'print', label: t('print'), icon: <ToolIcon name="print" />, onSelect: () => window.print() },
            ]}
          />
        </Cluster>
        {copied && (
          <Notice kind={copied === 'linkCopied' ? 'done' : 'warn'} announce="status">
            {t(copied)}
          </Notice>
        )}
      </Stack>
    </div>
  );
}
