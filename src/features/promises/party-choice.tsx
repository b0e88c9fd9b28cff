import type { Party } from '#domain/records/party.ts';
import { ToggleChips } from '#ui/toggle-chips.tsx';
import { useFieldIssue } from './form-fields.tsx';

interface PartyChoiceProps {
  readonly path: string;
  readonly label: string;
  readonly hint?: string;
  readonly parties: readonly Party[];
  readonly value: readonly string[];
  readonly onChange: (partyIds: readonly string[]) => void;
}

/** Any of the promise's parties. */
export function PartyChoice({ path, parties, ...field }: PartyChoiceProps) {
  return (
    <div data-field={path}>
      <ToggleChips
        {...field}
        options={parties.map(({ id, name }) => ({ value: id, label: name }))}
        issue={useFieldIssue(path)}
      />
    </div>
  );
}
