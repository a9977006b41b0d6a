#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 Gatehouse contributors
# SPDX-License-Identifier: Apache-2.0
# shellcheck source=scripts/common.sh
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
install_packages "${build_packages[@]}" "${test_packages[@]}"
say "format"
scripts/format.sh --check
install_clients
build dev
scripts/fuzz.sh 20 1
say "tests"
ctest --test-dir build/dev --output-on-failure --no-tests=error -j "$(nproc)"
