import type { ColumnType } from 'kysely';
import type { Membership } from '#protocol/membership.ts';
import type { RoundResult } from '#server/people/sign-in-provider.ts';

/** Milliseconds since 1970: handed out as text, as every `bigint` is. */
type Millis = ColumnType<string, number, number>;
type MillisOrNone = ColumnType<string | null, number | null | undefined, number | null>;
type JsonText<T> = ColumnType<T, string, string>;

export interface AccountTable {
  readonly space: string;
  readonly id: string;
  readonly name: string;
  readonly made_at: Millis;
  readonly ended_at: MillisOrNone;
}

export interface InvitationTable {
  readonly space: string;
  readonly id: string;
  readonly grants: JsonText<readonly Membership[]>;
  readonly made_by: string;
  readonly made_at: Millis;
  readonly ends_at: Millis;
  readonly used_at: MillisOrNone;
  readonly used_by: ColumnType<string | null, string | undefined, string>;
  readonly withdrawn_at: MillisOrNone;
}

export interface MemberChangeTable {
  readonly space: string;
  readonly version: ColumnType<string, number, number>;
  readonly user_id: string;
  readonly scope: string;
  readonly role: string | null;
  readonly lens: string | null;
  readonly changed_by: string;
  readonly changed_at: Millis;
}

export interface SignInNameTable {
  readonly name: string;
  readonly space_id: string;
  readonly user_id: string;
  readonly password: string;
  readonly changed_at: Millis;
}

export interface SignInIdentityTable {
  readonly issuer: string;
  readonly subject: string;
  readonly space_id: string;
  readonly user_id: string;
  readonly provider: string;
  readonly made_at: Millis;
}

export interface SignInSessionTable {
  readonly token_hash: string;
  readonly space_id: string;
  readonly user_id: string;
  readonly shared_device: boolean;
  readonly started_at: Millis;
  readonly seen_at: Millis;
}

export interface OneTimeLinkTable {
  readonly token_hash: string;
  readonly kind: 'set-up' | 'reset' | 'invitation';
  readonly space_id: string | null;
  readonly subject_id: string | null;
  readonly made_at: Millis;
  readonly ends_at: Millis;
}

export interface SignInFailureTable {
  readonly key: string;
  readonly count: number;
  readonly since: Millis;
  readonly locked_until: Millis;
}

export interface SignInRoundTable {
  readonly token_hash: string;
  readonly provider: string;
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  readonly return_to: string;
  readonly shared_device: boolean;
  readonly link_hash: string | null;
  readonly person_name: string | null;
  readonly ends_at: Millis;
  readonly outcome: ColumnType<RoundResult | null, string | null, string>;
}

/** Tables of sign-in (migration 10). Those with `space` are guarded by policies like every other of a tenant. */
export interface PeopleTables {
  readonly account: AccountTable;
  readonly invitation: InvitationTable;
  readonly member_change: MemberChangeTable;
  readonly sign_in_name: SignInNameTable;
  readonly sign_in_identity: SignInIdentityTable;
  readonly sign_in_session: SignInSessionTable;
  readonly one_time_link: OneTimeLinkTable;
  readonly sign_in_failure: SignInFailureTable;
  readonly sign_in_round: SignInRoundTable;
}
