#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 Gatehouse contributors
# SPDX-License-Identifier: Apache-2.0
# Chat calls through the gateway with all checks and durable records, beside nginx passing the same calls on unread.
# Both talk to the same upstream, an nginx that returns a fixed answer. Runs are interleaved; medians are printed.
# shellcheck source=scripts/common.sh
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

gatehouse=build/release/bin/gatehouse
folder=$(mktemp -d)
processes=()
cleanup() {
    kill "${processes[@]}" 2>/dev/null || true
    wait 2>/dev/null || true
    rm -rf "$folder"
}
trap cleanup EXIT

answer='{"id":"b","object":"chat.completion","created":1,"model":"bench","choices":[{"index":0,"message":{"role":"assistant","content":"The order was shipped yesterday and should arrive before noon."},"finish_reason":"stop"}],"usage":{"prompt_tokens":200,"completion_tokens":12,"total_tokens":212}}'
cat >"$folder/nginx.conf" <<CONF
worker_processes 1; pid $folder/nginx.pid; error_log $folder/error.log; daemon off;
events { worker_connections 1024; }
http {
  access_log off; client_body_temp_path $folder/body; proxy_temp_path $folder/proxy;
  fastcgi_temp_path $folder/f; uwsgi_temp_path $folder/u; scgi_temp_path $folder/s;
  keepalive_requests 1000000;
  upstream model { server 127.0.0.1:18801; keepalive 128; keepalive_requests 1000000; }
  server { listen 127.0.0.1:18801; location / { default_type application/json; return 200 '$answer'; } }
  server { listen 127.0.0.1:18802; location / {
    proxy_pass http://model; proxy_http_version 1.1; proxy_set_header Connection ""; } }
}
CONF
nginx -c "$folder/nginx.conf" &
processes+=($!)

export GATEHOUSE_STORE=$folder/gatehouse.db
"$gatehouse" store init >&2
"$gatehouse" provider add --name bench --kind openai --base-url http://127.0.0.1:18801/v1 --models bench >&2
key=$("$gatehouse" key issue --create --team bench --environment bench --use-case bench --models bench --json |
    sed -E 's/.*"secret":"([^"]+)".*/\1/')
"$gatehouse" serve --listen 127.0.0.1:18803 >"$folder/listening" 2>"$folder/gateway.log" &
processes+=($!)
until grep -q listening "$folder/listening"; do kill -0 "${processes[-1]}"; done

prompt=$(printf 'please check the order and the invoice again before noon %.0s' {1..18})
cat >"$folder/call.lua" <<LUA
wrk.method = "POST"
wrk.headers["Content-Type"] = "application/json"
wrk.headers["Authorization"] = "Bearer $key"
wrk.body = '{"model":"bench","messages":[{"role":"user","content":"$prompt"}]}'
LUA
measure() { # requests per second; a run with refused calls does not count
    local output
    output=$(wrk -t1 -c64 -d3s -s "$folder/call.lua" "http://127.0.0.1:$1/v1/chat/completions")
    if grep -q 'Non-2xx' <<<"$output"; then
        echo "calls were refused: $output" >&2
        return 1
    fi
    awk '/Requests\/sec/ {print $2}' <<<"$output"
}
median() { printf '%s\n' "$@" | sort -n | awk '{v[NR]=$1} END {print v[int((NR+1)/2)]}'; }
ours=() theirs=()
for _ in 1 2 3 4 5; do
    ours+=("$(measure 18803)")
    theirs+=("$(measure 18802)")
done
a=$(median "${ours[@]}") b=$(median "${theirs[@]}")
awk -v a="$a" -v b="$b" 'BEGIN {printf "{\"figure\":\"chat_all_checks_rps\",\"value\":%.0f,\"unit\":\"req/s\",\"against\":\"nginx_passthrough\",\"ratio\":%.3f,\"runs\":5}\n", a, a / b}'
recorded=$("$gatehouse" store status --json | sed -E 's/.*"interactions":([0-9]+).*/\1/')
echo "$recorded interactions recorded" >&2
build/release/tests/bench/bench_live_change 2>/dev/null
