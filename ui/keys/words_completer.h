// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Completes the last word of a list separated by commas.

#include <QCompleter>

namespace gatehouse::console {

class WordsCompleter : public QCompleter {
    Q_OBJECT

public:
    WordsCompleter(const QStringList &words, QObject *parent);
    [[nodiscard]] QString pathFromIndex(const QModelIndex &index) const override;
    [[nodiscard]] QStringList splitPath(const QString &path) const override;
};

// The words of such a list, each once, without blanks around them.
[[nodiscard]] QStringList wordsOf(const QString &list);

} // namespace gatehouse::console
