// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// JSON text on lines of its own for every member, with where each character of the source went.

#include <QList>
#include <QString>

#include <optional>

namespace gatehouse::console {

struct JsonToken {
    enum class Kind { Key, Word, Sign }; // "name", a number or true/false/null, a bracket or comma
    Kind kind = Kind::Sign;
    qsizetype start = 0; // in the laid-out text
    qsizetype length = 0;

    friend bool operator==(const JsonToken &, const JsonToken &) = default;
};

// An object or an array with something in it, from its opening bracket to behind its closing one.
struct JsonFold {
    qsizetype start = 0; // in the laid-out text
    qsizetype length = 0;
    int lines = 0; // that are not seen while it is folded
    bool folded = false;

    [[nodiscard]] qsizetype end() const { return start + length; }
    friend bool operator==(const JsonFold &, const JsonFold &) = default;
};

struct JsonLayout {
    QString text;
    QList<JsonFold> folds; // by their start; one in another behind it
    QList<JsonToken> tokens; // strings that are values are none
    QList<qsizetype> places; // of each character of the source, and of its end

    // Where [start, start + length) of the source stands now.
    [[nodiscard]] std::pair<qsizetype, qsizetype> placeOf(qsizetype start, qsizetype length) const;
};

// Nothing for what is no JSON object or array, or longer than a person reads.
[[nodiscard]] std::optional<JsonLayout> layOutJson(const QString &source);

} // namespace gatehouse::console
