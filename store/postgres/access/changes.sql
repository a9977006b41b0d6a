-- SPDX-FileCopyrightText: 2026 Gatehouse contributors
-- SPDX-License-Identifier: Apache-2.0
-- What each change of a governed table is called in the audit log, and what an entry may claim of it. Never a secret.

CREATE OR REPLACE FUNCTION lines(text TEXT) RETURNS JSONB LANGUAGE sql IMMUTABLE
    SET search_path = pg_catalog, pg_temp AS $body$
    SELECT CASE text WHEN '' THEN '[]' ELSE to_jsonb(string_to_array(text, E'\n')) END
$body$;

CREATE OR REPLACE FUNCTION call_object(call BIGINT) RETURNS TEXT LANGUAGE sql STABLE
    SET search_path = pg_catalog, gatehouse, pg_temp AS $body$
    SELECT 'interaction:' || encode(i.id, 'hex')::uuid FROM interaction i WHERE i.n = call
$body$;

CREATE OR REPLACE FUNCTION change_object(kind TEXT, r JSONB) RETURNS TEXT LANGUAGE sql STABLE
    SET search_path = pg_catalog, gatehouse, pg_temp AS $body$
    SELECT CASE kind
        WHEN 'call' THEN 'interaction:' || substr(r ->> 'id', 3)::uuid
        WHEN 'held' THEN call_object((r ->> 'n')::bigint)
        WHEN 'note' THEN call_object((r ->> 'n')::bigint)
        WHEN 'permit' THEN 'interaction:' || substr(r ->> 'held_id', 3)::uuid
        WHEN 'key' THEN 'key:' || (r ->> 'id')
        WHEN 'name' THEN (ARRAY['team', 'environment', 'use_case'])[(r ->> 'kind')::int + 1] || ':' || (r ->> 'name')
        WHEN 'limit' THEN (ARRAY['key', 'use_case', 'environment', 'team'])[(r ->> 'tier')::int + 1] || ':'
            || (r ->> 'name')
        WHEN 'policy' THEN 'policy:sha256:' || (r ->> 'version')
        WHEN 'target' THEN 'model:' || (r ->> 'model')
        WHEN 'price' THEN 'price:' || (r ->> 'model')
        WHEN 'recipient' THEN 'recipient:' || (r ->> 'fingerprint')
        WHEN 'reviewer_key' THEN 'reviewer_key:' || (r ->> 'fingerprint')
        WHEN 'exception' THEN 'exception:' || (r ->> 'id')
        WHEN 'setting' THEN 'store'
        WHEN 'handover' THEN 'handover:' || (r ->> 'author')
        WHEN 'view' THEN 'view:' || (r ->> 'owner') || '/' || (r ->> 'name')
        ELSE kind || ':' || (r ->> 'name')
    END
$body$;

