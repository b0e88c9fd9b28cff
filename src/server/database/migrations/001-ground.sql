-- The ground that sync stands on (sync 2.4). Everything of a tenant carries its `space` first, so that rows can one day
-- be spread over machines by it. No foreign keys: the policies below hold every row to the space of its transaction, and
-- a check for each of 100,000 rows would cost more than the rows. Text that PostgreSQL 15 and the embedded 18 read alike.

-- The role that every request works in: no login, no ownership, no way around the policies below. Roles belong to the
-- whole cluster: another database of it, or whoever runs it, may have made this one already.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'mlo_app') THEN
    CREATE ROLE mlo_app NOLOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE;
  END IF;
EXCEPTION
  WHEN duplicate_object OR unique_violation THEN NULL;
END
$$;

-- This database by name, to be compared with a note outside of it; how often it was opened. Not for requests.
CREATE TABLE instance (
  single boolean PRIMARY KEY DEFAULT true CHECK (single),
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  openings bigint NOT NULL DEFAULT 0,
  -- Which line of history it is on. The note says so, too; where it is ahead, a restore was interrupted.
  line integer NOT NULL DEFAULT 0
);
INSERT INTO instance DEFAULT VALUES;

-- A tenant. Its row is the lock under which everything in it is written, one change after the other.
CREATE TABLE space (
  id uuid PRIMARY KEY,
  name text NOT NULL DEFAULT '',
  epoch uuid NOT NULL,
  version bigint NOT NULL DEFAULT 0,
  -- Tombstones and exits up to this version are gone: an older cursor starts over.
  horizon bigint NOT NULL DEFAULT 0,
  schema integer NOT NULL DEFAULT 1,
  min_client integer NOT NULL DEFAULT 1,
  made_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE device (
  space uuid NOT NULL,
  id uuid NOT NULL,
  user_id uuid NOT NULL,
  last_seq bigint NOT NULL,
  -- Every outcome up to here is known to the device.
  acked bigint NOT NULL,
  seen_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (space, id)
);

-- Which number of a device had which operation; none for a `noop`.
CREATE TABLE op_sequence (
  space uuid NOT NULL,
  dev uuid NOT NULL,
  seq bigint NOT NULL,
  op_id uuid,
  PRIMARY KEY (space, dev, seq)
);

-- One row per operation that was answered, whoever sent it again: the memory behind "exactly once".
CREATE TABLE op_result (
  space uuid NOT NULL,
  op_id uuid NOT NULL,
  user_id uuid NOT NULL,
  -- The promise it named, if any: `fields` are for those who may see it.
  scope uuid,
  kind text NOT NULL,
  code text,
  fields jsonb,
  version bigint NOT NULL,
  -- The version it was accepted under for the first time, on whatever line of history; 0 when it never was.
  original bigint NOT NULL,
  digest text NOT NULL,
  answered_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (space, op_id)
);
CREATE INDEX op_result_by_age ON op_result (space, answered_at);

-- Written and committed before operations are worked on, so that one that kills the server is found out.
CREATE TABLE op_attempt (
  space uuid NOT NULL,
  dev uuid NOT NULL,
  op_id uuid NOT NULL,
  n integer NOT NULL,
  PRIMARY KEY (space, dev)
);

-- Rows of every synced table. What they mean is known to `domain`; here they are names and fields, so that a new synced
-- table needs no change on the server.
CREATE TABLE record (
  space uuid NOT NULL,
  tbl text NOT NULL,
  id uuid NOT NULL,
  scope uuid NOT NULL,
  version bigint NOT NULL,
  deleted_at text,
  tags jsonb,
  fields jsonb NOT NULL,
  PRIMARY KEY (space, tbl, id)
);
CREATE INDEX record_by_version ON record (space, scope, version);

-- Count and checksum of the live rows that a scope shows, kept beside them so that no pull has to count.
CREATE TABLE scope_sum (
  space uuid NOT NULL,
  scope_key text NOT NULL,
  rows bigint NOT NULL,
  check_high bigint NOT NULL,
  check_low bigint NOT NULL,
  PRIMARY KEY (space, scope_key)
);

-- Who may see and do what in which scope. A right that was taken away stays as a row, with the version at which it ended.
CREATE TABLE member (
  space uuid NOT NULL,
  user_id uuid NOT NULL,
  scope uuid NOT NULL,
  role text NOT NULL,
  lens text NOT NULL,
  version bigint NOT NULL,
  revoked_at timestamptz,
  PRIMARY KEY (space, user_id, scope)
);
CREATE INDEX member_by_scope ON member (space, scope);
CREATE INDEX member_by_user ON member (user_id);

-- One row per operation that had an effect. Played again from nothing, in this order, it gives the rows.
CREATE TABLE history (
  space uuid NOT NULL,
  version bigint NOT NULL,
  n integer NOT NULL,
  user_id uuid NOT NULL,
  tbl text NOT NULL,
  ent uuid NOT NULL,
  op jsonb NOT NULL,
  -- Set when it was placed by its first version, after a restore.
  placed_at bigint,
  received_at bigint NOT NULL,
  PRIMARY KEY (space, version, n)
);
CREATE INDEX history_by_row ON history (space, tbl, ent, version);

-- What was erased, for devices to wipe and for a restore to erase again. A copy is kept outside the backups.
CREATE TABLE erasure (
  space uuid NOT NULL,
  tbl text NOT NULL,
  id uuid NOT NULL,
  scope uuid NOT NULL,
  version bigint NOT NULL,
  decision_ref text NOT NULL,
  erased_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (space, tbl, id)
);
CREATE INDEX erasure_by_version ON erasure (space, scope, version);

-- Actions accepted once, before a restore, and waiting for the rows they speak of (sync 2.14).
CREATE TABLE parked (
  space uuid NOT NULL,
  tx uuid NOT NULL,
  user_id uuid NOT NULL,
  operations jsonb NOT NULL,
  parked_at bigint NOT NULL,
  PRIMARY KEY (space, tx)
);

GRANT SELECT ON migration TO mlo_app;
GRANT SELECT, INSERT, UPDATE ON space, device, member TO mlo_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON record, scope_sum, op_sequence, op_result, op_attempt, parked TO mlo_app;
-- What was written here stays: nobody who serves requests may change or remove it.
GRANT SELECT, INSERT ON history, erasure TO mlo_app;

-- Outside a transaction that names its space, nothing is there. The settings are read once a query (guard T5).
ALTER TABLE space ENABLE ROW LEVEL SECURITY;
ALTER TABLE space FORCE ROW LEVEL SECURITY;
CREATE POLICY own_space ON space
  USING (id = (SELECT nullif(current_setting('app.space', true), '')::uuid));

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY[
    'device', 'op_sequence', 'op_result', 'op_attempt', 'record', 'scope_sum', 'member', 'history', 'erasure', 'parked'
  ] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format(
      'CREATE POLICY own_space ON %I USING (space = (SELECT nullif(current_setting(''app.space'', true), '''')::uuid))',
      name
    );
  END LOOP;
END
$$;

-- Whoever signs in finds the spaces they belong to, and no other person's; within a space there is only that space.
CREATE POLICY own_memberships ON member FOR SELECT
  USING (
    (SELECT nullif(current_setting('app.space', true), '')) IS NULL
    AND user_id = (SELECT nullif(current_setting('app.user', true), '')::uuid)
  );

-- A reader's transaction sees the scopes that its user has a right in, and nothing else, whatever the query asks for.
CREATE POLICY own_scopes ON record AS RESTRICTIVE FOR SELECT
  USING (
    (SELECT current_setting('app.reach', true)) IS NOT DISTINCT FROM 'space'
    OR scope IN (
      SELECT member.scope
      FROM member
      WHERE member.space = (SELECT nullif(current_setting('app.space', true), '')::uuid)
        AND member.user_id = (SELECT nullif(current_setting('app.user', true), '')::uuid)
        AND member.revoked_at IS NULL
    )
  );
