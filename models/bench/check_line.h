// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What is on the bench as a `gatehouse check` command for a shell, so that a verdict can be repeated
// anywhere.

#include "models/bench/bench_judge.h"

#include <QString>

namespace gatehouse::console {

// A policy named on the command line: a file, or a version to be exported from the store.
struct CheckLinePolicy {
    QString file; // wins when both are set
    QString version; // hash; with neither, the baseline judges
};

// One line for bash. A conversation is sent as one chat body where roles can say its zones, else part by
// part.
[[nodiscard]] QString checkLine(const BenchQuestion &question, const CheckLinePolicy &policy);

} // namespace gatehouse::console
