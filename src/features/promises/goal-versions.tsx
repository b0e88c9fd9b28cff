import { sortVersions } from '#domain/progress/target-versions.ts';
import type { Goal, GoalVersion } from '#domain/records/goal.ts';
import { formatDateWithYear } from '#domain/wording/days.ts';
import { describeTarget } from '#domain/wording/describe-target.ts';
import { useLanguage } from '#features/use-language.ts';
import { useWords } from '#ui/words.ts';
import { isSameValue } from './compare-values.ts';
import { words } from './messages.ts';

/** What was sealed and what it was changed to, why and by whom: the original stays visible. */
export function GoalVersions({ goal }: { readonly goal: Goal }) {
  const t = useWords(words);
  const language = useLanguage();
  const [signed, ...changed] = sortVersions(goal);
  if (!signed || changed.length === 0) return null;
  return (
    <section aria-label={t('versions')}>
      <p>
        <strong>{t('versions')}</strong>
      </p>
      <ul>
        <li>{t('versionSigned', { target: describeTarget(signed.target, language) })}</li>
        {changed.map((version, index) => (
          <VersionLine
            key={`${version.validFrom}-${version.reason}`}
            version={version}
            before={changed[index - 1] ?? signed}
          />
        ))}
      </ul>
    </section>
  );
}

function VersionLine({ version, before }: { readonly version: GoalVersion; readonly before: GoalVersion }) {
  const t = useWords(words);
  const language = useLanguage();
  const { target, countingRule, validFrom, reason, decidedBy } = version;
  const hasNewRule = !isSameValue(countingRule, before.countingRule);
  return (
    <li>
      {t('versionChanged', {
        day: formatDateWithYear(validFrom, language),
        target: describeTarget(target, language),
        reason,
        decidedBy,
      })}{' '}
      {hasNewRule && t('ruleChanged')}
    </li>
  );
}
