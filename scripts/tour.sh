#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 Gatehouse contributors
# SPDX-License-Identifier: Apache-2.0
# What `./dev run` does without a display: gateway up, calls by a real client, the queue, a picture of every page.
# shellcheck source=scripts/common.sh
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

gatehouse=build/dev/bin/gatehouse
console=build/dev/bin/gatehouse-console
tour=$PWD/build/tour
rm -rf "$tour"
mkdir -p "$tour"
export GATEHOUSE_STORE=$tour/gatehouse.db

say "no display: a tour instead of the console"
"$gatehouse" store init
"$gatehouse" provider add --name sandbox --kind sandbox
"$gatehouse" store demo --interactions 2000
key=$("$gatehouse" key issue --create --team payments --environment production --use-case chat \
    --models sandbox-small,sandbox-large --json | node -p 'JSON.parse(require("fs").readFileSync(0)).secret')

# Another gateway may have the usual port; then any free one does.
start_gateway() {
    exec 3< <(exec "$gatehouse" serve --listen "$1" 2>>"$tour/gateway.log")
    gateway_process=$!
    read -r listening <&3
}
start_gateway 127.0.0.1:8787 || start_gateway 127.0.0.1:0
trap 'kill "$gateway_process" 2>/dev/null || true' EXIT
address=$(node -p 'JSON.parse(process.argv[1]).listening' "$listening")

say "gateway on $address, calls by the OpenAI SDK"
GATEHOUSE_KEY=$key GATEHOUSE_URL=http://$address/v1 node tests/clients/tour.mjs

say "the review queue"
"$gatehouse" review list | sed -n 1,13p

say "a picture of every page"
for theme in light dark; do
    for page in overview review explorer policies bench keys audit providers; do
        QT_QPA_PLATFORM=offscreen "$console" --store "$GATEHOUSE_STORE" --page "$page" --theme "$theme" \
            --size 1280x800 --screenshot "$tour/$page-$theme.png"
        echo "build/tour/$page-$theme.png"
    done
done

kill -TERM "$gateway_process"
cat <&3 >/dev/null # ends when the gateway has drained
trap - EXIT
say "done; to see the console itself, run ./dev run where there is a display"
