// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The languages the console speaks. A language is shipped when nothing of it is unfinished.

#include <QList>
#include <QString>

namespace gatehouse::console {

struct Language {
    QString code; // "de"
    QString name; // in itself: "Deutsch"
};
[[nodiscard]] const QList<Language> &shippedLanguages();

// Loads the language (empty: the desktop's) for the whole program; English when it is not shipped. Call
// before the first widget is made.
void installLanguage(const QString &code);

} // namespace gatehouse::console
