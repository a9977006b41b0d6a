#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 Gatehouse contributors
# SPDX-License-Identifier: Apache-2.0
# shellcheck source=scripts/common.sh
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
install_packages "${build_packages[@]}" "${test_packages[@]}" "${lint_packages[@]}"
scripts/format.sh --check
say "licences"
reuse lint
say "shell scripts"
shellcheck -x dev scripts/*.sh .ci/run
# A clang build tree: clang-tidy can't read GCC's precompiled headers.
say "clang-tidy"
cmake --preset dev -B build/tidy -DCMAKE_CXX_COMPILER=clang++ -DCMAKE_DISABLE_PRECOMPILE_HEADERS=ON >/dev/null
# What moc writes is included by the sources and must be there. Run by itself: as a build target it would first
# compile every library below it.
find build/tidy -name AutogenInfo.json -print0 | xargs -0 -P "$(nproc)" -I{} cmake -E cmake_autogen {} Debug
ninja -C build/tidy -t targets all | sed -n 's/^\(.*\.moc\): .*/\1/p' | xargs ninja -C build/tidy
git ls-files '*.cpp' | grep -v '^tests/fuzz/' | xargs -P "$(nproc)" -n 4 clang-tidy -p build/tidy --quiet
