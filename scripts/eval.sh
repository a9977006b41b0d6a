#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 Gatehouse contributors
# SPDX-License-Identifier: Apache-2.0
# Judges a folder of labelled rows by a policy: what is found, what is flagged in vain, what it costs.
# shellcheck source=scripts/common.sh
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

folder=
default=../shared/data/dev
if [ $# -gt 0 ] && [[ $1 != -* ]]; then
    folder=$1
    shift
elif [ -d "$default" ]; then
    folder=$default
elif [[ " $* " != *" --help "* && " $* " != *" -h "* ]]; then
    cat >&2 <<'TEXT'
./dev eval: which folder? It wants *.jsonl or *.jsonl.gz files, one labelled row a line:
  {"id":"a1","source":"mail","split":"dev","kind":"attack","text":"…","label":1}
kinds: attack, indirect_attack, secret, pii, benign, hard_benign; label 1 is to be flagged
TEXT
    exit 2
fi
{
    install_packages "${build_packages[@]}"
    # The desktop is not needed to judge texts.
    [ -f build/release/build.ninja ] || cmake --preset release
    cmake --build build/release --target gatehouse_eval
} >&2
exec build/release/tools/eval/gatehouse_eval ${folder:+"$folder"} "$@"
