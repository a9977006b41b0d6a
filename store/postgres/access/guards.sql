-- SPDX-FileCopyrightText: 2026 Gatehouse contributors
-- SPDX-License-Identifier: Apache-2.0
-- What a grant on a column cannot say: who wrote a row and when is not theirs to choose, and a state only goes the
-- ways it may go. The owner is not held to it: what it moves from another store keeps its author and its state.

-- Its arguments: the column of the author, that of the time.
CREATE OR REPLACE FUNCTION stamp_author() RETURNS TRIGGER LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, gatehouse, pg_temp AS $body$
BEGIN
    IF NOT is_owner() THEN
        NEW := jsonb_populate_record(NEW, jsonb_build_object(TG_ARGV[0], acting(), TG_ARGV[1], now_micros()));
    END IF;
    RETURN NEW;
END
$body$;

CREATE OR REPLACE FUNCTION stamp_decision() RETURNS TRIGGER LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, gatehouse, pg_temp AS $body$
BEGIN
    IF is_owner() THEN
        RETURN NEW;
    ELSIF (NEW.state, NEW.disposition, NEW.assignee) IS DISTINCT FROM (OLD.state, OLD.disposition, OLD.assignee) THEN
        NEW.decided_by := acting();
        NEW.decided_at := now_micros();
    ELSE
        NEW.decided_by := OLD.decided_by;
        NEW.decided_at := OLD.decided_at;
    END IF;
    RETURN NEW;
END
$body$;

CREATE OR REPLACE FUNCTION guard_key() RETURNS TRIGGER LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, gatehouse, pg_temp AS $body$
BEGIN
    IF is_owner() THEN
        RETURN NEW;
    ELSIF TG_OP = 'UPDATE' AND OLD.state = 3 THEN
        RAISE insufficient_privilege USING TABLE = 'virtual_key', MESSAGE = 'a revoked key stays revoked';
    ELSIF TG_OP = 'UPDATE' AND is_gateway() AND NOT (OLD.state = 0 AND NEW.state = 1) THEN
        RAISE insufficient_privilege USING TABLE = 'virtual_key', MESSAGE = 'a gateway suspends keys and no more';
    ELSIF TG_OP = 'INSERT' AND (NEW.state <> 0 OR NEW.last_used_at IS NOT NULL OR NEW.previous_until IS NOT NULL) THEN
        RAISE insufficient_privilege USING TABLE = 'virtual_key', MESSAGE = 'a key is issued active and unused';
    END IF;
    RETURN NEW;
END
$body$;

CREATE OR REPLACE FUNCTION guard_held() RETURNS TRIGGER LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, gatehouse, pg_temp AS $body$
BEGIN
    IF is_owner() OR (is_gateway() AND OLD.held = 0 AND NEW.held = 1)
        OR (NOT is_gateway() AND OLD.held = 1 AND NEW.held IN (2, 3)) THEN
        RETURN NEW;
    END IF;
    RAISE insufficient_privilege USING TABLE = 'interaction_detail', MESSAGE = 'a held call is decided once, by people';
END
$body$;

-- A permit is for the held call it comes from and for nothing else, for a day, and used once.
CREATE OR REPLACE FUNCTION guard_permit() RETURNS TRIGGER LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, gatehouse, pg_temp AS $body$
BEGIN
    IF is_owner() OR (TG_OP = 'UPDATE' AND OLD.used_by IS NULL) THEN
        RETURN NEW;
    END IF;
    IF TG_OP = 'UPDATE' OR NOT EXISTS (
        SELECT 1 FROM interaction i JOIN interaction_detail d ON d.n = i.n
        WHERE i.id = NEW.held_id AND i.key = NEW.key AND d.payload_hash = NEW.payload_hash AND d.payload_hash <> ''
            AND d.held = 2)
        OR EXISTS (SELECT 1 FROM permit p WHERE p.held_id = NEW.held_id) THEN
        RAISE insufficient_privilege USING TABLE = 'permit', MESSAGE = 'a permit is for the call that was released';
    END IF;
    NEW.expires_at := least(NEW.expires_at, now_micros() + 86400000000);
    NEW.used_by := NULL;
    NEW.used_at := NULL;
    RETURN NEW;
END
$body$;

CREATE OR REPLACE FUNCTION guard_publication() RETURNS TRIGGER LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, gatehouse, pg_temp AS $body$
BEGIN
    IF NOT is_owner() AND NEW.ordinal <> (SELECT coalesce(max(p.ordinal), 0) + 1 FROM policy_publication p) THEN
        RAISE insufficient_privilege USING TABLE = 'policy_publication', MESSAGE = 'publications are numbered one by one';
    END IF;
    RETURN NEW;
END
$body$;

