// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/work_line.h"

#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>

namespace gatehouse::console {

namespace {
constexpr int steps = 1000; // the bar counts ints, work may have more pieces than those
} // namespace

WorkLine::WorkLine(const QString &stop, const QString &progress, QWidget *parent)
    : QWidget(parent)
    , m_text(new QLabel)
    , m_progress(new QProgressBar)
    , m_stop(new QPushButton(stop))
{
    m_text->setObjectName(QStringLiteral("work_text"));
    m_text->setTextFormat(Qt::PlainText); // it names files
    m_progress->setRange(0, steps);
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(progress);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(space::around, space::inside, space::around, space::inside);
    row->addWidget(m_text);
    row->addWidget(m_progress, 1);
    row->addWidget(m_stop);
    hide();
    connect(m_stop, &QPushButton::clicked, this, &WorkLine::stopWanted);
}

void WorkLine::begin(const QString &text)
{
    m_text->setText(text);
    m_progress->setValue(0);
    m_progress->show();
    m_stop->show();
    show();
}

void WorkLine::setText(const QString &text)
{
    m_text->setText(text);
}

void WorkLine::setShare(double done)
{
    m_progress->setValue(static_cast<int>(done * steps));
}

void WorkLine::end(const QString &text)
{
    m_text->setText(text);
    m_progress->hide();
    m_stop->hide();
}

} // namespace gatehouse::console
