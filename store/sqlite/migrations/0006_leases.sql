-- SPDX-FileCopyrightText: 2026 Gatehouse contributors
-- SPDX-License-Identifier: Apache-2.0

-- Nothing to change here: the one gateway of a file shares its limits with nobody.
SELECT 1;
