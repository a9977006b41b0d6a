// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A severity chip as a widget, for titles and forms.

#include "core/policy/verdict.h"

#include <QWidget>

namespace gatehouse::console {

class SeverityChip : public QWidget {
    Q_OBJECT

public:
    explicit SeverityChip(QWidget *parent = nullptr);
    void setSeverity(Severity value);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Severity m_value = Severity::Info;
};

} // namespace gatehouse::console
