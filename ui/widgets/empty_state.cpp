// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/empty_state.h"

#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace gatehouse::console {

namespace {
constexpr int widest = 440;
}

EmptyState::EmptyState(QString icon, QWidget *parent)
    : QWidget(parent)
    , m_iconName(std::move(icon))
    , m_icon(new QLabel)
    , m_what(new QLabel)
    , m_action(new QPushButton)
{
    m_what->setWordWrap(true);
    m_what->setMaximumWidth(widest);
    m_what->setMinimumWidth(widest / 2);
    m_what->setAlignment(Qt::AlignHCenter);
    m_what->setProperty("look", QStringLiteral("muted"));
    m_action->setVisible(false);
    auto *column = new QVBoxLayout(this);
    column->setSpacing(space::around);
    column->addStretch(1);
    column->addWidget(m_icon, 0, Qt::AlignHCenter);
    column->addWidget(m_what, 0, Qt::AlignHCenter);
    column->addWidget(m_action, 0, Qt::AlignHCenter);
    column->addStretch(2);
    connect(m_action, &QPushButton::clicked, this, &EmptyState::actionWanted);
    connect(&Theme::instance(), &Theme::changed, this, &EmptyState::recolour);
    recolour();
}

void EmptyState::setWords(const QString &what, const QString &action)
{
    m_what->setText(what);
    setAccessibleName(what);
    m_action->setText(action);
    m_action->setVisible(!action.isEmpty());
}

void EmptyState::recolour()
{
    constexpr int large = 2 * space::icon;
    m_icon->setPixmap(themedIcon(m_iconName).pixmap(large, large));
}

} // namespace gatehouse::console
