// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/keys/limits_view.h"

#include "ui/keys/limit_meter.h"
#include "ui/theme/theme.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace gatehouse::console {

namespace {

bool sameLimits(const QList<LimitEntry> &a, const QList<LimitEntry> &b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const LimitEntry &x, const LimitEntry &y) {
        return x.tier == y.tier && x.name == y.name && x.limit == y.limit;
    });
}

} // namespace

LimitsView::LimitsView(QAction *change, QWidget *parent)
    : QWidget(parent)
    , m_change(change)
    , m_column(new QVBoxLayout(this))
{
    setAccessibleName(tr("Limits"));
    m_column->setContentsMargins(0, 0, 0, 0);
    connect(change, &QAction::enabledChanged, this, &LimitsView::rebuild);
}

void LimitsView::setKey(const KeyEntry &entry)
{
    m_subjects = {{LimitTier::Key, entry.id}, {LimitTier::UseCase, entry.useCase},
        {LimitTier::Environment, entry.environment}, {LimitTier::Team, entry.team}};
    m_shown.clear();
    m_known = false;
    rebuild();
}

void LimitsView::setLimits(const QList<LimitEntry> &limits)
{
    const bool same = m_known && sameLimits(m_shown, limits);
    m_known = true;
    m_shown = limits;
    if (!same)
        rebuild();
    for (qsizetype i = 0; i < m_meters.size(); ++i)
        m_meters[i]->setEntry(m_shown[i]);
}

QWidget *LimitsView::newHeading(const LimitSubject &subject, bool hasLimits)
{
    const QString whose = subject.tier == LimitTier::Key ? tr("This key") : subjectWords(subject);
    auto *words = new QLabel(!m_known ? whose + QStringLiteral(" …")
            : hasLimits               ? whose
                                      : tr("%1: none").arg(whose));
    words->setProperty("look", QStringLiteral("muted"));
    words->setWordWrap(true);
    auto *edit = new QPushButton(hasLimits ? tr("Edit…") : tr("Set…"));
    edit->setProperty("look", QStringLiteral("link"));
    edit->setObjectName(QStringLiteral("edit_limits"));
    edit->setAccessibleName(tr("Limits of %1").arg(whose));
    edit->setEnabled(m_change->isEnabled());
    edit->setToolTip(
        m_change->isEnabled() ? tr("What %1 may use in which time").arg(whose) : m_change->toolTip());
    connect(edit, &QPushButton::clicked, this, [this, subject] { Q_EMIT editWanted(subject); });
    auto *heading = new QWidget;
    auto *line = new QHBoxLayout(heading);
    line->setContentsMargins(0, 0, 0, 0);
    line->addWidget(words, 1);
    line->addWidget(edit);
    return heading;
}

qsizetype LimitsView::focusedEdit() const
{
    const auto buttons = findChildren<QPushButton *>(QStringLiteral("edit_limits"));
    for (qsizetype i = 0; i < buttons.size(); ++i) {
        if (buttons[i] == window()->focusWidget())
            return i;
    }
    return -1;
}

void LimitsView::rebuild()
{
    // Who came by keyboard stays where he was, also from the dialog that changed the limits.
    const qsizetype focused = focusedEdit();
    delete m_rows;
    m_meters.clear();
    m_rows = new QWidget;
    auto *column = new QVBoxLayout(m_rows);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::between);
    QMap<qsizetype, LimitMeter *> made; // by their place in m_shown
    for (const LimitSubject &subject : std::as_const(m_subjects)) {
        const bool has = std::any_of(m_shown.cbegin(), m_shown.cend(),
            [&](const LimitEntry &entry) { return entry.tier == subject.tier; });
        column->addWidget(newHeading(subject, has));
        for (qsizetype i = 0; i < m_shown.size(); ++i) {
            if (m_shown[i].tier != subject.tier)
                continue;
            made[i] = new LimitMeter;
            column->addWidget(made[i]);
        }
    }
    m_meters = made.values();
    m_column->addWidget(m_rows);
    if (focused >= 0)
        findChildren<QPushButton *>(QStringLiteral("edit_limits"))[focused]->setFocus();
}

} // namespace gatehouse::console
