// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The draft as JSON text. Its undo history is the draft's: edits made in the rule list are steps in it too.

#include <QPlainTextEdit>

namespace gatehouse::console {

class PolicyText : public QPlainTextEdit {
    Q_OBJECT

public:
    explicit PolicyText(QWidget *parent = nullptr);

    [[nodiscard]] QByteArray json() const;
    // A new document: nothing to undo.
    void load(const QByteArray &json);
    // Changes only what differs, as one step that can be undone.
    void apply(const QByteArray &json);
    // Underlines where problems are; `warning` in the weaker colour.
    void markProblems(const std::vector<std::pair<QString, bool>> &pointersAndWarnings);
    void goToPointer(const QString &pointer);

private:
    void restyle();
    std::vector<std::pair<QString, bool>> m_problems;
};

} // namespace gatehouse::console
