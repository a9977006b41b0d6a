#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 Gatehouse contributors
# SPDX-License-Identifier: Apache-2.0
# With --check nothing is rewritten and a difference is a failure.
# shellcheck source=scripts/common.sh
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
if [ "${1:-}" = --check ]; then
    sources | xargs clang-format --dry-run --Werror
else
    sources | xargs clang-format -i
fi
