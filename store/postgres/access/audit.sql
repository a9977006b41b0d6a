-- SPDX-FileCopyrightText: 2026 Gatehouse contributors
-- SPDX-License-Identifier: Apache-2.0
-- The audit log, which nobody writes but these functions (store/audit.h says what an entry's hash covers). Whoever
-- changes something says so with append_audit(), in the same transaction: an entry is taken only if it fits what was
-- changed, and what no entry told when the transaction commits, the database tells by itself.

CREATE OR REPLACE FUNCTION rfc3339(micros BIGINT) RETURNS TEXT LANGUAGE sql STABLE
    SET search_path = pg_catalog, pg_temp AS $body$
    SELECT to_char(timestamp 'epoch' + micros * interval '1 microsecond', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')
$body$;

-- Members sorted, nothing between (RFC 8785; of numbers there are whole ones only).
CREATE OR REPLACE FUNCTION canonical_json(value JSONB) RETURNS TEXT LANGUAGE plpgsql IMMUTABLE
    SET search_path = pg_catalog, gatehouse, pg_temp AS $body$
BEGIN
    RETURN CASE jsonb_typeof(value)
        WHEN 'object' THEN '{' || coalesce((SELECT string_agg(to_json(e.key)::text || ':' || canonical_json(e.value), ','
            ORDER BY e.key COLLATE "C") FROM jsonb_each(value) e), '') || '}'
        WHEN 'array' THEN '[' || coalesce((SELECT string_agg(canonical_json(e.value), ',' ORDER BY e.ordinality)
            FROM jsonb_array_elements(value) WITH ORDINALITY e), '') || ']'
        ELSE value::text
    END;
END
$body$;

CREATE OR REPLACE FUNCTION write_audit(at BIGINT, actor TEXT, action TEXT, object TEXT, before TEXT, after TEXT,
    reason TEXT) RETURNS VOID LANGUAGE plpgsql
    SET search_path = pg_catalog, gatehouse, pg_temp AS $body$
DECLARE
    previous audit%ROWTYPE;
    next BIGINT;
    text TEXT;
BEGIN
    PERFORM pg_advisory_xact_lock(1196705875); -- one change after the other, as the programs do
    SELECT * INTO previous FROM audit a ORDER BY a.seq DESC LIMIT 1;
    next := coalesce(previous.seq, 0) + 1;
    text := '{"action":' || to_json(action) || ',"actor":' || to_json(actor)
        || ',"after":' || coalesce(nullif(after, ''), 'null') || ',"at":' || to_json(rfc3339(at))
        || ',"before":' || coalesce(nullif(before, ''), 'null') || ',"object":' || to_json(object)
        || ',"reason":' || to_json(reason) || ',"seq":' || next || '}';
    INSERT INTO audit VALUES (next, at, actor, action, object, before, after, reason,
        encode(sha256(convert_to(coalesce(previous.hash, repeat('0', 64)) || E'\n' || text, 'UTF8')), 'hex'));
END
$body$;

-- Whether every member that `claim` and `fact` share is the same.
CREATE OR REPLACE FUNCTION agrees(claim JSONB, fact JSONB) RETURNS BOOLEAN LANGUAGE sql IMMUTABLE
    SET search_path = pg_catalog, pg_temp AS $body$
    SELECT NOT EXISTS (SELECT 1 FROM jsonb_each(claim) c JOIN jsonb_each(fact) f USING (key) WHERE c.value <> f.value)
$body$;

-- Whether what an entry claims was so of the rows changed: one object for all of them, or a list with one of each.
CREATE OR REPLACE FUNCTION is_true_of(claim JSONB, facts JSONB[]) RETURNS BOOLEAN LANGUAGE sql IMMUTABLE
    SET search_path = pg_catalog, gatehouse, pg_temp AS $body$
    SELECT CASE jsonb_typeof(claim)
        WHEN 'object' THEN NOT EXISTS (SELECT 1 FROM unnest(facts) f WHERE NOT agrees(claim, f))
        WHEN 'array' THEN NOT EXISTS (SELECT 1 FROM jsonb_array_elements(claim) e
            WHERE NOT EXISTS (SELECT 1 FROM unnest(facts) f WHERE f ? 'id' AND f @> e))
        ELSE claim IS NULL
    END
$body$;

CREATE OR REPLACE FUNCTION append_audit(at BIGINT, actor TEXT, action TEXT, object TEXT, before TEXT, after TEXT,
    reason TEXT) RETURNS VOID LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, gatehouse, pg_temp AS $body$
DECLARE
    was JSONB := nullif(append_audit.before, '')::jsonb;
    is_now JSONB := nullif(append_audit.after, '')::jsonb;
    many CONSTANT BOOLEAN := append_audit.object LIKE 'interactions:%';
    told untold[];
    objects BIGINT;
BEGIN
    IF is_owner() THEN
        PERFORM write_audit(at, actor, action, object, before, after, reason);
        RETURN;
    END IF;
    IF action = 'retention.apply' AND is_retention() THEN
        PERFORM write_audit(now_micros(), acting(), action, object, '', canonical_json(is_now), reason);
        RETURN;
    END IF;
    WITH taken AS (
        DELETE FROM untold u
        WHERE (append_audit.action ~ u.told_by
            AND (u.object = append_audit.object OR (many AND u.object LIKE 'interaction:%')))
            -- Envelopes are sealed anew for other recipients; their content stays.
            OR (append_audit.action LIKE 'recipient.%' AND append_audit.action ~ u.told_by
                AND u.object NOT LIKE 'recipient:%')
        RETURNING u.*)
    SELECT array_agg(taken), count(DISTINCT taken.object) INTO told, objects FROM taken;
    IF told IS NULL OR (many AND append_audit.object <> 'interactions:' || objects) THEN
        RAISE insufficient_privilege USING TABLE = 'audit',
            MESSAGE = 'the audit log takes an entry only of what the same transaction changed';
    END IF;
    IF NOT is_true_of(was, ARRAY(SELECT t.before FROM unnest(told) t WHERE t.before IS NOT NULL))
        OR NOT is_true_of(is_now, ARRAY(SELECT t.after FROM unnest(told) t WHERE t.after IS NOT NULL))
        OR (jsonb_typeof(is_now) = 'array' AND jsonb_array_length(is_now) <> objects) THEN
        RAISE insufficient_privilege USING TABLE = 'audit',
            MESSAGE = 'the audit log takes no entry that says something else than what was changed';
    END IF;
    PERFORM write_audit(now_micros(), acting(), action, object, coalesce(canonical_json(was), ''),
        coalesce(canonical_json(is_now), ''), coalesce(reason, ''));
END
$body$;

-- Runs when the transaction commits.
CREATE OR REPLACE FUNCTION tell_untold() RETURNS TRIGGER LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, gatehouse, pg_temp AS $body$
BEGIN
    DELETE FROM untold u WHERE u.seq = NEW.seq;
    IF FOUND THEN
        PERFORM write_audit(now_micros(), acting(), NEW.action, NEW.object, coalesce(canonical_json(NEW.before), ''),
            coalesce(canonical_json(NEW.after), ''), 'changed without an entry');
    END IF;
    RETURN NULL;
END
$body$;
DROP TRIGGER IF EXISTS untold_told ON untold;
CREATE CONSTRAINT TRIGGER untold_told AFTER INSERT ON untold DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION tell_untold();
