#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 Gatehouse contributors
# SPDX-License-Identifier: Apache-2.0
# Prints one JSON line a figure: ours, and a peer or limit measured in the same run.
# shellcheck source=scripts/common.sh
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
areas=()
for argument in "$@"; do
    case "$argument" in
    core | store | gateway | console) areas+=("$argument") ;;
    --json) ;; # the lines are JSON either way
    *)
        echo "./dev bench: unknown area $argument (known: core, store, gateway, console)" >&2
        exit 2
        ;;
    esac
done
[ "${#areas[@]}" -gt 0 ] || areas=(core store gateway console)
{
    install_packages "${build_packages[@]}" nginx-light wrk sqlite3 curl postgresql-15
    build release
} >&2
# A peer that can't be had (no network) is left out; the bench says so.
install_peers() {
    local place=tests/bench/peers
    cmp -s $place/package-lock.json $place/node_modules/.installed-lock && return
    say "installing the peers from npm"
    if npm ci --prefix $place --ignore-scripts --no-audit --no-fund --silent; then
        cp $place/package-lock.json $place/node_modules/.installed-lock
    else
        rm -rf $place/node_modules
        echo "./dev bench: the npm peers can't be installed; the rest is measured without them"
    fi
}
# Made once; ROWS=10000000 measures ten times as much, and takes 36 GB, twice that for both engines.
long_store() {
    local rows=${ROWS:-1000000}
    store=build/release/bench-$rows.db
    [ -s "$store" ] || build/release/bin/gatehouse --store "$store" store demo --interactions "$rows" --keys 60 >&2
}
# The console as a process on a screen of its own, beside DB Browser for SQLite.
on_a_screen() {
    if ! install_packages xvfb xdotool python3 >&2; then
        echo "./dev bench: no Xvfb to be had; the programs on a screen are left out" >&2
        return
    fi
    install_packages sqlitebrowser >&2 ||
        echo "./dev bench: DB Browser for SQLite can't be installed; the console is measured without it" >&2
    tests/bench/console/beside_db_browser.py build/release/bin/gatehouse-console "$store"
}
for area in "${areas[@]}"; do
    case "$area" in
    core)
        install_peers >&2
        build/release/tests/bench/bench_core ../shared/data/dev
        ;;
    gateway) scripts/bench_gateway.sh ;;
    console)
        long_store
        QT_QPA_PLATFORM=offscreen build/release/tests/bench/bench_console "$store"
        on_a_screen
        ;;
    store)
        build/release/tests/bench/bench_store
        build/release/tests/bench/bench_store_ingest
        long_store
        build/release/tests/bench/bench_store_reads "$store"
        ;;
    esac
done
