-- SPDX-FileCopyrightText: 2026 Gatehouse contributors
-- SPDX-License-Identifier: Apache-2.0
-- Sealed originals are looked at by reviewers alone, who say why first: nobody but the owner reads an envelope from
-- its table.

CREATE OR REPLACE FUNCTION may_reveal(call BYTEA) RETURNS BOOLEAN LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path = pg_catalog, gatehouse, pg_temp AS $body$
    SELECT may('calls.review') AND EXISTS (SELECT 1 FROM interaction i WHERE i.id = call
        AND (sees_all_teams() OR i.team = ANY (my_teams())))
$body$;

CREATE OR REPLACE FUNCTION note_reveal(call BYTEA, key TEXT, reason TEXT) RETURNS VOID LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, gatehouse, pg_temp AS $body$
BEGIN
    IF NOT may_reveal(call) OR trim(note_reveal.reason) = '' OR note_reveal.key !~ '^[0-9a-f]{64}$' THEN
        RAISE insufficient_privilege USING TABLE = 'sealed_originals',
            MESSAGE = 'originals are revealed to reviewers of their team, for a reason';
    END IF;
    PERFORM write_audit(now_micros(), acting(), 'interaction.reveal', 'interaction:' || encode(call, 'hex')::uuid, '',
        canonical_json(jsonb_build_object('key', note_reveal.key)), note_reveal.reason);
END
$body$;

-- What a reader's own entry of the last minute is about. Of an entry that can still be rolled back it must not be, so
-- whoever has changed anything in the transaction gets nothing.
CREATE OR REPLACE FUNCTION sealed_of(call BYTEA) RETURNS TABLE (body INTEGER, envelope TEXT) LANGUAGE plpgsql
    STABLE SECURITY DEFINER
    SET search_path = pg_catalog, gatehouse, pg_temp AS $body$
BEGIN
    IF pg_current_xact_id_if_assigned() IS NOT NULL OR NOT may_reveal(call) OR NOT EXISTS (
        SELECT 1 FROM (SELECT * FROM audit ORDER BY seq DESC LIMIT 1000) a
        WHERE a.action = 'interaction.reveal' AND a.actor = acting() AND a.at > now_micros() - 60000000
            AND a.object = 'interaction:' || encode(call, 'hex')::uuid) THEN
        RAISE insufficient_privilege USING TABLE = 'sealed_originals',
            MESSAGE = 'who looks at originals says so in the audit log first';
    END IF;
    RETURN QUERY SELECT s.body, s.envelope FROM sealed_originals s JOIN interaction i ON i.n = s.n
        WHERE i.id = call ORDER BY s.body;
END
$body$;
