// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A document on paper: headings, facts and tables for reading, pages with a foot, text that can be selected.
//
// Belongs to one thread, which need not be that of the widgets. Always in the light theme's colours.

#include "core/base/error.h"

#include <QStringList>
#include <QTextCursor>
#include <QTextDocument>

#include <functional>

namespace gatehouse::console {

class PdfDocument {
public:
    // `title` is the file's, too; `foot` stands on every page, before its number.
    PdfDocument(QString title, QString foot);

    void addHeading(const QString &text);
    void addText(const QString &text);
    void addMuted(const QString &text);
    // Names on the left, values on the right; without those that have no value.
    void addFacts(const QList<std::pair<QString, QString>> &facts);
    // `widths` in percent; columns of figures stand to the right. What is `mono` is an id or a hash.
    struct Column {
        QString head;
        int width = 0;
        bool isFigure = false;
        bool isMono = false;
    };
    void addTable(const QList<Column> &columns, const QList<QStringList> &rows);
    // An empty block to go on from.
    [[nodiscard]] QTextCursor &cursor();

    // `stopped` is asked before each page; a stopped one leaves no file and is LimitExceeded.
    [[nodiscard]] Status write(const QString &file, const std::function<bool()> &stopped);

private:
    void newBlock(int above);
    const QString m_title, m_foot;
    QTextDocument m_document;
    QTextCursor m_cursor;
    bool m_isFresh = true; // the cursor stands in an empty block
};

} // namespace gatehouse::console
