-- Who did what, and who looked at what (guard T19, P11): one chain of rows for each tenant. Each row's hash covers the row
-- and the hash before it, so that whoever changes one has to change all that follow, and the last hash is told elsewhere
-- once a day. Rows hold names of things, never what stands in them.
CREATE TABLE access_log (
  space uuid NOT NULL,
  n bigint NOT NULL,
  -- Milliseconds since 1970, by the server's clock.
  at bigint NOT NULL,
  -- Null where no account stands behind it: whoever runs the server, or a password that was wrong.
  who uuid,
  -- The person it was done to, or about whom it is.
  about uuid,
  event text NOT NULL,
  -- JSON on one line, kept as text: the hash is of these letters.
  facts text NOT NULL,
  hash text NOT NULL,
  PRIMARY KEY (space, n)
);

-- Number and hash are the database's own: nobody who writes a row says them. Written under the tenant's lock; where that
-- is forgotten, the key refuses the second row of a number.
CREATE FUNCTION chain_access_log() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  last_n bigint;
  last_hash text;
BEGIN
  SELECT n, hash INTO last_n, last_hash FROM public.access_log WHERE space = NEW.space ORDER BY n DESC LIMIT 1;
  NEW.n := coalesce(last_n, 0) + 1;
  NEW.hash := encode(sha256(convert_to(concat_ws(
    E'\n', coalesce(last_hash, ''), NEW.space, NEW.n, NEW.at, coalesce(NEW.who::text, ''), coalesce(NEW.about::text, ''),
    NEW.event, NEW.facts
  ), 'UTF8')), 'hex');
  RETURN NEW;
END
$$;
CREATE TRIGGER chain BEFORE INSERT ON access_log FOR EACH ROW EXECUTE FUNCTION chain_access_log();

GRANT SELECT ON access_log TO mlo_app;
GRANT INSERT (space, at, who, about, event, facts) ON access_log TO mlo_app;

ALTER TABLE access_log ENABLE ROW LEVEL SECURITY;
ALTER TABLE access_log FORCE ROW LEVEL SECURITY;
CREATE POLICY own_space ON access_log
  USING (space = (SELECT nullif(current_setting('app.space', true), '')::uuid));
