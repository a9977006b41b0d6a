// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Another credential for a provider, in place of the one it has.

#include "models/system/provider_entry.h"
#include "ui/providers/edit_dialog.h"

class QLineEdit;

namespace gatehouse::console {

class CredentialDialog : public EditDialog {
    Q_OBJECT

public:
    CredentialDialog(ProviderDesk &desk, const ProviderEntry &entry, QWidget *parent);

protected:
    void save() override;

private:
    const QString m_provider;
    QLineEdit *m_credential;
};

} // namespace gatehouse::console
