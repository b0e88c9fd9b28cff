import type { Activity } from '#domain/records/activity.ts';
import type { Party } from '#domain/records/party.ts';
import { partyRoleWord } from '#domain/wording/record-words.ts';
import { useLanguage } from '#features/use-language.ts';
import { ChoiceChips } from '#ui/choice-chips.tsx';
import { Stack } from '#ui/stack.tsx';
import { useWords } from '#ui/words.ts';
import { activityEditorWords } from './activity-editor-messages.ts';

type PartyRole = Activity['parties'][number];
const roles = ['responsible', 'lead', 'takes-part'] as const satisfies readonly PartyRole['role'][];

interface PartyRolesProps {
  readonly parties: readonly Party[];
  readonly value: readonly PartyRole[];
  readonly onChange: (value: PartyRole[]) => void;
}

/** One line a party: what it has to do with the activity, or that the text does not name it. */
export function PartyRoles({ parties, value, onChange }: PartyRolesProps) {
  const t = useWords(activityEditorWords);
  const language = useLanguage();
  const choose = (partyId: string, role: PartyRole['role'] | 'none') => {
    const others = value.filter((entry) => entry.partyId !== partyId);
    onChange(role === 'none' ? others : sortLike(parties, [...others, { partyId, role }]));
  };
  return (
    <Stack>
      {parties.map(({ id, name }) => (
        <ChoiceChips
          key={id}
          label={name}
          value={value.find(({ partyId }) => partyId === id)?.role ?? 'none'}
          options={[
            { value: 'none' as const, label: t('notNamed') },
            ...roles.map((role) => ({ value: role, label: partyRoleWord(role, language) })),
          ]}
          onChange={(role) => choose(id, role)}
        />
      ))}
    </Stack>
  );
}

const sortLike = (parties: readonly Party[], chosen: readonly PartyRole[]): PartyRole[] => {
  const placeOf = ({ partyId }: PartyRole) => parties.findIndex(({ id }) => id === partyId);
  return chosen.toSorted((left, right) => placeOf(left) - placeOf(right));
};
