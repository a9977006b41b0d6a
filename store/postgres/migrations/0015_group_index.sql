-- SPDX-FileCopyrightText: 2026 Gatehouse contributors
-- SPDX-License-Identifier: Apache-2.0
-- As in a file; see there.
DROP INDEX interaction_leader;
CREATE INDEX interaction_leader ON interaction (team, fingerprint, id, leads) WHERE leads = 1;
