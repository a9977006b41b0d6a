-- SPDX-FileCopyrightText: 2026 Gatehouse contributors
-- SPDX-License-Identifier: Apache-2.0
-- Who is at the other end, and what that one may do. All of it goes by session_user: the login, which nobody can
-- choose or change. Functions that tell more than their caller may read run as the owner, with a search path of
-- their own.

CREATE OR REPLACE FUNCTION is_member(role TEXT) RETURNS BOOLEAN LANGUAGE sql STABLE
    SET search_path = pg_catalog, pg_temp AS $body$
    SELECT EXISTS (SELECT 1 FROM pg_roles r WHERE r.rolname = role AND pg_has_role(session_user, r.oid, 'MEMBER'))
$body$;

-- Whoever the store belongs to, and the server's administrators.
CREATE OR REPLACE FUNCTION is_owner() RETURNS BOOLEAN LANGUAGE sql STABLE
    SET search_path = pg_catalog, pg_temp AS $body$
    SELECT pg_has_role(session_user, n.nspowner, 'MEMBER') FROM pg_namespace n WHERE n.nspname = 'gatehouse'
$body$;

CREATE OR REPLACE FUNCTION is_gateway() RETURNS BOOLEAN LANGUAGE sql STABLE
    SET search_path = pg_catalog, gatehouse, pg_temp AS $body$
    SELECT is_member('gatehouse_gateway') AND NOT is_owner()
$body$;

CREATE OR REPLACE FUNCTION is_retention() RETURNS BOOLEAN LANGUAGE sql STABLE
    SET search_path = pg_catalog, gatehouse, pg_temp AS $body$
    SELECT is_member('gatehouse_retention')
$body$;

CREATE OR REPLACE FUNCTION is_person() RETURNS BOOLEAN LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path = pg_catalog, gatehouse, pg_temp AS $body$
    SELECT EXISTS (SELECT 1 FROM person p WHERE p.name = session_user) AND NOT is_owner()
$body$;

-- In whose name this session acts. People and retention act in their own; a gateway gives its id, as several may
-- share a login; the owner may act for others.
CREATE OR REPLACE FUNCTION acting() RETURNS TEXT LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path = pg_catalog, gatehouse, pg_temp AS $body$
    SELECT CASE
        WHEN is_owner() THEN coalesce(nullif(current_setting('gatehouse.actor', true), ''), 'user:' || session_user)
        WHEN is_person() THEN 'user:' || session_user
        WHEN is_gateway() AND current_setting('gatehouse.actor', true) LIKE 'gateway:_%'
            THEN current_setting('gatehouse.actor', true)
        WHEN is_gateway() THEN 'gateway:' || session_user
        WHEN is_retention() THEN 'retention:' || session_user
        ELSE 'user:' || session_user
    END
$body$;

-- Which roles may do what. An action that reaches beyond a team takes a person of all teams.
CREATE OR REPLACE FUNCTION roles_for(action TEXT) RETURNS TEXT[] LANGUAGE sql IMMUTABLE
    SET search_path = pg_catalog, pg_temp AS $body$
    SELECT CASE action
        WHEN 'calls.read' THEN ARRAY['viewer', 'analyst', 'policy_author', 'key_administrator', 'auditor', 'administrator']
        WHEN 'configuration.read'
            THEN ARRAY['viewer', 'analyst', 'policy_author', 'key_administrator', 'auditor', 'administrator']
        WHEN 'content.read' THEN ARRAY['viewer', 'analyst', 'policy_author', 'auditor', 'administrator']
        WHEN 'calls.review' THEN ARRAY['analyst', 'administrator']
        WHEN 'keys.change' THEN ARRAY['key_administrator', 'administrator']
        WHEN 'names.change' THEN ARRAY['key_administrator', 'administrator']
        WHEN 'policies.draft' THEN ARRAY['policy_author', 'administrator']
        WHEN 'policies.publish' THEN ARRAY['policy_author', 'administrator']
        WHEN 'audit.read' THEN ARRAY['auditor', 'administrator']
        WHEN 'audit.verify' THEN ARRAY['auditor', 'administrator']
        WHEN 'providers.change' THEN ARRAY['administrator']
        WHEN 'settings.change' THEN ARRAY['administrator']
        WHEN 'people.change' THEN ARRAY['administrator']
        ELSE ARRAY[]::TEXT[]
    END
