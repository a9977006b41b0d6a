// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Whom a credential is sealed for when it is kept, or why it would not be.

#include "models/system/provider_entry.h"

#include <QLabel>

namespace gatehouse::console {

class SealingLabel : public QLabel {
    Q_OBJECT

public:
    explicit SealingLabel(QWidget *parent = nullptr);
    void showRecipients(const Recipients &recipients);
};

} // namespace gatehouse::console
