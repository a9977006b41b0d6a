-- SPDX-FileCopyrightText: 2026 Gatehouse contributors
-- SPDX-License-Identifier: Apache-2.0
-- What each role may do with which table at all. Of which rows, rows.sql says; that it is told in the audit log,
-- changes.sql. Nobody but the owner writes the audit log, empties a table, or changes the schema.

REVOKE ALL ON ALL TABLES IN SCHEMA gatehouse FROM PUBLIC;
REVOKE ALL ON ALL SEQUENCES IN SCHEMA gatehouse FROM PUBLIC;
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA gatehouse FROM PUBLIC;

DO $body$
DECLARE
    each RECORD;
    everybody CONSTANT TEXT := 'gatehouse_viewer, gatehouse_analyst, gatehouse_policy_author, gatehouse_key_administrator, '
        || 'gatehouse_auditor, gatehouse_administrator, gatehouse_gateway, gatehouse_retention';
    readers CONSTANT TEXT := 'gatehouse_viewer, gatehouse_analyst, gatehouse_policy_author, gatehouse_auditor, '
        || 'gatehouse_administrator';
    people CONSTANT TEXT := 'gatehouse_viewer, gatehouse_analyst, gatehouse_policy_author, gatehouse_key_administrator, '
        || 'gatehouse_auditor, gatehouse_administrator';
    reviewers CONSTANT TEXT := 'gatehouse_analyst, gatehouse_administrator';
    key_people CONSTANT TEXT := 'gatehouse_key_administrator, gatehouse_administrator';
    authors CONSTANT TEXT := 'gatehouse_policy_author, gatehouse_administrator';
