// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Ctrl+K: every page and command by name.

#include <QDialog>

class QLineEdit;
class QListWidget;

namespace gatehouse::console {

struct PaletteEntry {
    QString text;
    QString key; // shown beside it; may be empty
    QAction *action = nullptr; // triggered when chosen
    bool allowed = true; // else `key` says why not, and so does the action
};

class CommandPalette : public QDialog {
    Q_OBJECT

public:
    CommandPalette(QList<PaletteEntry> entries, QWidget *parent);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void refill(const QString &wanted);
    void choose();
    QList<PaletteEntry> m_entries;
    QLineEdit *m_search;
    QListWidget *m_list;
};

} // namespace gatehouse::console
