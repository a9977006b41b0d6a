#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 Gatehouse contributors
# SPDX-License-Identifier: Apache-2.0
# Calls and streams through the gateway, beside the same calls through nginx as a plain keep-alive proxy (the practical
# limit), through Portkey's gateway with one regular expression, and without any proxy (the floor). What is measured runs
# on one core; the clients and the provider, an nginx that returns a fixed answer, on another. Runs are interleaved.
# shellcheck disable=SC2034,SC2154 # shared with bench_gateway_parts.sh
# shellcheck source=scripts/common.sh
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

gatehouse=$PWD/build/release/bin/gatehouse
load=$PWD/build/release/tests/bench/bench_gateway_load
folder=$(mktemp -d)
processes=()
cleanup() {
    kill "${processes[@]}" 2>/dev/null || true
    wait 2>/dev/null || true
    rm -rf "$folder"
}
trap cleanup EXIT
ulimit -n "$(ulimit -Hn)"

rounds=${ROUNDS:-5} seconds=${SECONDS_A_RUN:-3}
clients=(taskset -c 0)
measured=(taskset -c 1)

# ---- what is measured ----
# shellcheck source=scripts/bench_gateway_parts.sh
source scripts/bench_gateway_parts.sh
start_nginx
start_gateway all resources/policies/baseline.json masked 18803 && all=$gateway_pid
start_gateway none "$(policy_of)" metadata 18804 && none=$gateway_pid
write_call
portkey=
if [ -d tests/bench/peers/node_modules/@portkey-ai/gateway ]; then start_portkey; fi

# ---- calls a second ----
declare -A rates cpus
for ((round = 0; round < rounds; ++round)); do
    run_calls nginx 18802 "$proxy"
    run_calls all 18803 "$all"
    run_calls none 18804 "$none"
    [ -z "$portkey" ] || run_calls portkey 18805 "$portkey"
done
print_calls all nginx chat_all_checks
print_calls none nginx chat_access_only
[ -z "$portkey" ] || print_calls all portkey chat_all_checks
half=$(median_of rates all | awk '{printf "%d", $1 / 2}')
print_ratio chat_cpu_all_checks "$(median_of cpus all)" us nginx "$(median_of cpus nginx)"
print_ratio chat_cpu_access_only "$(median_of cpus none)" us nginx "$(median_of cpus nginx)"

# ---- latency at half load ----
declare -A p50s p99s
for ((round = 0; round < rounds; ++round)); do
    for entry in direct:18801 nginx:18802 all:18803 none:18804; do
        run_paced "${entry%:*}" "${entry#*:}" "$half"
    done
done
commit=$("$load" commits --folder "$folder")
print_latency all "$half" "$(field p50_us <<<"$commit")" "$(field p99_us <<<"$commit")"
print_latency none "$half" 0 0

# ---- streams ----
for ((round = 0; round < 3; ++round)); do
    run_streams direct 18811 0
    run_streams nginx 18812 0
    run_streams all 18803 "$all"
done
print_streams

# ---- what checks cost, and what waiting for the disk does ----
for count in 0 1 5; do
    run_curve "curve$count" "$(policy_of "$count")" strict "chat_${count}_checks"
    run_curve "curve${count}_grouped" "$(policy_of "$count")" grouped "chat_${count}_checks_grouped"
done
run_curve curve_all_grouped resources/policies/baseline.json grouped chat_all_checks_grouped

# ---- memory ----
start_gateway idle resources/policies/baseline.json masked 18806
idle=$("${clients[@]}" "$load" idle --port 18806 --connections 10000 --memory-of "$gateway_pid")
print_value idle_connections_10000 "$(field kib_a_connection <<<"$idle")" KiB_a_connection
measure_calls 18806 1000 >/dev/null
print_value active_connections_1000 "$(resident_mib "$gateway_pid")" MiB_resident
stop_gateway
"$gatehouse" --store "$folder/all.db" store status --json |
    sed -E 's/.*"interactions":([0-9]+).*/\1 interactions recorded with all checks/' >&2
build/release/tests/bench/bench_live_change 2>/dev/null
