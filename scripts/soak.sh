#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 Gatehouse contributors
# SPDX-License-Identifier: Apache-2.0
# Kills a gateway under load 200 times, then sanitizer builds with all tests and five minutes of each fuzz target.
#   ./dev soak [kills [KILLS [SEED]]]     with `kills` nothing else
# shellcheck source=scripts/common.sh
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
install_packages "${build_packages[@]}" "${test_packages[@]}"
build dev
say "kills under load"
kills=200 seed=$RANDOM
if [ "${1:-}" = kills ]; then
    kills=${2:-$kills} seed=${3:-$seed}
fi
node tests/soak/kills.mjs build/dev/bin/gatehouse "$kills" "$seed"
[ "${1:-}" = kills ] && exit
install_clients
for preset in asan tsan; do
    build "$preset"
    say "tests ($preset)"
    ctest --test-dir "build/$preset" --output-on-failure --no-tests=error -j "$(nproc)"
done
scripts/fuzz.sh 300
