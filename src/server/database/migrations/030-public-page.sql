-- What residents read (guard P6). A transaction that reaches for `public` names no tenant and no person, and finds
-- approved versions of public pages: nothing else of anybody.
CREATE POLICY published ON record FOR SELECT
  USING (
    (SELECT current_setting('app.reach', true)) IS NOT DISTINCT FROM 'public'
    AND (SELECT nullif(current_setting('app.space', true), '')) IS NULL
    AND tbl = 'publications'
    AND deleted_at IS NULL
    AND jsonb_typeof(fields -> 'approved') = 'object'
  );

ALTER POLICY own_scopes ON record
  USING (
    (SELECT current_setting('app.reach', true)) IS NOT DISTINCT FROM 'space'
    OR (
      (SELECT current_setting('app.reach', true)) IS NOT DISTINCT FROM 'public'
      AND (SELECT nullif(current_setting('app.space', true), '')) IS NULL
      AND tbl = 'publications'
      AND deleted_at IS NULL
      AND jsonb_typeof(fields -> 'approved') = 'object'
    )
    OR scope IN (
      SELECT member.scope
      FROM member
      WHERE member.space = (SELECT nullif(current_setting('app.space', true), '')::uuid)
        AND member.user_id = (SELECT nullif(current_setting('app.user', true), '')::uuid)
        AND member.revoked_at IS NULL
    )
  );

-- The content of a publication is JSON text that begins with its address; it is found by how it begins.
CREATE INDEX publication_by_address ON record (left(fields ->> 'content', 220) text_pattern_ops)
  WHERE tbl = 'publications';
