-- SPDX-FileCopyrightText: 2026 Gatehouse contributors
-- SPDX-License-Identifier: Apache-2.0
-- Which calls there are in an hour (of 3,600,000,000 microseconds since 1970), so that a filter that matches few calls,
-- or none, reads the hours they can be in instead of all. A call that became another kind leaves the kind it was.
-- shard: as in rollup.
CREATE TABLE call_kind (
    severity INTEGER NOT NULL,
    verdict INTEGER NOT NULL,
    outcome INTEGER NOT NULL,
    team TEXT NOT NULL,
    hour INTEGER NOT NULL,
    shard INTEGER NOT NULL,
    PRIMARY KEY (severity, verdict, outcome, team, hour, shard)
) STRICT, WITHOUT ROWID;

INSERT INTO call_kind SELECT DISTINCT severity, verdict, outcome, team, at / 3600000000, 0 FROM interaction;

CREATE TRIGGER call_kind_made AFTER INSERT ON interaction
BEGIN
    INSERT OR IGNORE INTO call_kind
        VALUES (new.severity, new.verdict, new.outcome, new.team, new.at / 3600000000, 0);
END;

CREATE TRIGGER call_kind_changed AFTER UPDATE OF severity, verdict, outcome ON interaction
BEGIN
    INSERT OR IGNORE INTO call_kind
        VALUES (new.severity, new.verdict, new.outcome, new.team, new.at / 3600000000, 0);
END;
