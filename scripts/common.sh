# shellcheck shell=bash
# SPDX-FileCopyrightText: 2026 Gatehouse contributors
# SPDX-License-Identifier: Apache-2.0
# What every command of ./dev needs: the packages, the build, the sources.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

export CCACHE_DIR=${CCACHE_DIR:-${XDG_CACHE_HOME:-$HOME/.cache}/ccache}
# Precompiled headers need these to be cacheable; without hash_dir, and with paths below the tree made relative, two
# trees share what they compiled.
export CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime
export CCACHE_NOHASHDIR=1 CCACHE_BASEDIR=$PWD
# What was compiled is known again by the files it read, so nothing is preprocessed first; and of a precompiled header,
# of up to 190 MB, by the sum beside it.
export CCACHE_DEPEND=1 CCACHE_PCH_EXTSUM=1

say() { printf '\n== %s\n' "$*"; }

as_root() {
    if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo "$@"; fi
}

# The Debian packages a build needs, and what `./dev test` and `./dev lint` add.
# shellcheck disable=SC2034 # used by the scripts that source this one
build_packages=(
    g++ cmake ninja-build ccache pkg-config ca-certificates
    libboost1.81-dev libboost-json1.81-dev libicu-dev libssl-dev libsimdjson-dev libvectorscan-dev libre2-dev
    libexpected-dev libcli11-dev libspdlog-dev libsqlitecpp-dev libsqlite3-dev libpq-dev libvalijson-dev zlib1g-dev
    libcld2-dev libhowardhinnant-date-dev tzdata prometheus-cpp-dev libsystemd-dev libmimalloc-dev
    qt6-base-dev libqt6opengl6-dev libgl-dev libopengl-dev libxkbcommon-dev qt6-charts-dev qt6-svg-dev
    qtkeychain-qt6-dev qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools
    fonts-inter fonts-jetbrains-mono fonts-noto-core fonts-droid-fallback)
# shellcheck disable=SC2034
test_packages=(clang clang-format libclang-rt-14-dev git postgresql-15 dbus gnome-keyring libsecret-1-0)
# shellcheck disable=SC2034
lint_packages=(clang-tidy reuse shellcheck)

install_packages() {
    local missing=() package
    for package in "$@"; do
        dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
    done
    if ! command -v node >/dev/null || ! command -v npm >/dev/null; then
        missing+=(nodejs npm)
    fi
    [ "${#missing[@]}" -eq 0 ] && return
    say "installing ${missing[*]}"
    as_root apt-get update -qq
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
}

install_clients() {
    # Skipped when the installed tree already is what the lock file says.
    if ! cmp -s tests/clients/package-lock.json tests/clients/node_modules/.installed-lock; then
        say "installing the client libraries"
        npm ci --prefix tests/clients --no-audit --no-fund --silent
        cp tests/clients/package-lock.json tests/clients/node_modules/.installed-lock
    fi
}

# Precompiled headers first, each with its sum for ccache before anything is compiled with it.
build_precompiled_headers() {
    local folder=$1 header headers
    headers=$(ninja -C "$folder" -t targets all | sed -n 's/: .*//; /cmake_pch\.hxx\.[gp]ch$/p')
    for header in $headers; do
        ninja -C "$folder" "$header"
        [ "$folder/$header.sum" -nt "$folder/$header" ] || sha256sum <"$folder/$header" >"$folder/$header.sum"
    done
}

build() {
    local preset=${1:-dev}
    say "building ($preset)"
    cmake --preset "$preset" >"build-$preset.log" 2>&1 || {
        cat "build-$preset.log" >&2
        rm -f "build-$preset.log"
        return 1
    }
    rm -f "build-$preset.log"
    build_precompiled_headers "build/$preset"
    cmake --build "build/$preset"
}

sources() { git ls-files '*.cpp' '*.h'; }