$body$;
CREATE OR REPLACE FUNCTION reaches_beyond_teams(action TEXT) RETURNS BOOLEAN LANGUAGE sql IMMUTABLE
    SET search_path = pg_catalog, pg_temp AS $body$
    SELECT action IN ('names.change', 'policies.publish', 'providers.change', 'settings.change', 'people.change',
        'audit.verify')
$body$;

CREATE OR REPLACE FUNCTION may(action TEXT) RETURNS BOOLEAN LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path = pg_catalog, gatehouse, pg_temp AS $body$
    SELECT is_owner()
        OR (action = 'calls.delete' AND is_retention()) OR (action = 'audit.verify' AND is_gateway())
        OR EXISTS (SELECT 1 FROM person p
            WHERE p.name = session_user AND string_to_array(p.roles, E'\n') && roles_for(action)
                AND (p.teams = '*' OR NOT reaches_beyond_teams(action)))
$body$;

-- Whose calls a person sees. Of people alone: gateways and retention go by policies of their own.
CREATE OR REPLACE FUNCTION sees_all_teams() RETURNS BOOLEAN LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path = pg_catalog, gatehouse, pg_temp AS $body$
    SELECT is_owner() OR EXISTS (SELECT 1 FROM person p WHERE p.name = session_user AND p.teams = '*')
$body$;
CREATE OR REPLACE FUNCTION my_teams() RETURNS TEXT[] LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path = pg_catalog, gatehouse, pg_temp AS $body$
    SELECT coalesce((SELECT string_to_array(p.teams, E'\n') FROM person p WHERE p.name = session_user), ARRAY[]::TEXT[])
$body$;

CREATE OR REPLACE FUNCTION now_micros() RETURNS BIGINT LANGUAGE sql VOLATILE
    SET search_path = pg_catalog, pg_temp AS $body$
    SELECT (extract(epoch FROM clock_timestamp()) * 1000000)::bigint
$body$;

-- The text index knows nothing of teams: asked by people, it answers through this.
CREATE OR REPLACE FUNCTION calls_with(words TEXT) RETURNS SETOF BIGINT LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path = pg_catalog, gatehouse, pg_temp AS $body$
    SELECT s.n FROM search_text s
    WHERE s.words @@ search_query(calls_with.words) AND may('content.read')
        AND ((SELECT sees_all_teams())
            OR EXISTS (SELECT 1 FROM interaction i WHERE i.n = s.n AND i.team = ANY ((SELECT my_teams())::TEXT[])))
$body$;

-- How far the audit log reaches, for those who ask only whether anything is new.
CREATE OR REPLACE FUNCTION audit_end() RETURNS BIGINT LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path = pg_catalog, gatehouse, pg_temp AS $body$
    SELECT max(seq) FROM audit
$body$;

-- Whether an entry of the audit log is about a call, a key or a team its reader sees: asked with the reader's rights.
CREATE OR REPLACE FUNCTION is_about_mine(object TEXT) RETURNS BOOLEAN LANGUAGE sql STABLE
    SET search_path = pg_catalog, gatehouse, pg_temp AS $body$
    SELECT CASE split_part(object, ':', 1)
        -- Which week is to be read is asked whatever the object is.
        WHEN 'interaction' THEN EXISTS (SELECT 1 FROM interaction i WHERE i.id = decode(
            CASE WHEN object ~ '^interaction:[0-9a-f-]{36}$' THEN replace(substr(object, 13), '-', '') ELSE '' END, 'hex'))
        WHEN 'key' THEN EXISTS (SELECT 1 FROM virtual_key k WHERE k.id = substr(object, 5))
        WHEN 'team' THEN substr(object, 6) = ANY (my_teams())
        ELSE FALSE
    END
$body$;
