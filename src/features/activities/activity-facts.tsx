import type { Activity } from '#domain/records/activity.ts';
import { formatDateWithYear } from '#domain/wording/days.ts';
import type { Language } from '#domain/wording/locale.ts';
import { activityStatusWord, partyRoleWord, responsibilityWord } from '#domain/wording/record-words.ts';
import { useLanguage } from '#features/use-language.ts';
import type { PromiseOverview } from '#storage/overview.ts';
import { type Definition, DefinitionList } from '#ui/definition-list.tsx';
import { Section } from '#ui/section.tsx';
import { type Translate, useWords } from '#ui/words.ts';
import { words } from './messages.ts';

interface ActivityFactsProps {
  readonly activity: Activity;
  readonly overview: PromiseOverview;
}

/** The activity as it was promised. What the text leaves out is left out here, or said to be missing. */
export function ActivityFacts({ activity, overview }: ActivityFactsProps) {
  const t = useWords(words);
  const language = useLanguage();
  const { status, statusReason, rescoped, targetGroup, places, focusAreaId } = activity;
  const word = activityStatusWord(status, language);
  const optional: readonly (readonly [key: string, term: string, value: string | undefined])[] = [
    ['area', t('focusArea'), overview.focusAreas.find(({ id }) => id === focusAreaId)?.name],
    ['target', t('targetGroup'), targetGroup],
    ['places', t('places'), places.join(', ')],
    [
      'rescoped',
      t('rescoped'),
      rescoped && t('rescopedText', { day: formatDateWithYear(rescoped.on, language), reason: rescoped.reason }),
    ],
  ];
  const items: readonly Definition[] = [
    {
      key: 'status',
      term: t('status'),
      value: statusReason?.trim() ? t('statusReason', { status: word, reason: statusReason }) : word,
    },
    { key: 'parties', term: t('parties'), value: nameParties(activity, overview, t, language) },
    { key: 'responsibility', term: t('responsibility'), value: responsibilityWord(activity.responsibility, language) },
    ...optional.flatMap(([key, term, value]) => (value?.trim() ? [{ key, term, value }] : [])),
  ];
  return (
    <Section title={t('facts')}>
      <DefinitionList items={items} />
    </Section>
  );
}

function nameParties(
  { parties }: Activity,
  { promise }: PromiseOverview,
  t: Translate<keyof typeof words.sv>,
  language: Language,
): string {
  const names = parties.map(({ partyId, role }) => {
    const party = promise.parties.find(({ id }) => id === partyId)?.name ?? '–';
    return t('partyRole', { party, role: partyRoleWord(role, language).toLocaleLowerCase('sv-SE') });
  });
  return names.join(', ') || t('noParties');
}