-- Named and spelt as the entries of the programs do.
CREATE OR REPLACE FUNCTION change_facts(kind TEXT, r JSONB) RETURNS JSONB LANGUAGE sql STABLE STRICT
    SET search_path = pg_catalog, gatehouse, pg_temp AS $body$
    SELECT CASE kind
        WHEN 'call' THEN jsonb_build_object('id', (substr(r ->> 'id', 3)::uuid)::text, 'assignee', r -> 'assignee',
            'state', (ARRAY['', 'open', 'in_review', 'escalated', 'resolved'])[(r ->> 'state')::int + 1],
            'disposition',
            (ARRAY['', 'true_positive', 'false_positive', 'benign', 'duplicate'])[(r ->> 'disposition')::int + 1])
        WHEN 'held' THEN jsonb_build_object('held',
            (ARRAY['', 'waiting', 'released', 'denied'])[(r ->> 'held')::int + 1])
        WHEN 'note' THEN jsonb_build_object('note', r -> 'text')
        WHEN 'handover' THEN jsonb_build_object('text', r -> 'text')
        WHEN 'permit' THEN jsonb_build_object('key', r -> 'key')
        WHEN 'key' THEN jsonb_build_object('team', r -> 'team', 'environment', r -> 'environment',
            'use_case', r -> 'use_case', 'metadata', (r ->> 'metadata')::jsonb,
            'state', (ARRAY['active', 'suspended', 'expired', 'revoked'])[(r ->> 'state')::int + 1],
            'models', lines(r ->> 'models'), 'providers', lines(r ->> 'providers'), 'routes', lines(r ->> 'routes'),
            'tools', lines(r ->> 'tools'), 'addresses', lines(r ->> 'addresses'),
            'required_metadata', lines(r ->> 'required_metadata'), 'requires_user', (r ->> 'requires_user') <> '0',
            'max_input_bytes', r -> 'max_input_bytes', 'max_output_tokens', r -> 'max_output_tokens',
            'expires_at', rfc3339((r ->> 'expires_at')::bigint),
            'previous_secret_until', rfc3339((r ->> 'previous_until')::bigint))
        WHEN 'provider' THEN jsonb_build_object('base_url', r -> 'base_url', 'models', lines(r ->> 'models'),
            'kind', (ARRAY['openai', 'sandbox', 'anthropic', 'azure'])[(r ->> 'kind')::int + 1],
            'api_version', r -> 'api_version', 'weight', r -> 'weight', 'credential', (r ->> 'credential') IS NOT NULL)
        WHEN 'target' THEN jsonb_build_object('provider', r -> 'provider', 'upstream_model', r -> 'upstream_model',
            'weight', r -> 'weight')
        WHEN 'policy' THEN CASE WHEN r ? 'ordinal'
            THEN jsonb_build_object('version', 'sha256:' || (r ->> 'version'), 'ordinal', r -> 'ordinal') ELSE '{}' END
        WHEN 'exception' THEN jsonb_build_object('rule', r -> 'rule', 'team', r -> 'team',
            'environment', r -> 'environment', 'use_case', r -> 'use_case', 'key', r -> 'key',
            'payload_hash', r -> 'payload_hash', 'pattern', r -> 'pattern',
            'expires_at', rfc3339((r ->> 'expires_at')::bigint))
        WHEN 'recipient' THEN jsonb_build_object('name', r -> 'name')
        WHEN 'reviewer_key' THEN jsonb_build_object('name', r -> 'name')
        WHEN 'setting' THEN jsonb_build_object(r ->> 'name',
            CASE WHEN r ->> 'value' ~ '^[0-9]+$' THEN (r ->> 'value')::jsonb ELSE r -> 'value' END)
        WHEN 'limit' THEN jsonb_build_object('text', r -> 'text')
        WHEN 'price' THEN r - 'model'
        WHEN 'view' THEN jsonb_build_object('filter', r -> 'filter', 'live', (r ->> 'live') <> '0',
            'oldest_first', (r ->> 'oldest_first') <> '0', 'shared', (r ->> 'shared') <> '0')
        WHEN 'person' THEN jsonb_build_object('roles', lines(r ->> 'roles'), 'teams', lines(r ->> 'teams'))
        ELSE '{}'
    END
$body$;

-- The action by which the database itself tells a change, and a pattern of those by which a program may.
CREATE OR REPLACE FUNCTION change_action(kind TEXT, op TEXT, was JSONB, r JSONB, OUT action TEXT, OUT told_by TEXT)
    LANGUAGE plpgsql STABLE
    SET search_path = pg_catalog, gatehouse, pg_temp AS $body$
DECLARE
    state CONSTANT TEXT := r ->> 'state';
