# shellcheck shell=bash
# SPDX-FileCopyrightText: 2026 Gatehouse contributors
# SPDX-License-Identifier: Apache-2.0
# The pieces of the gateway's bench: what is started, what is measured, how it is printed.
# shellcheck disable=SC2034,SC2154 # `folder`, `gatehouse`, `load`, `proxy` and the tables are the bench's

answer='{"id":"b","object":"chat.completion","created":1,"model":"bench","choices":[{"index":0,"message":{"role":"assistant","content":"The order left the warehouse yesterday evening and should reach the customer before noon. Please remind them that somebody has to sign for it at the front desk, and that the second parcel, with the spare parts they asked for, follows on Thursday by the usual carrier. If the driver finds nobody there he leaves a card with the address of the shop where it waits for a week. The invoice goes out with the second parcel; payment is due in thirty days, and the discount that was agreed on the phone is already taken off. Should they want to change the delivery address for the spare parts, they need to tell us by tomorrow at four, since the label is printed that evening and the carrier charges for every change that comes later."},"finish_reason":"stop"}],"usage":{"prompt_tokens":260,"completion_tokens":150,"total_tokens":410}}'
prompt='Summarise the case for a colleague who takes over on Monday. The customer ordered twelve pumps and two controllers in March, asked for delivery to the new plant and was told that the controllers would come later because the supplier had changed the firmware. In April they wrote that three pumps were louder than the others and that the plant manager wanted them looked at before the line starts. Our technician went there, found that the base plates were not level, corrected that and measured again; two pumps were fine, the third still showed a vibration at half speed. He suggested to exchange the bearing, which we have in stock, and to run the pump for a week before anybody decides about a replacement. Meanwhile the controllers arrived at our warehouse and were checked; the new firmware needs a setting that the manual does not mention yet, so please add a note to the delivery. They also asked whether the maintenance contract covers the exchange of seals, and whether a second person could be trained together with the plant manager. Write in short paragraphs, name what is open, and end with the three things that have to happen first.'

