// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/keys/words_completer.h"

#include <QLineEdit>

namespace gatehouse::console {

namespace {

QString beforeLastWord(const QString &list)
{
    const auto comma = list.lastIndexOf(QLatin1Char(','));
    return comma < 0 ? QString() : list.left(comma) + QStringLiteral(", ");
}

} // namespace

WordsCompleter::WordsCompleter(const QStringList &words, QObject *parent)
    : QCompleter(words, parent)
{
    setCaseSensitivity(Qt::CaseInsensitive);
    setFilterMode(Qt::MatchContains);
}

QString WordsCompleter::pathFromIndex(const QModelIndex &index) const
{
    const auto *edit = qobject_cast<const QLineEdit *>(widget());
    return (edit ? beforeLastWord(edit->text()) : QString()) + QCompleter::pathFromIndex(index);
}

QStringList WordsCompleter::splitPath(const QString &path) const
{
    return {path.section(QLatin1Char(','), -1).trimmed()};
}

QStringList wordsOf(const QString &list)
{
    QStringList words;
    for (const QString &part : list.split(QLatin1Char(','))) {
        const QString word = part.trimmed();
        if (!word.isEmpty() && !words.contains(word))
            words.append(word);
    }
    return words;
}

} // namespace gatehouse::console
