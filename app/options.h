// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The console's command line.

#include <QSize>
#include <QString>
#include <QStringList>

#include <optional>

namespace gatehouse::console {

struct Options {
    QString store; // empty: the last one, or the default
    QString page; // empty: the last one
    QString theme; // empty: as in the preferences
    QString language;
    QSize size; // invalid: as it was
    QString screenshot; // a file: render the page, save, leave
};

struct ParsedOptions {
    std::optional<Options> options;
    QString message; // help, version, or what is wrong
    bool wrong = false; // exit with 2 and the message on standard error
};

// `arguments` with the program's name first.
[[nodiscard]] ParsedOptions parseOptions(const QStringList &arguments);

// Before there is an application: --screenshot without a display renders offscreen.
void choosePlatform(const Options &options);

} // namespace gatehouse::console
