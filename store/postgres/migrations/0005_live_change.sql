-- SPDX-FileCopyrightText: 2026 Gatehouse contributors
-- SPDX-License-Identifier: Apache-2.0

-- Whoever listens on the channel `gatehouse` hears of every change that people make or that is made in their name,
-- since each is audited. Records of calls tell nothing: transactions that do commit one after the other.
CREATE FUNCTION tell_change() RETURNS TRIGGER LANGUAGE plpgsql AS $body$
BEGIN
    PERFORM pg_notify('gatehouse', '');
    RETURN NULL;
END
$body$;
CREATE TRIGGER audit_told AFTER INSERT ON audit FOR EACH STATEMENT EXECUTE FUNCTION tell_change();

-- When the server heard of a gateway, by its own clock: gateways' clocks may disagree, and none may be taken for dead
-- because of that.
ALTER TABLE heartbeat ADD COLUMN heard BIGINT NOT NULL DEFAULT 0;
CREATE FUNCTION stamp_heartbeat() RETURNS TRIGGER LANGUAGE plpgsql AS $body$
BEGIN
    NEW.heard := (extract(epoch FROM clock_timestamp()) * 1000000)::bigint;
    RETURN NEW;
END
$body$;
CREATE TRIGGER heartbeat_stamped BEFORE INSERT OR UPDATE ON heartbeat FOR EACH ROW EXECUTE FUNCTION stamp_heartbeat();
