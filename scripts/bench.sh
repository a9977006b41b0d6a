#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 Gatehouse contributors
# SPDX-License-Identifier: Apache-2.0
# Prints one JSON line a figure: ours, and a peer or limit measured in the same run.
# shellcheck source=scripts/common.sh
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
areas=()
for argument in "$@"; do
    case "$argument" in
    core | store | gateway) areas+=("$argument") ;;
    --json) ;; # the lines are JSON either way
    *)
        echo "./dev bench: unknown area $argument (known: core, store, gateway)" >&2
        exit 2
        ;;
    esac
done
[ "${#areas[@]}" -gt 0 ] || areas=(core store gateway)
{
    install_packages "${build_packages[@]}" nginx-light wrk
    build release
} >&2
for area in "${areas[@]}"; do
    case "$area" in
    gateway) scripts/bench_gateway.sh ;;
    *) "build/release/tests/bench/bench_$area" ;;
    esac
done
