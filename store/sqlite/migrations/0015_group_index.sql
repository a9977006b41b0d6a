-- SPDX-FileCopyrightText: 2026 Gatehouse contributors
-- SPDX-License-Identifier: Apache-2.0
-- All groups are gone through where one asks for what is like a call: with what they are chosen by in the index, no row
-- is read for it.
DROP INDEX interaction_leader;
CREATE INDEX interaction_leader ON interaction (team, fingerprint, id, leads) WHERE leads = 1;
