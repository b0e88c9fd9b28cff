import { type Kysely, sql } from 'kysely';
import { appRole } from './create-database.ts';
import type { ServerTables } from './tables.ts';

/**
 * Whether the walls between tenants hold for whoever has signed in to the database (guard T5).
 * `superuser`, `bypasses`: no policy applies to the role. `owner`: it could take the policies away. `not-a-member`: it
 * cannot work in the role of the server at all. `no-app-role`: nobody has made that role yet.
 */
export type RoleCheck =
  | { readonly kind: 'right' }
  | { readonly kind: 'superuser' | 'bypasses' | 'owner' | 'not-a-member' | 'no-app-role'; readonly role: string };

interface RoleFacts {
  readonly role: string;
  readonly is_superuser: boolean;
  readonly bypasses: boolean;
  readonly owns: boolean;
  readonly is_member: boolean;
}

/**
 * Judges the role that a connection has signed in with, and the role it will work in.
 * In: the connection. `signsIn: false` for the embedded database, where everybody is its superuser until the transaction
 * gives that up, and only the role worked in counts. Out: the verdict; the first thing that is wrong.
 */
export async function checkRole(
  kysely: Kysely<ServerTables>,
  { signsIn }: { readonly signsIn: boolean },
): Promise<RoleCheck> {
  const { rows } = await sql<RoleFacts>`
    SELECT
      role.rolname AS role,
      role.rolsuper AS is_superuser,
      role.rolbypassrls AS bypasses,
      EXISTS (
        SELECT FROM pg_class
        WHERE relnamespace = 'public'::regnamespace
          AND relkind IN ('r', 'p', 'v', 'S')
          AND NOT role.rolsuper
          AND pg_has_role(role.oid, relowner, 'MEMBER')
      ) AS owns,
      pg_has_role(role.oid, app.oid, 'MEMBER') AS is_member
    FROM pg_roles AS role, pg_roles AS app
    WHERE app.rolname = ${appRole} AND role.rolname IN (session_user, ${appRole})
  `.execute(kysely);
  if (rows.length === 0) return { kind: 'no-app-role', role: appRole };
  const judged = signsIn ? rows : rows.filter(({ role }) => role === appRole);
  return judged.map(judge).find(({ kind }) => kind !== 'right') ?? { kind: 'right' };
}

function judge({ role, is_superuser, bypasses, owns, is_member }: RoleFacts): RoleCheck {
  if (is_superuser) return { kind: 'superuser', role };
  if (bypasses) return { kind: 'bypasses', role };
  if (owns) return { kind: 'owner', role };
  return is_member ? { kind: 'right' } : { kind: 'not-a-member', role };
}
