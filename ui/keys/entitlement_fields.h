// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What a key may do beyond its models: providers, routes, tools, where calls come from, what they carry.

#include "models/keys/key_entry.h"

#include <QWidget>

class QCheckBox;
class QFormLayout;
class QLineEdit;
class QSpinBox;

namespace gatehouse::console {

class FormFields;

class EntitlementFields : public QWidget {
    Q_OBJECT

public:
    // A new key's models are asked for beside its owner, its metadata here; the metadata of an issued one is
    // for good.
    enum class Of { NewKey, IssuedKey };
    // Its fields become some of `fields`.
    EntitlementFields(const KeyChoices &choices, FormFields &fields, Of of, QWidget *parent = nullptr);

    void setEntry(const KeyEntry &entry); // of an issued key
    [[nodiscard]] QFormLayout &form() { return *m_form; } // to be added to
    void fill(KeyRequest &request) const;

private:
    QWidget *newRoutes(const QStringList &routes);
    QFormLayout *m_form;
    QLineEdit *m_models; // null of a new key
    QLineEdit *m_providers;
    QList<QCheckBox *> m_routes;
    QLineEdit *m_tools;
    QLineEdit *m_addresses;
    QLineEdit *m_required;
    QLineEdit *m_metadata; // null of an issued key
    QSpinBox *m_maxInput;
    QSpinBox *m_maxOutput;
    QCheckBox *m_user;
};

} // namespace gatehouse::console
