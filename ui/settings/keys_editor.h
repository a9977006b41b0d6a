// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Changing keys: every command, its key, and what stands in the way of another one.

#include <QWidget>

class QKeySequenceEdit;
class QLabel;
class QLineEdit;
class QTableWidget;

namespace gatehouse::console {

class ShortcutMap;

class KeysEditor : public QWidget {
    Q_OBJECT

public:
    explicit KeysEditor(ShortcutMap &shortcuts, QWidget *parent = nullptr);

private:
    void refill();
    void showChosen();
    void applyKey();
    [[nodiscard]] QString chosenId() const;
    ShortcutMap &m_shortcuts;
    QLineEdit *m_search;
    QTableWidget *m_table;
    QKeySequenceEdit *m_key;
    QLabel *m_words;
};

} // namespace gatehouse::console
