-- SPDX-FileCopyrightText: 2026 Gatehouse contributors
-- SPDX-License-Identifier: Apache-2.0
-- Row-level security: what grants.sql lets a role do with a table it does with these rows of it. A new table is
-- named in one of the lists here and in grants.sql, or nobody but the owner reaches it.

-- Whoever is at the other end, a table without a policy for it shows nothing.
DO $body$
DECLARE
    each RECORD;
BEGIN
    FOR each IN SELECT c.relname FROM pg_class c
        WHERE c.relnamespace = 'gatehouse'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
    LOOP
        EXECUTE format('ALTER TABLE gatehouse.%I ENABLE ROW LEVEL SECURITY', each.relname);
    END LOOP;
    FOR each IN SELECT policyname, tablename FROM pg_policies WHERE schemaname = 'gatehouse' LOOP
        EXECUTE format('DROP POLICY %I ON gatehouse.%I', each.policyname, each.tablename);
    END LOOP;
END
$body$;

-- Functions of the caller are asked once a statement, in a subquery of their own.
DO $body$
DECLARE
    people CONSTANT TEXT := 'gatehouse_viewer, gatehouse_analyst, gatehouse_policy_author, gatehouse_key_administrator, '
        || 'gatehouse_auditor, gatehouse_administrator';
    services CONSTANT TEXT := 'gatehouse_gateway, gatehouse_retention';
    everybodys CONSTANT TEXT := '(SELECT gatehouse.sees_all_teams())';
    of_my_teams CONSTANT TEXT := 'team = ANY ((SELECT gatehouse.my_teams())::TEXT[])';
    seen TEXT;
    each RECORD;