BEGIN
    CASE kind
    WHEN 'call' THEN
        action := CASE WHEN was ->> 'assignee' <> r ->> 'assignee' THEN 'review.assign' WHEN state = '4' THEN 'review.resolve'
            WHEN state = '3' THEN 'review.escalate' WHEN state = '2' THEN 'review.assign' ELSE 'review.reopen' END;
        told_by := CASE WHEN was ->> 'assignee' <> r ->> 'assignee' THEN '^review\.(assign|undo)$'
            WHEN state = '4' THEN '^review\.(resolve|assign|undo|release|deny)$'
            WHEN state = '3' THEN '^review\.(escalate|assign|undo)$'
            WHEN state = '2' THEN '^review\.(assign|undo)$'
            ELSE '^review\.(reopen|assign|undo)$' END;
    WHEN 'held' THEN action := CASE r ->> 'held' WHEN '2' THEN 'review.release' ELSE 'review.deny' END;
    WHEN 'note' THEN
        action := 'review.note';
        told_by := '^review\.(note|resolve)$';
    WHEN 'permit' THEN action := CASE op WHEN 'INSERT' THEN 'review.release' ELSE 'permit.use' END;
    WHEN 'key' THEN
        action := CASE WHEN op = 'INSERT' THEN 'key.issue' WHEN was -> 'secret_hash' <> r -> 'secret_hash' THEN 'key.rotate'
            WHEN was -> 'state' = r -> 'state' THEN 'key.edit' WHEN state = '3' THEN 'key.revoke'
            WHEN state = '1' THEN 'key.suspend' ELSE 'key.resume' END;
    WHEN 'name' THEN
        action := (ARRAY['team', 'environment', 'use_case'])[(r ->> 'kind')::int + 1]
            || CASE op WHEN 'INSERT' THEN '.create' ELSE '.archive' END;
    WHEN 'limit' THEN
        action := 'limit.set';
        told_by := '^(limit\..*|key\.issue)$';
    WHEN 'policy' THEN
        action := CASE WHEN r ? 'ordinal' THEN 'policy.publish' ELSE 'policy.import' END;
        told_by := CASE WHEN r ? 'ordinal' THEN '^policy\.(publish|rollback)$' ELSE '^policy\.' END;
    WHEN 'exception' THEN action := CASE op WHEN 'INSERT' THEN 'exception.add' ELSE 'exception.remove' END;
    WHEN 'setting' THEN action := 'settings.change';
    WHEN 'target' THEN action := CASE op WHEN 'DELETE' THEN 'model.remove' ELSE 'model.add' END;
    WHEN 'price' THEN
        action := CASE op WHEN 'DELETE' THEN 'price.revert' ELSE 'price.set' END;
        told_by := '^price\.';
    WHEN 'provider' THEN
        action := CASE op WHEN 'INSERT' THEN 'provider.add' WHEN 'DELETE' THEN 'provider.remove'
            ELSE 'provider.credential' END;
        IF op = 'UPDATE' THEN
            told_by := '^(provider\.credential|recipient\.(add|remove))$';
        END IF;
    WHEN 'credential' THEN
        action := CASE op WHEN 'DELETE' THEN 'credential.remove' ELSE 'credential.add' END;
        IF op = 'UPDATE' THEN
            told_by := '^(credential\.add|recipient\.(add|remove))$';
        END IF;
    ELSE
        action := kind || CASE op WHEN 'DELETE' THEN '.remove' WHEN 'UPDATE' THEN '.edit' ELSE '.add' END;
    END CASE;
    told_by := coalesce(told_by, '^' || replace(action, '.', '\.') || '$');
END
$body$;

-- Its argument is the kind. What the owner does is told by the programs alone.
CREATE OR REPLACE FUNCTION remember_untold() RETURNS TRIGGER LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, gatehouse, pg_temp AS $body$
DECLARE
    kind CONSTANT TEXT := TG_ARGV[0];
    was CONSTANT JSONB := CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) END;
    is_now CONSTANT JSONB := CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) END;
BEGIN
    IF is_owner() THEN
        RETURN NULL;
    END IF;
    INSERT INTO untold (object, action, told_by, before, after)
        SELECT change_object(kind, coalesce(is_now, was)), c.action, c.told_by,
            change_facts(kind, was), change_facts(kind, is_now)
        FROM change_action(kind, TG_OP, was, coalesce(is_now, was)) c;
    RETURN NULL;
END
$body$;

DO $body$
DECLARE
    each RECORD;
