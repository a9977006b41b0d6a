// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Adding an upstream, with a test before an application depends on it; or testing one that is there.

#include "models/system/providers_model.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace gatehouse::console {

class UpstreamTest;

class ProviderDialog : public QDialog {
    Q_OBJECT

public:
    explicit ProviderDialog(QWidget *parent);
    // Only to be tested; a sealed credential is not opened here, so it is asked for again.
    void showExisting(const ProviderEntry &entry);
    void sayTrouble(const QString &why);

Q_SIGNALS:
    void addWanted(const gatehouse::console::ProviderEntry &entry, const QString &credential);

private:
    void kindChanged();
    void refreshButtons();
    void runTest();
    void add();
    [[nodiscard]] ProviderEntry entry() const;
    UpstreamTest *m_tester;
    QLineEdit *m_name;
    QComboBox *m_kind;
    QLineEdit *m_address;
    QLineEdit *m_models;
    QLineEdit *m_credential;
    QLabel *m_words;
    QPushButton *m_test;
    QPushButton *m_add;
};

} // namespace gatehouse::console
