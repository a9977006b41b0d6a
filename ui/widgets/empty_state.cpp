// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/empty_state.h"

#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QAction>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace gatehouse::console {

namespace {
constexpr int widest = 440;

// As high as its text in the width it is given, which is never more than its widest.
class Words : public QLabel {
public:
    [[nodiscard]] int heightForWidth(int width) const override
    {
        return QLabel::heightForWidth(std::min(width, maximumWidth()));
    }
};

} // namespace

EmptyState::EmptyState(QString icon, QWidget *parent)
    : QWidget(parent)
    , m_iconName(std::move(icon))
    , m_icon(new QLabel)
    , m_what(new Words)
    , m_button(new QPushButton)
{
    m_what->setWordWrap(true);
    m_what->setMaximumWidth(widest);
    m_what->setMinimumWidth(widest / 2);
    m_what->setAlignment(Qt::AlignHCenter);
    m_what->setProperty("look", QStringLiteral("muted"));
    m_button->setVisible(false);
    auto *column = new QVBoxLayout(this);
    column->setSpacing(space::around);
    column->addStretch(1);
    column->addWidget(m_icon, 0, Qt::AlignHCenter);
    // Not by an alignment, which would take its width for its height.
    auto *line = new QHBoxLayout;
    line->addStretch(1);
    line->addWidget(m_what, widest);
    line->addStretch(1);
    column->addLayout(line);
    column->addWidget(m_button, 0, Qt::AlignHCenter);
    column->addStretch(2);
    connect(m_button, &QPushButton::clicked, this, &EmptyState::actionWanted);
    connect(this, &EmptyState::actionWanted, this, [this] {
        if (m_action)
            m_action->trigger();
    });
    connect(&Theme::instance(), &Theme::changed, this, &EmptyState::recolour);
    recolour();
}

void EmptyState::setWords(const QString &what, const QString &action)
{
    m_what->setText(what);
    setAccessibleName(what);
    m_action = nullptr;
    m_button->setText(action);
    m_button->setToolTip({});
    m_button->setEnabled(true);
    m_button->setVisible(!action.isEmpty());
}

void EmptyState::setWords(const QString &what, QAction *action)
{
    setWords(what, action ? action->text() : QString());
    m_action = action;
    if (!action)
        return;
    connect(action, &QAction::changed, this, &EmptyState::follow, Qt::UniqueConnection);
    follow();
}

void EmptyState::follow()
{
    if (!m_action)
        return;
    m_button->setText(m_action->text());
    m_button->setToolTip(m_action->toolTip());
    m_button->setEnabled(m_action->isEnabled());
}

void EmptyState::recolour()
{
    constexpr int large = 2 * space::icon;
    m_icon->setPixmap(themedIcon(m_iconName).pixmap(large, large));
}

} // namespace gatehouse::console
