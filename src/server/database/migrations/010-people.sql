-- Who there is, how they prove it, and what lets more of them in (guard T1-T3). Moments are milliseconds since 1970, from
-- the clock of the server that writes them. Secrets are stored as hashes only.

CREATE TABLE account (
  space uuid NOT NULL REFERENCES space,
  id uuid NOT NULL,
  name text NOT NULL,
  made_at bigint NOT NULL,
  ended_at bigint,
  PRIMARY KEY (space, id)
);

CREATE TABLE invitation (
  space uuid NOT NULL REFERENCES space,
  id uuid NOT NULL,
  grants jsonb NOT NULL,
  made_by uuid NOT NULL,
  made_at bigint NOT NULL,
  ends_at bigint NOT NULL,
  used_at bigint,
  used_by uuid,
  withdrawn_at bigint,
  PRIMARY KEY (space, id)
);

-- Every right that was given or taken, by whom: `member` only says what holds now. A null role was a taking.
CREATE TABLE member_change (
  space uuid NOT NULL REFERENCES space,
  version bigint NOT NULL,
  user_id uuid NOT NULL,
  scope uuid NOT NULL,
  role text,
  lens text,
  changed_by uuid NOT NULL,
  changed_at bigint NOT NULL,
  PRIMARY KEY (space, version, user_id, scope)
);

GRANT SELECT, INSERT, UPDATE ON account, invitation TO mlo_app;
GRANT SELECT, INSERT ON member_change TO mlo_app;

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['account', 'invitation', 'member_change'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format(
      'CREATE POLICY own_space ON %I USING (space = (SELECT nullif(current_setting(''app.space'', true), '''')::uuid))',
      name
    );
  END LOOP;
END
$$;

-- From here on: what is looked up before anybody knows which space it leads to. The key of every row is a secret's hash,
-- or what a person proves first.

-- One name is one account of one space, on the whole server.
CREATE TABLE sign_in_name (
  name text PRIMARY KEY,
  space_id uuid NOT NULL,
  user_id uuid NOT NULL,
  password text NOT NULL,
  changed_at bigint NOT NULL
);
CREATE UNIQUE INDEX sign_in_name_by_user ON sign_in_name (space_id, user_id);

-- A person of a provider may have an account in several spaces.
CREATE TABLE sign_in_identity (
  issuer text NOT NULL,
  subject text NOT NULL,
  space_id uuid NOT NULL,
  user_id uuid NOT NULL,
  provider text NOT NULL,
  made_at bigint NOT NULL,
  PRIMARY KEY (issuer, subject, space_id)
);
CREATE INDEX sign_in_identity_by_user ON sign_in_identity (space_id, user_id);

CREATE TABLE sign_in_session (
  token_hash text PRIMARY KEY,
  space_id uuid NOT NULL,
  user_id uuid NOT NULL,
  shared_device boolean NOT NULL,
  started_at bigint NOT NULL,
  seen_at bigint NOT NULL
);
CREATE INDEX sign_in_session_by_user ON sign_in_session (space_id, user_id);
CREATE INDEX sign_in_session_by_age ON sign_in_session (started_at);

-- `set-up` belongs to nobody, `reset` to an account, `invitation` to an invitation.
CREATE TABLE one_time_link (
  token_hash text PRIMARY KEY,
  kind text NOT NULL,
  space_id uuid,
  subject_id uuid,
  made_at bigint NOT NULL,
  ends_at bigint NOT NULL
);
CREATE INDEX one_time_link_by_subject ON one_time_link (kind, subject_id);

CREATE TABLE sign_in_failure (
  key text PRIMARY KEY,
  count integer NOT NULL,
  since bigint NOT NULL,
  locked_until bigint NOT NULL
);

-- Somebody who is away at a provider, for ten minutes at most. `outcome` is null until they come back.
CREATE TABLE sign_in_round (
  token_hash text PRIMARY KEY,
  provider text NOT NULL,
  state text NOT NULL,
  nonce text NOT NULL,
  verifier text NOT NULL,
  return_to text NOT NULL,
  shared_device boolean NOT NULL,
  link_hash text,
  person_name text,
  ends_at bigint NOT NULL,
  outcome jsonb
);
CREATE INDEX sign_in_round_by_age ON sign_in_round (ends_at);

GRANT SELECT, INSERT, UPDATE, DELETE
  ON sign_in_name, sign_in_identity, sign_in_session, one_time_link, sign_in_failure, sign_in_round TO mlo_app;