BEGIN
    FOR each IN SELECT * FROM (VALUES
        -- What the owner's own functions change in somebody's name is told by the entry of their job (jobs.sql).
        ('interaction', 'call', 'UPDATE OF disposition, assignee', 'WHEN (current_user <> ''gatehouse_owner'')'),
        ('interaction', 'call_state', 'UPDATE OF state', 'WHEN (current_user <> ''gatehouse_owner'' AND '
            || 'OLD.state <> NEW.state AND NOT (NEW.state = 1 AND OLD.state = 0 AND gatehouse.is_gateway()))'),
        ('interaction_detail', 'held', 'UPDATE OF held',
            'WHEN (OLD.held <> NEW.held AND NOT (NEW.held = 1 AND gatehouse.is_gateway()))'),
        ('review_note', 'note', 'INSERT OR UPDATE', 'WHEN (current_user <> ''gatehouse_owner'')'),
        ('handover', 'handover', 'INSERT OR UPDATE OR DELETE', ''),
        ('permit', 'permit', 'INSERT OR UPDATE OR DELETE', ''),
        ('virtual_key', 'key', 'INSERT OR DELETE OR UPDATE OF id, secret_hash, team, environment, use_case, metadata, '
            || 'models, providers, routes, tools, state, created_at, created_by, expires_at, addresses, '
            || 'required_metadata, max_input_bytes, max_output_tokens, requires_user, previous_secret_hash, '
            || 'previous_until', ''),
        ('named', 'name', 'INSERT OR UPDATE OR DELETE', ''),
        ('usage_limit', 'limit', 'INSERT OR UPDATE OR DELETE', ''),
        ('policy_document', 'policy', 'INSERT OR UPDATE OR DELETE', ''),
        ('policy_publication', 'policy', 'INSERT OR UPDATE OR DELETE', ''),
        ('policy_draft', 'policy', 'INSERT OR UPDATE OR DELETE', ''),
        ('policy_exception', 'exception', 'INSERT OR DELETE OR UPDATE OF id, rule, team, environment, use_case, key, '
            || 'payload_hash, pattern, reason, author, created_at, expires_at, removed_at, removed_by', ''),
        ('provider', 'provider', 'INSERT OR UPDATE OR DELETE', ''),
        ('model_target', 'target', 'INSERT OR UPDATE OR DELETE', ''),
        ('named_credential', 'credential', 'INSERT OR UPDATE OR DELETE', ''),
        ('recipient', 'recipient', 'INSERT OR UPDATE OR DELETE', ''),
        ('reviewer_key', 'reviewer_key', 'INSERT OR UPDATE OR DELETE', ''),
        ('price', 'price', 'INSERT OR UPDATE OR DELETE', ''),
        ('person', 'person', 'INSERT OR UPDATE OR DELETE', '')) t (on_table, kind, events, condition)
    LOOP
        EXECUTE format('DROP TRIGGER IF EXISTS %I ON gatehouse.%I', each.on_table || '_told_' || each.kind, each.on_table);
        EXECUTE format('CREATE TRIGGER %I AFTER %s ON gatehouse.%I FOR EACH ROW %s EXECUTE FUNCTION '
            || 'gatehouse.remember_untold(%L)', each.on_table || '_told_' || each.kind, each.events, each.on_table,
            each.condition, replace(each.kind, '_state', ''));
    END LOOP;
    DROP TRIGGER IF EXISTS setting_told_in ON gatehouse.setting;
    CREATE TRIGGER setting_told_in AFTER INSERT OR UPDATE ON gatehouse.setting FOR EACH ROW
        WHEN (NEW.name NOT LIKE 'journal\_replayed%') EXECUTE FUNCTION gatehouse.remember_untold('setting');
    DROP TRIGGER IF EXISTS setting_told_out ON gatehouse.setting;
    CREATE TRIGGER setting_told_out AFTER DELETE ON gatehouse.setting FOR EACH ROW
        WHEN (OLD.name NOT LIKE 'journal\_replayed%') EXECUTE FUNCTION gatehouse.remember_untold('setting');
    -- Of views those that are shared; what people keep for themselves concerns nobody.
    DROP TRIGGER IF EXISTS saved_view_told_in ON gatehouse.saved_view;
    CREATE TRIGGER saved_view_told_in AFTER INSERT ON gatehouse.saved_view FOR EACH ROW
        WHEN (NEW.shared <> 0) EXECUTE FUNCTION gatehouse.remember_untold('view');
    DROP TRIGGER IF EXISTS saved_view_told ON gatehouse.saved_view;
    CREATE TRIGGER saved_view_told AFTER UPDATE ON gatehouse.saved_view FOR EACH ROW
        WHEN (OLD.shared <> 0 OR NEW.shared <> 0) EXECUTE FUNCTION gatehouse.remember_untold('view');
    DROP TRIGGER IF EXISTS saved_view_told_out ON gatehouse.saved_view;
    CREATE TRIGGER saved_view_told_out AFTER DELETE ON gatehouse.saved_view FOR EACH ROW
        WHEN (OLD.shared <> 0) EXECUTE FUNCTION gatehouse.remember_untold('view');
END
$body$;
