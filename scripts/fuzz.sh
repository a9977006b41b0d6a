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
fuzz_one() {
    local name
    name=$(basename "$1")
    say "$name, $seconds s"
    mkdir -p "build/fuzz/corpus/$name"
    "$1" -max_total_time="$seconds" -seed="$seed" -timeout=10 -rss_limit_mb=2048 -print_final_stats=0 -verbosity=0 \
        -artifact_prefix="build/fuzz/$name-" "build/fuzz/corpus/$name" "tests/fuzz/seeds/${name#fuzz_}" </dev/null
}
export -f fuzz_one say
export seconds seed
# shellcheck disable=SC2016 # the inner shell expands it
find build/fuzz/tests/fuzz -maxdepth 1 -name 'fuzz_*' -type f -executable -print0 | sort -z |
    xargs -0 -n 1 -P "$(nproc)" bash -c 'fuzz_one "$1"' _
