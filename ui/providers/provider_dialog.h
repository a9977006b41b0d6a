// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Adding an upstream, with a test before an application depends on it; or testing one that is there.

#include "models/system/provider_entry.h"
#include "ui/providers/edit_dialog.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QSpinBox;

namespace gatehouse::console {

class SealingLabel;
class UpstreamTest;

class ProviderDialog : public EditDialog {
    Q_OBJECT

public:
    ProviderDialog(ProviderDesk &desk, QWidget *parent);
    // Only to be tested; a sealed credential is not opened here, so it is asked for again.
    void showExisting(const ProviderEntry &entry);

protected:
    void save() override;

private:
    void addFields();
    void kindChanged();
    void refreshButtons();
    void runTest();
    void sayResult(bool good, const QString &words);
    [[nodiscard]] ProviderEntry entry() const;
    UpstreamTest *m_tester;
    QComboBox *m_kind;
    QLineEdit *m_name;
    QLineEdit *m_address;
    QLineEdit *m_models;
    QLineEdit *m_version;
    QSpinBox *m_weight;
    QLineEdit *m_credential;
    SealingLabel *m_sealing;
    QLabel *m_result;
    QPushButton *m_test;
};

} // namespace gatehouse::console
