// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Which store to work on: the recent ones, another file, or a new one.

#include <QDialog>

class QLabel;
class QListWidget;
class QPushButton;

namespace gatehouse::console {

class Preferences;

class StoreDialog : public QDialog {
    Q_OBJECT

public:
    // `trouble`: why the store that was asked for could not be opened; empty when there was none.
    StoreDialog(Preferences &preferences, const QString &trouble, QWidget *parent = nullptr);
    [[nodiscard]] const QString &location() const { return m_location; } // after accept()

private:
    void refill();
    void chooseRecent();
    void chooseFile();
    void chooseNew();
    void take(const QString &location);
    Preferences &m_preferences;
    QListWidget *m_recent;
    QPushButton *m_open;
    QPushButton *m_forget;
    QString m_location;
};

} // namespace gatehouse::console
