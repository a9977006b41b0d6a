-- SPDX-FileCopyrightText: 2026 Gatehouse contributors
-- SPDX-License-Identifier: Apache-2.0
-- Adding and removing people, which also makes and removes their logins. The password comes as a SCRAM verifier, from
-- which nobody gets it back; a login that was there before keeps its own.

CREATE OR REPLACE FUNCTION add_person(person TEXT, verifier TEXT, roles TEXT, teams TEXT) RETURNS VOID
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, gatehouse, pg_temp AS $body$
DECLARE
    known CONSTANT TEXT[] := ARRAY['viewer', 'analyst', 'policy_author', 'key_administrator', 'auditor', 'administrator'];
    wanted CONSTANT TEXT[] := string_to_array(roles, E'\n');
    before person%ROWTYPE;
    is_new CONSTANT BOOLEAN := NOT EXISTS (SELECT 1 FROM pg_roles r WHERE r.rolname = add_person.person);
    word TEXT;
BEGIN
    IF NOT may('people.change') THEN
        RAISE insufficient_privilege USING TABLE = 'person', MESSAGE = 'people are added by an administrator of all teams';
    END IF;
    IF person = '' OR NOT wanted <@ known OR cardinality(wanted) = 0 OR teams = '' THEN
        RAISE invalid_parameter_value USING MESSAGE = 'a person has a name, roles and teams';
    END IF;
    SELECT * INTO before FROM person p WHERE p.name = add_person.person;
    IF verifier <> '' AND verifier NOT LIKE 'SCRAM-SHA-256$%' THEN
        RAISE invalid_parameter_value USING MESSAGE = 'the password is not a verifier';
    ELSIF is_new AND verifier = '' THEN
        RAISE invalid_password USING MESSAGE = 'a new login needs a password';
    ELSIF NOT is_new AND verifier <> '' AND coalesce(before.made_here, 0) = 0 THEN
        RAISE duplicate_object USING MESSAGE = 'this login was not made here and keeps its password';
    ELSIF person LIKE 'gatehouse\_%' OR (before.name IS NULL AND EXISTS (SELECT 1 FROM pg_roles r
        WHERE r.rolname = add_person.person AND (r.rolsuper OR r.rolcreaterole OR NOT r.rolcanlogin))) THEN
        RAISE insufficient_privilege USING TABLE = 'person', MESSAGE = 'this role is not a person''s';
    END IF;
    IF is_new THEN
        EXECUTE format('CREATE ROLE %I LOGIN PASSWORD %L', person, verifier);
    ELSIF verifier <> '' THEN
        EXECUTE format('ALTER ROLE %I PASSWORD %L', person, verifier);
    END IF;
    FOREACH word IN ARRAY known LOOP
        IF word = ANY (wanted) THEN
            EXECUTE format('GRANT %I TO %I', 'gatehouse_' || word, person);
        ELSIF word = ANY (string_to_array(coalesce(before.roles, ''), E'\n')) THEN
            EXECUTE format('REVOKE %I FROM %I', 'gatehouse_' || word, person);
        END IF;
    END LOOP;
    INSERT INTO person (name, roles, teams, made_here, added_at, added_by)
        VALUES (add_person.person, add_person.roles, add_person.teams, is_new::int, now_micros(), acting())
        ON CONFLICT (name) DO UPDATE SET roles = excluded.roles, teams = excluded.teams;
END
$body$;

-- What is left of a login elsewhere on the server keeps it there, without a way into this store.
CREATE OR REPLACE FUNCTION remove_person(person TEXT) RETURNS BOOLEAN LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, gatehouse, pg_temp AS $body$
DECLARE
    gone person%ROWTYPE;
    word TEXT;
BEGIN
    IF NOT may('people.change') THEN
        RAISE insufficient_privilege USING TABLE = 'person', MESSAGE = 'people are removed by an administrator of all teams';
    END IF;
    DELETE FROM person p WHERE p.name = remove_person.person RETURNING * INTO gone;
    IF gone.name IS NULL THEN
        RETURN FALSE;
    END IF;
    IF to_regrole(quote_ident(gone.name)) IS NULL THEN
        RETURN TRUE;
    END IF;
    FOREACH word IN ARRAY string_to_array(gone.roles, E'\n') LOOP
        EXECUTE format('REVOKE %I FROM %I', 'gatehouse_' || word, gone.name);
    END LOOP;
    IF gone.made_here = 1 THEN
        BEGIN
            EXECUTE format('DROP ROLE %I', gone.name);
        EXCEPTION WHEN dependent_objects_still_exist OR object_in_use THEN
            EXECUTE format('ALTER ROLE %I NOLOGIN', gone.name);
        END;
    END IF;
    RETURN TRUE;
END
$body$;
