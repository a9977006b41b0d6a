// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/filter_bar.h"

#include "models/filter_text.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QAction>
#include <QKeyEvent>
#include <QStyle>
#include <QTimer>

namespace gatehouse::console {

namespace {
constexpr int typingPauseMs = 150;
}

FilterBar::FilterBar(QWidget *parent)
    : QLineEdit(parent)
    , m_pause(new QTimer(this))
{
    setObjectName(QStringLiteral("filter"));
    setAccessibleName(tr("Filter"));
    setPlaceholderText(tr("Filter: state:open severity>=high team:payments \"words in the text\""));
    setToolTip(placeholderText());
    setClearButtonEnabled(true);
    auto *lens = addAction(themedIcon(QStringLiteral("filter")), QLineEdit::LeadingPosition);
    connect(&Theme::instance(), &Theme::changed, this,
        [lens] { lens->setIcon(themedIcon(QStringLiteral("filter"))); });
    m_pause->setSingleShot(true);
    m_pause->setInterval(typingPauseMs);
    connect(m_pause, &QTimer::timeout, this, &FilterBar::applyNow);
    connect(this, &QLineEdit::textEdited, this, [this] { m_pause->start(); });
    connect(this, &QLineEdit::textChanged, this, [this](const QString &text) {
        if (text.isEmpty() && !m_filter.isEmpty())
            m_pause->start();
    });
}

void FilterBar::setFilter(const QString &text)
{
    setText(text);
    applyNow();
}

void FilterBar::applyNow()
{
    m_pause->stop();
    const FilterCheck check = checkFilter(text());
    setProblem(check.problem);
    const QString wanted = text().trimmed();
    if (!check.ok || wanted == m_filter)
        return;
    m_filter = wanted;
    Q_EMIT filterChanged(m_filter);
}

void FilterBar::setProblem(const QString &problem)
{
    if (problem == m_problem)
        return;
    m_problem = problem;
    setProperty("look", problem.isEmpty() ? QVariant() : QVariant(QStringLiteral("invalid")));
    style()->unpolish(this);
    style()->polish(this);
    setToolTip(problem.isEmpty() ? placeholderText() : problem);
    setAccessibleDescription(problem);
    Q_EMIT problemChanged(problem);
}

void FilterBar::keyPressEvent(QKeyEvent *event)
{
    const bool leave
        = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Escape;
    if (!leave) {
        QLineEdit::keyPressEvent(event);
        return;
    }
    if (event->key() == Qt::Key_Escape)
        setText(m_filter);
    applyNow();
    if (m_problem.isEmpty())
        Q_EMIT left();
}

} // namespace gatehouse::console
