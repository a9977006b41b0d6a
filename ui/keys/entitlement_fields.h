// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What a new key may do beyond its models: providers, routes, tools, where calls come from, what they carry.

#include "models/keys/key_entry.h"

#include <QWidget>

class QCheckBox;
class QLineEdit;
class QSpinBox;

namespace gatehouse::console {

class FormFields;

class EntitlementFields : public QWidget {
    Q_OBJECT

public:
    // Its fields become some of `fields`.
    EntitlementFields(const KeyChoices &choices, FormFields &fields, QWidget *parent = nullptr);

    void fill(KeyRequest &request) const;

private:
    QWidget *newRoutes(const QStringList &routes);
    QLineEdit *m_providers;
    QList<QCheckBox *> m_routes;
    QLineEdit *m_tools;
    QLineEdit *m_addresses;
    QLineEdit *m_required;
    QLineEdit *m_metadata;
    QSpinBox *m_maxInput;
    QSpinBox *m_maxOutput;
    QCheckBox *m_user;
};

} // namespace gatehouse::console
