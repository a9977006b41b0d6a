// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The fields of a connection profile, on two tabs: the server, and how TLS is spoken with it.

#include "models/connections/connection_profile.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QSpinBox;
class QTabWidget;

namespace gatehouse::console {

class FileField;
class FormFields;

class ConnectionForm : public QWidget {
    Q_OBJECT

public:
    explicit ConnectionForm(QWidget *parent = nullptr);

    void setProfile(const ConnectionProfile &profile);
    [[nodiscard]] ConnectionProfile profile() const;
    [[nodiscard]] SecretString password() const; // as typed; empty when none was
    [[nodiscard]] FormFields &fields() { return *m_fields; }
    // What is wrong is said beside its field.
    [[nodiscard]] bool isComplete();

Q_SIGNALS:
    void changed();

private:
    QWidget *newServerPage();
    QWidget *newTlsPage();
    QWidget *newHostLine();
    void refreshTls();
    FormFields *m_fields;
    QTabWidget *m_tabs;
    QLineEdit *m_name;
    QLineEdit *m_hosts;
    QSpinBox *m_port;
    QLineEdit *m_database;
    QLineEdit *m_user;
    QLineEdit *m_password;
    QCheckBox *m_keep;
    QLineEdit *m_service;
    QComboBox *m_tls;
    FileField *m_authorities;
    FileField *m_certificate;
    FileField *m_key;
};

} // namespace gatehouse::console
