// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// One target of a model being written: which provider, under which name there, with which weight.

#include "models/system/provider_entry.h"

#include <QWidget>

class QComboBox;
class QLineEdit;
class QSpinBox;

namespace gatehouse::console {

class TargetRow : public QWidget {
    Q_OBJECT

public:
    // A number goes into the accessible names, so that rows can be told apart.
    TargetRow(const QStringList &providers, int number, QWidget *parent = nullptr);

    void setTarget(const TargetEntry &target);
    // Without a name there, `model` is asked for.
    [[nodiscard]] TargetEntry target(const QString &model) const;
    void focusProvider();

Q_SIGNALS:
    void removeWanted();

private:
    QComboBox *m_provider;
    QLineEdit *m_upstream;
    QSpinBox *m_weight;
};

} // namespace gatehouse::console
