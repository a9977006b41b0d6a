// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Which store to work on: the recent ones, a saved connection, another file, or a new one.

#include <QDialog>

class QLabel;
class QListWidget;
class QPushButton;

namespace gatehouse::console {

class PasswordKeeper;
class Preferences;

class StoreDialog : public QDialog {
    Q_OBJECT

public:
    // `trouble`: why the store that was asked for could not be opened; empty when there was none.
    StoreDialog(
        Preferences &preferences, PasswordKeeper &keeper, const QString &trouble, QWidget *parent = nullptr);
    // After accept(): a path, or a connection as choiceOf() writes it.
    [[nodiscard]] const QString &choice() const { return m_choice; }

private:
    void refill();
    void addRow(const QString &choice);
    void refreshButtons();
    [[nodiscard]] QString current() const;
    void chooseRecent();
    void chooseFile();
    void chooseNew();
    void makeConnection();
    void editConnection();
    void forget();
    void take(const QString &choice);
    Preferences &m_preferences;
    PasswordKeeper &m_keeper;
    QListWidget *m_stores;
    QPushButton *m_open;
    QPushButton *m_edit;
    QPushButton *m_forget;
    QString m_choice;
};

} // namespace gatehouse::console
