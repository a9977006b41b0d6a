-- SPDX-FileCopyrightText: 2026 Gatehouse contributors
-- SPDX-License-Identifier: Apache-2.0
-- As in a file; see there. Who keeps it in step with the calls: access/rollups.sql.
CREATE TABLE call_kind (
    severity BIGINT NOT NULL,
    verdict BIGINT NOT NULL,
    outcome BIGINT NOT NULL,
    team TEXT COLLATE "C" NOT NULL,
    hour BIGINT NOT NULL,
    shard BIGINT NOT NULL,
    PRIMARY KEY (severity, verdict, outcome, team, hour, shard)
);

INSERT INTO call_kind SELECT DISTINCT severity, verdict, outcome, team, at / 3600000000, 0 FROM interaction;