BEGIN
    IF to_regrole('gatehouse_viewer') IS NULL THEN
        RETURN;
    END IF;
    -- Anew each time, so that what is not said here any more is not granted any more.
    EXECUTE format('REVOKE ALL ON ALL TABLES IN SCHEMA gatehouse FROM %s', everybody);
    EXECUTE format('REVOKE ALL ON ALL SEQUENCES IN SCHEMA gatehouse FROM %s', everybody);
    EXECUTE format('REVOKE ALL ON ALL FUNCTIONS IN SCHEMA gatehouse FROM %s', everybody);
    FOR each IN SELECT * FROM (VALUES
        (everybody, 'USAGE', 'SCHEMA gatehouse'),
        (everybody, 'EXECUTE', 'FUNCTION is_member(TEXT), is_owner(), is_gateway(), is_retention(), is_person(), acting(), '
            || 'roles_for(TEXT), reaches_beyond_teams(TEXT), may(TEXT), sees_all_teams(), my_teams(), audit_end(), '
            || 'is_about_mine(TEXT), append_audit(BIGINT, TEXT, TEXT, TEXT, TEXT, TEXT, TEXT)'),
        -- What the store is set up with, and the list of changed calls.
        (everybody, 'SELECT', 'schema_version, named, virtual_key, provider, model_target, recipient, reviewer_key, '
            || 'price, target_health, heartbeat, setting, policy_document, policy_publication, policy_draft, '
            || 'policy_exception, usage, usage_limit, person, audit, audit_head, verdict_batch, verdict_head, change'),
        (everybody, 'SELECT (name, created_at)', 'named_credential'),
        -- Calls: their index row without the words in it; then all of it.
        (everybody, 'SELECT (n, id, at, key, team, environment, use_case, route, model, provider, verdict, severity, '
            || 'outcome, policy_name, policy_version, tokens_in, tokens_out, cost_uusd, latency_us, overhead_us, rules, '
            || 'top_check, state, disposition, assignee, gateway, decided_by, decided_at)', 'interaction'),
        (everybody, 'SELECT', 'finding, rollup, rollup_check, rollup_coverage, call_kind'),
        (readers, 'SELECT', 'interaction, interaction_detail, request_body, response_body, review_note, permit'),
        (readers, 'EXECUTE', 'FUNCTION calls_with(TEXT)'),
        -- That something is sealed; the envelope itself comes from sealed_of().
        (readers, 'SELECT (n, body)', 'sealed_originals'),
        (readers, 'SELECT', 'legal_hold'),
        -- Views.
        (people, 'SELECT, INSERT, DELETE', 'saved_view'),
        (people, 'UPDATE (name, filter, live, oldest_first, shared)', 'saved_view'),
        -- What shifts tell one another.
        (readers, 'SELECT', 'handover'),
        (reviewers, 'INSERT', 'handover'),
        -- Reviews.
        (reviewers, 'UPDATE (state, disposition, assignee, decided_by, decided_at)', 'interaction'),
        (reviewers, 'UPDATE (held)', 'interaction_detail'),
        (reviewers, 'INSERT (n, at, author, text)', 'review_note'),
        (reviewers, 'INSERT (key, payload_hash, held_id, expires_at)', 'permit'),
        (reviewers, 'INSERT', 'change'),
        (reviewers, 'USAGE', 'SEQUENCE change_order, note_order'),
        (reviewers, 'SELECT', 'review_job'),
        (reviewers, 'EXECUTE', 'FUNCTION review_job_start(INTEGER, INTEGER, TEXT, TEXT, BYTEA, BYTEA, BIGINT), '
            || 'review_job_take_back(BIGINT), review_job_claim(BIGINT, TEXT), review_job_skip(BIGINT, TEXT, BYTEA), '
            || 'review_job_slice(BIGINT, TEXT, BIGINT[], BIGINT, BYTEA), review_job_back(BIGINT, TEXT), '
            || 'review_job_end(BIGINT, TEXT, INTEGER), review_job_leave(BIGINT, TEXT)'),
        (reviewers, 'EXECUTE', 'FUNCTION note_reveal(BYTEA, TEXT, TEXT), sealed_of(BYTEA)'),
        -- Keys and limits. What a key is bound to is for good.
        (key_people, 'INSERT', 'virtual_key, named'),
        (key_people, 'UPDATE (archived)', 'named'),
        (key_people, 'UPDATE (state, secret_hash, previous_secret_hash, previous_until, models, providers, routes, tools, '
            || 'addresses, required_metadata, max_input_bytes, max_output_tokens, requires_user)', 'virtual_key'),
        (key_people, 'INSERT, DELETE', 'usage_limit'),
        -- Policies. A version is never changed.
        (authors, 'INSERT', 'policy_document, policy_publication, policy_draft'),
        (authors, 'DELETE', 'policy_draft'),
        (authors, 'INSERT, UPDATE (removed_at, removed_by)', 'policy_exception'),
        -- What an administrator keeps.
        ('gatehouse_administrator', 'INSERT, DELETE', 'provider, model_target, named_credential, recipient, '
            || 'reviewer_key'),
        ('gatehouse_administrator', 'UPDATE (credential)', 'provider, named_credential'),
        ('gatehouse_administrator', 'SELECT', 'named_credential'),
        ('gatehouse_administrator', 'INSERT, UPDATE, DELETE', 'price'),
        ('gatehouse_administrator', 'INSERT, UPDATE', 'setting'),
        ('gatehouse_administrator', 'EXECUTE', 'FUNCTION add_person(TEXT, TEXT, TEXT, TEXT), remove_person(TEXT)'),
        -- Gateways append calls, finish their own, and read how they are set up.
        ('gatehouse_gateway', 'SELECT', 'interaction, interaction_detail, request_body, response_body, permit, '
            || 'named_credential, search_text, searchable'),
        ('gatehouse_gateway', 'INSERT', 'interaction, interaction_detail, request_body, response_body, finding, '
            || 'search_text, change, audit_head, verdict_batch, recipient, sealed_originals'),
        ('gatehouse_gateway', 'SELECT (n, body)', 'sealed_originals'),
        ('gatehouse_gateway', 'UPDATE (verdict, severity, outcome, provider, tokens_in, tokens_out, cost_uusd, latency_us, '
            || 'overhead_us, rules, top_check, snippet, state, fingerprint, alike, leads)', 'interaction'),
        ('gatehouse_gateway', 'UPDATE (checks, coverage, received_bytes, held, answer)', 'interaction_detail'),
        ('gatehouse_gateway', 'UPDATE', 'response_body'),
        ('gatehouse_gateway', 'DELETE', 'finding, search_text, change'),
        ('gatehouse_gateway', 'UPDATE (used_by, used_at)', 'permit'),
        ('gatehouse_gateway', 'UPDATE (uses, last_used_at)', 'policy_exception'),
        ('gatehouse_gateway', 'UPDATE (state, last_used_at)', 'virtual_key'),
        ('gatehouse_gateway', 'INSERT, UPDATE', 'setting, usage, rollup, rollup_check, rollup_coverage, verdict_head'),
        ('gatehouse_gateway', 'INSERT, UPDATE, DELETE', 'heartbeat, target_health'),
        ('gatehouse_gateway', 'SELECT, INSERT, UPDATE, DELETE', 'shared_limit, limit_use, limit_lease'),
        ('gatehouse_gateway', 'USAGE', 'ALL SEQUENCES IN SCHEMA gatehouse'),
        ('gatehouse_gateway', 'EXECUTE', 'FUNCTION body_text(TEXT), plain_words(TEXT), search_words(TEXT), '
            || 'search_query(TEXT), call_millis(BYTEA), call_number(BYTEA), make_weeks(BIGINT, BIGINT), rollup_shard()'),
        -- Retention deletes calls and sums up old usage; it reads what they weigh.
        ('gatehouse_retention', 'SELECT', 'interaction, interaction_detail, request_body, response_body, search_text, '
            || 'legal_hold, sealed_originals'),
        ('gatehouse_retention', 'SELECT (n)', 'review_note'),
        ('gatehouse_retention', 'DELETE', 'interaction, interaction_detail, request_body, response_body, finding, '
            || 'search_text, review_note, sealed_originals'),
        ('gatehouse_retention', 'EXECUTE', 'FUNCTION make_weeks(BIGINT, BIGINT), drop_week(BIGINT, BOOLEAN), '
            || 'review_job_tidy(), rollup_shard(), join_rollups(BIGINT)'),
        ('gatehouse_retention', 'INSERT, UPDATE', 'rollup'),
        ('gatehouse_retention', 'DELETE', 'rollup_check, rollup_coverage, call_kind, verdict_batch'),
        ('gatehouse_retention', 'INSERT, UPDATE, DELETE', 'usage')) t (who, what, on_object)
    LOOP
        EXECUTE format('GRANT %s ON %s TO %s', each.what, each.on_object, each.who);
    END LOOP;
END
$body$;
