#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 Gatehouse contributors
# SPDX-License-Identifier: Apache-2.0
# Trains the models that ship (resources/models) from a folder of labelled texts, and prints how well they do.
folder=${1:-}
if [ -n "$folder" ]; then
    folder=$(realpath -- "$folder")
fi
# shellcheck source=scripts/common.sh
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
folder=${folder:-$(realpath -m ../shared/data/dev)}
if [ ! -e "$folder/injection.jsonl.gz" ]; then
    echo "./dev train: no injection.jsonl.gz in $folder; name the folder that holds it" >&2
    exit 2
fi
{
    install_packages "${build_packages[@]}"
    say "building the trainer"
    cmake --preset release >/dev/null
    cmake --build build/release --target gatehouse-train
} >&2
exec build/release/tools/train/gatehouse-train "$folder" --out resources/models
