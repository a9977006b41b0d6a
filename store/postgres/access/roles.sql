-- SPDX-FileCopyrightText: 2026 Gatehouse contributors
-- SPDX-License-Identifier: Apache-2.0
-- The roles, made where they are missing and whoever runs this may make roles. Without them a store serves its owner
-- alone.
DO $body$
DECLARE
    names CONSTANT TEXT[] := ARRAY['viewer', 'analyst', 'policy_author', 'key_administrator', 'auditor', 'administrator',
        'gateway', 'retention', 'owner'];
    word TEXT;
    may_make BOOLEAN;
    is_super BOOLEAN;
BEGIN
    SELECT rolcreaterole OR rolsuper, rolsuper INTO may_make, is_super FROM pg_roles WHERE rolname = current_user;
    IF may_make THEN
        FOREACH word IN ARRAY names LOOP
            CONTINUE WHEN to_regrole('gatehouse_' || word) IS NOT NULL;
            BEGIN
                -- The owner makes the logins of people.
                EXECUTE format('CREATE ROLE %I NOLOGIN %s', 'gatehouse_' || word,
                    CASE WHEN word = 'owner' THEN 'CREATEROLE' ELSE '' END);
                IF word <> 'owner' THEN
                    CONTINUE;
                END IF;
                FOREACH word IN ARRAY names[1:6] LOOP
                    EXECUTE format('GRANT %I TO gatehouse_owner WITH ADMIN OPTION', 'gatehouse_' || word);
                END LOOP;
                IF NOT is_super THEN
                    EXECUTE format('GRANT gatehouse_owner TO %I', current_user);
                END IF;
            EXCEPTION WHEN duplicate_object OR unique_violation THEN
                NULL; -- whoever makes another store on this server was faster
            END;
        END LOOP;
    END IF;
END
$body$;

-- Everything of the store belongs to the owner, who logs in as nobody: no function here runs with more rights than
-- the store itself.
DO $body$
DECLARE
    each RECORD;
BEGIN
    IF to_regrole('gatehouse_owner') IS NULL OR NOT pg_has_role(current_user, 'gatehouse_owner', 'MEMBER') THEN
        RETURN;
    END IF;
    ALTER SCHEMA gatehouse OWNER TO gatehouse_owner;
    FOR each IN
        SELECT format('ALTER TABLE gatehouse.%I OWNER TO gatehouse_owner', c.relname) AS sql
        FROM pg_class c
        WHERE c.relnamespace = 'gatehouse'::regnamespace AND c.relkind IN ('r', 'p', 'v', 'm')
            AND c.relowner <> 'gatehouse_owner'::regrole
        UNION ALL
        SELECT format('ALTER SEQUENCE gatehouse.%I OWNER TO gatehouse_owner', c.relname)
        FROM pg_class c
        WHERE c.relnamespace = 'gatehouse'::regnamespace AND c.relkind = 'S'
            AND c.relowner <> 'gatehouse_owner'::regrole
            AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = c.oid AND d.deptype IN ('a', 'i')
                AND d.classid = 'pg_class'::regclass)
        UNION ALL
        SELECT format('ALTER FUNCTION %s OWNER TO gatehouse_owner', p.oid::regprocedure)
        FROM pg_proc p
        WHERE p.pronamespace = 'gatehouse'::regnamespace AND p.proowner <> 'gatehouse_owner'::regrole
    LOOP
        EXECUTE each.sql;
    END LOOP;
END
$body$;