BEGIN
    IF to_regrole('gatehouse_viewer') IS NULL THEN
        RETURN;
    END IF;
    -- Services see every row of what they are granted.
    FOR each IN SELECT c.relname FROM pg_class c
        WHERE c.relnamespace = 'gatehouse'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
            AND c.relname NOT IN ('person', 'untold', 'setting', 'audit', 'review_job', 'review_job_row',
                'saved_view', 'handover')
    LOOP
        EXECUTE format('CREATE POLICY served ON gatehouse.%I TO %s USING (TRUE) WITH CHECK (TRUE)', each.relname, services);
    END LOOP;
    EXECUTE 'CREATE POLICY served ON gatehouse.audit FOR SELECT TO gatehouse_gateway USING (TRUE)';
    EXECUTE format('CREATE POLICY served ON gatehouse.setting FOR SELECT TO %s USING (TRUE)', services);
    EXECUTE format('CREATE POLICY served_in ON gatehouse.setting FOR INSERT TO %s WITH CHECK (name LIKE %L)', services,
        'journal\_replayed %');
    EXECUTE format('CREATE POLICY served_on ON gatehouse.setting FOR UPDATE TO %s USING (name LIKE %L)', services,
        'journal\_replayed %');

    -- What all people may read who are people of this store, and some may change.
    FOR each IN SELECT * FROM (VALUES
        ('named', 'names.change'), ('policy_document', 'policies.draft'), ('policy_draft', 'policies.draft'),
        ('policy_publication', 'policies.publish'), ('policy_exception', 'policies.publish'), ('provider', 'providers.change'),
        ('model_target', 'providers.change'), ('named_credential', 'providers.change'),
        ('recipient', 'providers.change'), ('reviewer_key', 'settings.change'), ('price', 'providers.change'), ('setting', 'settings.change'),
        ('legal_hold', 'settings.change'),
        ('person', 'people.change'), ('schema_version', ''), ('target_health', ''), ('heartbeat', ''),
        ('audit_head', ''), ('verdict_batch', ''), ('verdict_head', '')) t (on_table, action)
    LOOP
        EXECUTE format('CREATE POLICY read ON gatehouse.%I FOR SELECT TO %s USING ((SELECT gatehouse.may(%L)))',
            each.on_table, people, 'configuration.read');
        EXECUTE format('CREATE POLICY changed ON gatehouse.%I TO %s USING ((SELECT gatehouse.may(%L)))', each.on_table,
            people, each.action);
    END LOOP;

    -- Calls, of one's teams.
    seen := format('(%s OR %s)', everybodys, of_my_teams);
    EXECUTE format('CREATE POLICY read ON gatehouse.interaction FOR SELECT TO %s USING (%s)', people, seen);
    EXECUTE format('CREATE POLICY changed ON gatehouse.interaction FOR UPDATE TO %s USING (%s AND (SELECT gatehouse.may(%L)))',
        people, seen, 'calls.review');
    -- Their counts.
    FOR each IN SELECT * FROM (VALUES ('rollup'), ('rollup_check'), ('rollup_coverage'), ('call_kind')) t (on_table) LOOP
        EXECUTE format('CREATE POLICY read ON gatehouse.%I FOR SELECT TO %s USING (%s)', each.on_table, people, seen);
    END LOOP;
    -- What hangs from them.
    FOR each IN SELECT * FROM (VALUES
        ('interaction_detail', 'n', 'n'), ('request_body', 'n', 'n'), ('response_body', 'n', 'n'), ('finding', 'n', 'n'),
        ('sealed_originals', 'n', 'n'), ('review_note', 'n', 'n'), ('permit', 'id', 'held_id')) t (on_table, theirs, its)
    LOOP
        seen := format('(%s OR EXISTS (SELECT 1 FROM gatehouse.interaction i WHERE i.%I = %I.%I))', everybodys, each.theirs,
            each.on_table, each.its);
        EXECUTE format('CREATE POLICY read ON gatehouse.%I FOR SELECT TO %s USING (%s)', each.on_table, people, seen);
        EXECUTE format('CREATE POLICY changed ON gatehouse.%I TO %s USING (%s AND (SELECT gatehouse.may(%L)))',
            each.on_table, people, seen, 'calls.review');
    END LOOP;

    -- Views: one's own, and those that are shared, which take a reviewer to be changed.
    EXECUTE format('CREATE POLICY read ON gatehouse.saved_view FOR SELECT TO %s USING ((SELECT gatehouse.may(%L)) '
        || 'AND (shared <> 0 OR owner = (SELECT gatehouse.acting())))', people, 'configuration.read');
    EXECUTE format('CREATE POLICY changed ON gatehouse.saved_view TO %s USING ((SELECT gatehouse.may(%L)) '
        || 'AND CASE WHEN shared <> 0 THEN (SELECT gatehouse.may(%L)) ELSE owner = (SELECT gatehouse.acting()) END)', people,
        'configuration.read', 'calls.review');

    -- What shifts tell one another may be about any call its author saw: for those who see all of those teams.
    EXECUTE format('CREATE POLICY read ON gatehouse.handover FOR SELECT TO %s USING ((SELECT gatehouse.may(%L)) AND (%s '
        || 'OR author = (SELECT gatehouse.acting()) '
        || 'OR string_to_array(teams, E''\n'') <@ (SELECT gatehouse.my_teams())::TEXT[]))', people, 'content.read', everybodys);
    EXECUTE format('CREATE POLICY written ON gatehouse.handover FOR INSERT TO %s WITH CHECK ((SELECT gatehouse.may(%L)))',
        people, 'calls.review');

    -- Jobs of one's own.
    EXECUTE format('CREATE POLICY read ON gatehouse.review_job FOR SELECT TO %s USING (actor = (SELECT gatehouse.acting()))',
        people);

    -- Keys, of one's teams, and what they used.
    seen := format('(%s OR %s)', everybodys, of_my_teams);
    EXECUTE format('CREATE POLICY read ON gatehouse.virtual_key FOR SELECT TO %s USING (%s)', people, seen);
    EXECUTE format('CREATE POLICY changed ON gatehouse.virtual_key TO %s USING (%s AND (SELECT gatehouse.may(%L)))', people,
        seen, 'keys.change');
    EXECUTE format('CREATE POLICY read ON gatehouse.usage FOR SELECT TO %s USING '
        || '(%s OR EXISTS (SELECT 1 FROM gatehouse.virtual_key k WHERE k.id = usage.key))', people, everybodys);
    seen := format('(%s OR CASE tier WHEN 0 THEN EXISTS (SELECT 1 FROM gatehouse.virtual_key k WHERE k.id = name) '
        || 'WHEN 3 THEN name = ANY ((SELECT gatehouse.my_teams())::TEXT[])', everybodys);
    EXECUTE format('CREATE POLICY read ON gatehouse.usage_limit FOR SELECT TO %s USING (%s ELSE TRUE END))', people, seen);
    EXECUTE format('CREATE POLICY changed ON gatehouse.usage_limit TO %s USING (%s ELSE FALSE END) '
        || 'AND (SELECT gatehouse.may(%L)))', people, seen, 'keys.change');

    -- The audit log: one's own entries, and all of it, or what is about one's teams, for those who audit.
    EXECUTE format('CREATE POLICY read ON gatehouse.audit FOR SELECT TO %s USING (actor = (SELECT gatehouse.acting()) '
        || 'OR ((SELECT gatehouse.may(%L)) AND (%s OR gatehouse.is_about_mine(object))))', people, 'audit.read',
        everybodys);
END
$body$;
