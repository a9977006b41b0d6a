// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The console's entry: options, language, and the composition root.

#include "app/console.h"
#include "app/options.h"
#include "ui/settings/languages.h"

#include <QApplication>

#include <cstdio>

using namespace gatehouse::console;

int main(int argc, char **argv)
{
    choosePlatform(argc, argv);
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("gatehouse-console"));
    QApplication::setApplicationVersion(QStringLiteral(GATEHOUSE_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("gatehouse-console"));
    QApplication::setQuitOnLastWindowClosed(false);

    const ParsedOptions parsed = parseOptions(QApplication::arguments());
    if (!parsed.options) {
        std::fputs(qPrintable(parsed.message), parsed.wrong ? stderr : stdout);
        return parsed.wrong ? 2 : 0;
    }
    Preferences preferences;
    installLanguage(parsed.options->language.isEmpty() ? preferences.language() : parsed.options->language);
    Console console(*parsed.options, preferences);
    if (!console.start())
        return 3;
    return QApplication::exec();
}
