#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 Gatehouse contributors
# SPDX-License-Identifier: Apache-2.0
# Runs each fuzz target for so many seconds, starting from its seeds in tests/fuzz/seeds. With a second argument the
# same inputs are tried each time, which is what a test wants; without, new ones, which is what a search wants.
# shellcheck source=scripts/common.sh
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
seconds=${1:-20}
seed=${2:-0}
install_packages "${build_packages[@]}" "${test_packages[@]}"
build fuzz
find build/fuzz/tests/fuzz -maxdepth 1 -name 'fuzz_*' -type f -executable | sort | while read -r target; do
    name=$(basename "$target")
    corpus=build/fuzz/corpus/$name
    mkdir -p "$corpus"
    say "$name, $seconds s"
    "$target" -max_total_time="$seconds" -seed="$seed" -timeout=10 -rss_limit_mb=2048 -print_final_stats=0 -verbosity=0 \
        -artifact_prefix="build/fuzz/$name-" "$corpus" "tests/fuzz/seeds/${name#fuzz_}" </dev/null
done