-- An exception begins unused, ends within a year and a day, and stays removed once it is. Who removes it and when is not
-- for them to choose.
CREATE OR REPLACE FUNCTION guard_exception() RETURNS TRIGGER LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, gatehouse, pg_temp AS $body$
BEGIN
    IF is_owner() THEN
        RETURN NEW;
    ELSIF TG_OP = 'UPDATE' AND OLD.removed_at IS NOT NULL THEN
        RAISE insufficient_privilege USING TABLE = 'policy_exception', MESSAGE = 'a removed exception stays removed';
    ELSIF TG_OP = 'UPDATE' THEN
        NEW.removed_at := now_micros();
        NEW.removed_by := acting();
    ELSE
        NEW.expires_at := least(NEW.expires_at, now_micros() + 366 * 86400000000);
        NEW.removed_at := NULL;
        NEW.removed_by := '';
        NEW.uses := 0;
        NEW.last_used_at := NULL;
    END IF;
    RETURN NEW;
END
$body$;

-- A gateway is the first recipient of a store that has none; whoever comes later is let in by people.
CREATE OR REPLACE FUNCTION guard_recipient() RETURNS TRIGGER LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, gatehouse, pg_temp AS $body$
BEGIN
    IF is_gateway() AND NOT is_person() AND EXISTS (SELECT 1 FROM recipient) THEN
        RAISE insufficient_privilege USING TABLE = 'recipient', MESSAGE = 'recipients are added by people';
    END IF;
    RETURN NEW;
END
$body$;

CREATE OR REPLACE FUNCTION guard_head() RETURNS TRIGGER LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, gatehouse, pg_temp AS $body$
BEGIN
    IF NOT is_owner() AND NOT EXISTS (SELECT 1 FROM audit a WHERE a.seq = NEW.seq AND a.hash = NEW.hash) THEN
        RAISE insufficient_privilege USING TABLE = 'audit_head', MESSAGE = 'a head is of an entry that is there';
    END IF;
    RETURN NEW;
END
$body$;

-- Whose calls the author saw is not for the author to say.
CREATE OR REPLACE FUNCTION guard_handover() RETURNS TRIGGER LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, gatehouse, pg_temp AS $body$
BEGIN
    IF NOT is_owner() THEN
        NEW.teams := CASE WHEN sees_all_teams() THEN '*' ELSE array_to_string(my_teams(), E'\n') END;
    END IF;
    RETURN NEW;
END
$body$;

DO $body$
DECLARE
    each RECORD;
BEGIN
    FOR each IN SELECT * FROM (VALUES
        ('virtual_key', 'stamped', 'INSERT', '', 'stamp_author(''created_by'', ''created_at'')'),
        ('policy_publication', 'stamped', 'INSERT', '', 'stamp_author(''author'', ''at'')'),
        ('policy_draft', 'stamped', 'INSERT', '', 'stamp_author(''author'', ''at'')'),
        ('review_note', 'stamped', 'INSERT', 'WHEN (current_user <> ''gatehouse_owner'')', 'stamp_author(''author'', ''at'')'),
        ('policy_exception', 'stamped', 'INSERT', '', 'stamp_author(''author'', ''created_at'')'),
        ('policy_exception', 'guarded', 'INSERT OR UPDATE OF removed_at, removed_by', '', 'guard_exception()'),
        ('saved_view', 'stamped', 'INSERT', '', 'stamp_author(''owner'', ''saved_at'')'),
        ('handover', 'stamped', 'INSERT', '', 'stamp_author(''author'', ''at'')'),
        ('handover', 'guarded', 'INSERT', '', 'guard_handover()'),
        ('recipient', 'stamped', 'INSERT', '', 'stamp_author(''added_by'', ''added_at'')'),
        ('reviewer_key', 'stamped', 'INSERT', '', 'stamp_author(''added_by'', ''added_at'')'),
        ('interaction', 'decided', 'UPDATE OF disposition, assignee, decided_by, decided_at',
            'WHEN (current_user <> ''gatehouse_owner'')', 'stamp_decision()'),
        ('interaction', 'closed', 'UPDATE OF state', 'WHEN (current_user <> ''gatehouse_owner'' AND OLD.state <> NEW.state '
            || 'AND NOT (NEW.state = 1 AND OLD.state = 0 AND gatehouse.is_gateway()))', 'stamp_decision()'),
        ('virtual_key', 'guarded', 'INSERT', '', 'guard_key()'),
        ('virtual_key', 'state_guarded', 'UPDATE OF state', 'WHEN (OLD.state <> NEW.state)', 'guard_key()'),
        ('interaction_detail', 'guarded', 'UPDATE OF held', 'WHEN (OLD.held <> NEW.held)', 'guard_held()'),
        ('permit', 'guarded', 'INSERT OR UPDATE', '', 'guard_permit()'),
        ('policy_publication', 'guarded', 'INSERT', '', 'guard_publication()'),
        ('recipient', 'guarded', 'INSERT', '', 'guard_recipient()'),
        ('audit_head', 'guarded', 'INSERT', '', 'guard_head()')) t (on_table, word, events, condition, work)
    LOOP
        EXECUTE format('DROP TRIGGER IF EXISTS %I ON gatehouse.%I', each.on_table || '_' || each.word, each.on_table);
        EXECUTE format('CREATE TRIGGER %I BEFORE %s ON gatehouse.%I FOR EACH ROW %s EXECUTE FUNCTION gatehouse.%s',
            each.on_table || '_' || each.word, each.events, each.on_table, each.condition, each.work);
    END LOOP;
END
$body$;
