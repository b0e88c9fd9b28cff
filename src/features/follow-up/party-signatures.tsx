import { listSigningParties, listStandingSignOffs } from '#domain/follow-up/frozen-report.ts';
import type { Party } from '#domain/records/party.ts';
import { formatDateWithYear } from '#domain/wording/days.ts';
import { useServices } from '#features/services.ts';
import { SignatureForm } from '#features/signature-form.tsx';
import { useLanguage } from '#features/use-language.ts';
import type { Row } from '#storage/database.ts';
import { Section } from '#ui/section.tsx';
import { Stack } from '#ui/stack.tsx';
import { useWords } from '#ui/words.ts';
import { reviewFollowUp, signFollowUp } from './change-follow-up.ts';
import { words } from './messages.ts';
import type { FollowUpRecords } from './read-follow-up.ts';
import type { Change } from './use-change.ts';

interface PartySignaturesProps {
  readonly records: FollowUpRecords;
  readonly row: Row<'followUps'>;
  /** That a party has looked through its rows, or that it stands behind what is frozen. */
  readonly kind: 'review' | 'sign';
  readonly canSign: boolean;
  readonly change: Change;
}

/** One block for each party: what it has signed, or the means to sign. */
export function PartySignatures(props: PartySignaturesProps) {
  return (
    <Stack>
      {listSigningParties(props.records.overview.promise).map((party) => (
        <PartySignature key={party.id} party={party} {...props} />
      ))}
    </Stack>
  );
}

function PartySignature({
  party,
  records,
  row,
  kind,
  canSign,
  change,
}: PartySignaturesProps & { readonly party: Party }) {
  const t = useWords(words);
  const language = useLanguage();
  const services = useServices();
  const signatures = kind === 'review' ? (row.reviews ?? []) : listStandingSignOffs(row);
  const given = signatures.find(({ partyId }) => partyId === party.id);
  if (given) {
    const day = formatDateWithYear(given.on, language);
    return (
      <p>
        {t(kind === 'review' ? 'reviewedBy' : toSignedWord(given), {
          party: party.name,
          function: given.function,
          day,
        })}
      </p>
    );
  }
  if (!canSign) return null;
  const save = kind === 'review' ? reviewFollowUp : signFollowUp;
  return (
    <Section level={3} title={party.name}>
      <SignatureForm
        party={party}
        signatures={signatures}
        label={kind === 'review' ? t('reviewFor', { party: party.name }) : undefined}
        onSign={(profile, role, vouched) =>
          change(save(services, records.overview.promise, row, { party, profile, function: role, vouched }))
        }
      />
    </Section>
  );
}

const toSignedWord = ({ vouched }: { readonly vouched?: boolean | undefined }) =>
  vouched ? 'signedByAccount' : 'signedBy';
