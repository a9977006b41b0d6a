// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/providers/target_row.h"

#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QSpinBox>
#include <QToolButton>

namespace gatehouse::console {

namespace {
constexpr int heaviest = 1000; // as the store allows
}

TargetRow::TargetRow(const QStringList &providers, int number, QWidget *parent)
    : QWidget(parent)
    , m_provider(new QComboBox)
    , m_upstream(new QLineEdit)
    , m_weight(new QSpinBox)
{
    m_provider->addItems(providers);
    m_upstream->setPlaceholderText(tr("the same name"));
    m_weight->setRange(0, heaviest);
    m_weight->setValue(1);
    m_weight->setPrefix(tr("weight "));
    auto *remove = new QToolButton;
    remove->setIcon(themedIcon(QStringLiteral("remove")));
    const auto name = [&](QWidget *control, const char *object, const QString &what, const QString &hint) {
        control->setObjectName(QLatin1String(object));
        control->setAccessibleName(tr("%1 of target %2").arg(what).arg(number));
        control->setToolTip(hint);
    };
    name(m_provider, "target_provider", tr("Provider"), tr("Who is asked"));
    name(m_upstream, "target_upstream", tr("Name there"),
        tr("What the provider calls it; of Azure OpenAI the deployment. Left empty: the same name"));
    name(m_weight, "target_weight", tr("Weight"), tr("Share of the calls; 0: only when the others fail"));
    name(remove, "remove", tr("Removal"), tr("Take this target away"));
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(space::between);
    line->addWidget(m_provider, 2);
    line->addWidget(m_upstream, 3);
    line->addWidget(m_weight, 1);
    line->addWidget(remove);
    connect(remove, &QToolButton::clicked, this, &TargetRow::removeWanted);
}

void TargetRow::setTarget(const TargetEntry &target)
{
    m_provider->setCurrentText(target.provider);
    m_upstream->setText(target.upstreamModel);
    m_weight->setValue(target.weight);
}

TargetEntry TargetRow::target(const QString &model) const
{
    TargetEntry target;
    target.model = model;
    target.provider = m_provider->currentText();
    const QString upstream = m_upstream->text().trimmed();
    target.upstreamModel = upstream.isEmpty() ? model : upstream;
    target.weight = m_weight->value();
    return target;
}

void TargetRow::focusProvider()
{
    m_provider->setFocus(Qt::OtherFocusReason);
}

} // namespace gatehouse::console
