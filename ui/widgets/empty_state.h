// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What stands where a list has nothing: what would be here, and the one action that leads there.

#include <QPointer>
#include <QWidget>

class QAction;
class QLabel;
class QPushButton;

namespace gatehouse::console {

class EmptyState : public QWidget {
    Q_OBJECT

public:
    explicit EmptyState(QString icon, QWidget *parent = nullptr);
    // An empty `action` shows no button.
    void setWords(const QString &what, const QString &action = {});
    // The button is that of a command, which it triggers.
    void setWords(const QString &what, QAction *action);

Q_SIGNALS:
    void actionWanted();

private:
    void recolour();
    void follow();
    const QString m_iconName;
    QLabel *m_icon;
    QLabel *m_what;
    QPushButton *m_button;
    QPointer<QAction> m_action;
};

} // namespace gatehouse::console
