// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A connection profile, made or changed, with a test that says in words what is wrong.

#include "models/connections/connection_profile.h"

#include <QDialog>

class QLabel;
class QPushButton;

namespace gatehouse::console {

class ConnectionForm;
class PasswordKeeper;
class Preferences;
class StoreOpening;

class ConnectionDialog : public QDialog {
    Q_OBJECT

public:
    // `existing`: the name of the profile to change; empty: a new one. Both references outlive the dialog.
    ConnectionDialog(
        Preferences &preferences, PasswordKeeper &keeper, const QString &existing, QWidget *parent);
    // As it was kept, after accept().
    [[nodiscard]] const ConnectionProfile &profile() const { return m_kept; }

private:
    void save();
    void keepPassword(const QString &name, const SecretString &password);
    void keepProfile();
    void setWaiting(bool waiting);
    void runTest();
    void testWith(const SecretString &password);
    void say(bool good, const QString &words);
    void clearResult();
    Preferences &m_preferences;
    PasswordKeeper &m_keeper;
    const QString m_existing;
    ConnectionProfile m_kept;
    StoreOpening *m_opening;
    ConnectionForm *m_form;
    QLabel *m_result;
    QPushButton *m_test;
    QPushButton *m_cancel;
    QPushButton *m_save;
};

} // namespace gatehouse::console
