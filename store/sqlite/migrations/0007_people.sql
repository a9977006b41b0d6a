-- SPDX-FileCopyrightText: 2026 Gatehouse contributors
-- SPDX-License-Identifier: Apache-2.0

-- Nothing to change here: a file has no people, whoever reads it may do everything.
SELECT 1;
