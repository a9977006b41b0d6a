#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 Gatehouse contributors
# SPDX-License-Identifier: Apache-2.0
# shellcheck source=scripts/common.sh
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
install_packages "${build_packages[@]}"
build dev
if [ -n "${DISPLAY:-}" ] || [ -n "${WAYLAND_DISPLAY:-}" ]; then
    exec build/dev/bin/gatehouse-console "$@"
fi
install_clients
exec scripts/tour.sh
