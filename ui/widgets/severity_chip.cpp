// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/severity_chip.h"

#include "ui/widgets/severity_delegate.h"

#include <QPainter>

namespace gatehouse::console {

SeverityChip::SeverityChip(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setSeverity(Severity::Info);
}

void SeverityChip::setSeverity(Severity value)
{
    m_value = value;
    setAccessibleName(tr("Severity: %1").arg(severityChipText(value)));
    updateGeometry();
    update();
}

QSize SeverityChip::sizeHint() const
{
    return severityChipSize(m_value);
}

void SeverityChip::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    paintSeverityChip(painter, rect(), m_value, false, layoutDirection());
}

} // namespace gatehouse::console