start_nginx() {
    cat >"$folder/nginx.conf" <<CONF
worker_processes 1; pid $folder/NAME.pid; error_log $folder/error.log; daemon off;
events { worker_connections 4096; }
http {
  access_log off; client_body_temp_path $folder/body; proxy_temp_path $folder/proxy;
  fastcgi_temp_path $folder/f; uwsgi_temp_path $folder/u; scgi_temp_path $folder/s;
  keepalive_requests 100000000; proxy_http_version 1.1; proxy_set_header Connection "";
CONF
    cp "$folder/nginx.conf" "$folder/provider.conf"
    cat >>"$folder/provider.conf" <<CONF
  server { listen 127.0.0.1:18801 backlog=2048; location / { default_type application/json; return 200 '$answer'; } }
}
CONF
    cat >>"$folder/nginx.conf" <<CONF
  upstream model { server 127.0.0.1:18801; keepalive 256; keepalive_requests 100000000; }
  upstream source { server 127.0.0.1:18811; keepalive 1024; }
  server { listen 127.0.0.1:18802 backlog=2048; location / { proxy_pass http://model; } }
  server { listen 127.0.0.1:18812; location / { proxy_pass http://source; proxy_buffering off; } }
}
CONF
    sed -i "s|/NAME.pid|/nginx.pid|" "$folder/nginx.conf"
    sed -i "s|/NAME.pid|/provider.pid|" "$folder/provider.conf"
    "${clients[@]}" nginx -c "$folder/provider.conf" 2>/dev/null &
    processes+=($!)
    "${measured[@]}" nginx -c "$folder/nginx.conf" 2>/dev/null &
    processes+=($!)
    until [ -s "$folder/nginx.pid" ] && pgrep -P "$(cat "$folder/nginx.pid")" >"$folder/proxy.pid"; do :; done
    proxy=$(head -n1 "$folder/proxy.pid")
}

# The baseline's first rules that judge text, as many as named; none without.
policy_of() {
    local file=$folder/policy${1:-0}.json
    node -e '
        const policy = JSON.parse(require("fs").readFileSync("resources/policies/baseline.json", "utf8"));
        const wanted = ["credentials-out", "takeover", "identifying-numbers-out", "credentials-in-answers", "hidden-text"];
        const chosen = wanted.slice(0, Number(process.argv[1]));
        policy.rules = policy.rules.filter((rule) => rule.id === "models" || chosen.includes(rule.id));
        policy.tests = [];
        process.stdout.write(JSON.stringify(policy));
    ' "${1:-0}" >"$file"
    echo "$file"
}

# NAME POLICY CAPTURE PORT [DURABILITY]; its process is `gateway_pid`, the header fields of its callers are in NAME.head.
start_gateway() {
    local store=$folder/$1.db key
    {
        "$gatehouse" --store "$store" store init
        "$gatehouse" --store "$store" provider add --name bench --kind openai --base-url http://127.0.0.1:18801/v1 --models model
        "$gatehouse" --store "$store" provider add --name source --kind openai --base-url http://127.0.0.1:18811/v1 --models bench
        "$gatehouse" --store "$store" policy publish "$2" --reason bench
        sqlite3 "$store" "INSERT INTO setting (name, value) VALUES ('capture', '$3') ON CONFLICT DO UPDATE SET value = excluded.value"
    } >&2
    key=$("$gatehouse" --store "$store" key issue --create --team bench --environment bench --use-case bench \
        --models 'model,bench' --json | sed -E 's/.*"secret":"([^"]+)".*/\1/')
    printf 'Authorization: Bearer %s\r\n' "$key" >"$folder/$1.head"
    printf '{"threads": 1}' >"$folder/serve.json"
    "${measured[@]}" "$gatehouse" --store "$store" serve --config "$folder/serve.json" --listen "127.0.0.1:$4" --durability "${5:-strict}" \
        >"$folder/$1.listening" 2>"$folder/$1.log" &
    gateway_pid=$!
    processes+=("$gateway_pid")
    ports["$4"]=$folder/$1.head
    until grep -q listening "$folder/$1.listening"; do kill -0 "$gateway_pid"; done
}

stop_gateway() {
    kill "$gateway_pid"
    wait "$gateway_pid" || true
}

start_portkey() {
    TRUSTED_CUSTOM_HOSTS=127.0.0.1,localhost NODE_ENV=production "${measured[@]}" \
        node tests/bench/peers/node_modules/@portkey-ai/gateway/build/start-server.js --headless --port=18805 \
        >"$folder/portkey.log" 2>&1 &
    portkey=$!
    processes+=("$portkey")
    local config='{"provider":"openai","api_key":"none","custom_host":"http://127.0.0.1:18801/v1","input_guardrails":[{"default.regexMatch":{"rule":"AKIA[0-9A-Z]{16}","not":true},"deny":true}]}'
    printf 'x-portkey-config: %s\r\n' "$config" >"$folder/portkey.head"
    ports[18805]=$folder/portkey.head
    until curl -s -o /dev/null "http://127.0.0.1:18805/"; do kill -0 "$portkey"; done
}

declare -A ports=()
write_call() {
    printf '{"model":"model","messages":[{"role":"user","content":"%s"}]}' "$prompt" >"$folder/call.json"
    : >"$folder/no.head"
    cat >"$folder/call.lua" <<'LUA'
wrk.method = "POST"
wrk.headers["Content-Type"] = "application/json"
function init(args)
    for line in io.lines(args[1]) do
        local name, value = line:gsub("\r", ""):match("^([^:]+): (.*)$")
        wrk.headers[name] = value
    end
    wrk.body = io.open(args[2]):read("*a")
end
LUA
}

# PORT CONNECTIONS: requests a second; a run with refused calls does not count.
measure_calls() {
    local output
    output=$("${clients[@]}" wrk -t1 "-c$2" "-d${seconds}s" -s "$folder/call.lua" "http://127.0.0.1:$1/v1/chat/completions" -- \
        "${ports[$1]:-$folder/no.head}" "$folder/call.json")
    if grep -q 'Non-2xx' <<<"$output"; then
        echo "calls were refused: $output" >&2
        return 1
    fi
    awk '/requests in/ {print $1} /Requests\/sec/ {print $2}' <<<"$output"
}

cpu_ticks() { awk '{print $14 + $15}' "/proc/$1/stat"; }
resident_mib() { awk '/VmRSS/ {printf "%.1f", $2 / 1024}' "/proc/$1/status"; }

# NAME PORT PROCESS
run_calls() {
    local before after figures
    before=$(cpu_ticks "$3")
    figures=$(measure_calls "$2" 64)
    after=$(cpu_ticks "$3")
    rates[$1]+=" $(tail -n1 <<<"$figures")"
    cpus[$1]+=" $(head -n1 <<<"$figures" | awk -v ticks=$((after - before)) -v hz="$(getconf CLK_TCK)" '{print ticks / hz * 1e6 / $1}')"
}

# NAME PORT RATE
run_paced() {
    local figures
    figures=$("${clients[@]}" "$load" paced --port "$2" --head "${ports[$2]:-$folder/no.head}" --body "$folder/call.json" \
        --rate "$3" --seconds "$seconds" --connections 64)
    p50s[$1]+=" $(field p50_us <<<"$figures")"
    p99s[$1]+=" $(field p99_us <<<"$figures")"
}

# NAME PORT PROCESS
run_streams() {
    local figures
    figures=$("${clients[@]}" "$load" streams --port "$2" --head "${ports[$2]:-$folder/no.head}" --upstream-port 18811 \
        --streams 500 --chunks 80 --between 50 --memory-of "$3")
    stream_p50s[$1]+=" $(field delay_p50_us <<<"$figures")"
    stream_p99s[$1]+=" $(field delay_p99_us <<<"$figures")"
    stream_kib[$1]+=" $(field kib_a_stream <<<"$figures")"
    stream_held[$1]+=" $(field held_back_mean_bytes <<<"$figures")"
}
declare -A stream_p50s=() stream_p99s=() stream_kib=() stream_held=()

# NAME POLICY DURABILITY FIGURE: calls and streams through a gateway of its own, beside nginx.
run_curve() {
    local run
    start_gateway "$1" "$2" masked 18806 "$3"
    for ((run = 0; run < 3; ++run)); do
        run_calls "$1" 18806 "$gateway_pid"
        run_calls "near_$1" 18802 "$proxy"
    done
    print_calls "$1" "near_$1" "$4"
    run_stream_curve "$1" 18806
    stop_gateway
}

run_stream_curve() {
    run_streams "$1" "$2" 0
    print_ratio "stream_p99_$1" "$(median_of stream_p99s "$1")" us nginx "$(median_of stream_p99s nginx)"
}

field() { sed -E "s/.*\"$1\":([-0-9.e]+).*/\1/"; }
median_of() {
    local -n table=$1
    # shellcheck disable=SC2086 # a list of numbers
    printf '%s\n' ${table[$2]} | sort -g | awk '{v[NR] = $1} END {print v[int((NR + 1) / 2)]}'
}
runs_of() {
    local -n table=$1
    wc -w <<<"${table[$2]}"
}

print_value() { printf '{"figure":"%s","value":%s,"unit":"%s"}\n' "$1" "$2" "$3"; }
# FIGURE VALUE UNIT AGAINST OTHER
print_ratio() {
    awk -v f="$1" -v a="$2" -v u="$3" -v n="$4" -v b="$5" \
        'BEGIN {printf "{\"figure\":\"%s\",\"value\":%.1f,\"unit\":\"%s\",\"against\":\"%s\",\"other\":%.1f,\"ratio\":%.3f}\n", f, a, u, n, b, b ? a / b : 0}'
}
print_calls() { print_ratio "$3" "$(median_of rates "$1")" "req/s" "$2" "$(median_of rates "$2")"; }

# NAME RATE COMMIT_P50 COMMIT_P99: what is added to a direct call, beside what nginx adds and a durable commit.
print_latency() {
    local part direct nginx ours commit
    for part in p50 p99; do
        direct=$(median_of ${part}s direct) nginx=$(median_of ${part}s nginx) ours=$(median_of ${part}s "$1")
        commit=$3
        [ $part = p50 ] || commit=$4
        awk -v part=$part -v name="$1" -v rate="$2" -v d="$direct" -v n="$nginx" -v o="$ours" -v c="$commit" 'BEGIN {
            printf "{\"figure\":\"added_%s_%s\",\"value\":%.1f,\"unit\":\"us\",\"against\":\"nginx_and_commit\",\"nginx_adds\":%.1f,\"commit\":%.1f,\"direct\":%.1f,\"calls_a_second\":%d,\"ratio\":%.3f}\n",
                part, name, o - d, n - d, c, d, rate, (o - d) / (n - d + c) }'
    done
}

print_streams() {
    local name
    for name in direct nginx all; do
        printf '{"figure":"streams_500_%s","p50_us":%s,"p99_us":%s,"held_back_mean_bytes":%s,"kib_a_stream":%s}\n' "$name" \
            "$(median_of stream_p50s "$name")" "$(median_of stream_p99s "$name")" \
            "$(median_of stream_held "$name")" "$(median_of stream_kib "$name")"
    done
}
