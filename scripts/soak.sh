#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 Gatehouse contributors
# SPDX-License-Identifier: Apache-2.0
# Sanitizer builds with all tests, then five minutes of each fuzz target.
# shellcheck source=scripts/common.sh
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
install_packages "${build_packages[@]}" "${test_packages[@]}"
install_clients
for preset in asan tsan; do
    build "$preset"
    say "tests ($preset)"
    ctest --test-dir "build/$preset" --output-on-failure --no-tests=error -j "$(nproc)"
done
scripts/fuzz.sh 300
