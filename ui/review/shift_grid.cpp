// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/shift_grid.h"

#include "models/filter_text.h"
#include "models/text.h"
#include "ui/theme/theme.h"

#include <QGridLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>

#include <array>

namespace gatehouse::console {

namespace {

constexpr std::array severities{
    Severity::Critical, Severity::High, Severity::Medium, Severity::Low, Severity::Info};

QString decidedText(const store::ShiftSummary &summary)
{
    const auto count = [&](store::Disposition disposition) {
        return static_cast<int>(summary.decided[static_cast<std::size_t>(disposition)]);
    };
    return ShiftGrid::tr("Decided since %1: %2 confirmed, %3 false positives, %4 benign, %5 duplicates")
        .arg(listTime(toDateTime(summary.since)))
        .arg(count(store::Disposition::TruePositive))
        .arg(count(store::Disposition::FalsePositive))
        .arg(count(store::Disposition::Benign))
        .arg(count(store::Disposition::Duplicate));
}

} // namespace

ShiftGrid::ShiftGrid(QWidget *parent)
    : QWidget(parent)
    , m_decided(new QLabel)
{
    m_decided->setWordWrap(true);
    m_decided->setTextFormat(Qt::PlainText);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::between);
    column->addWidget(m_decided);
}

void ShiftGrid::setSummary(const store::ShiftSummary &summary, const QString &login, bool own)
{
    m_decided->setText(decidedText(summary));
    m_decided->setToolTip(absoluteTime(toDateTime(summary.since)));
    delete m_numbers;
    m_numbers = new QWidget;
    m_grid = new QGridLayout(m_numbers);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(space::around);
    m_grid->setVerticalSpacing(space::inside);
    for (int column = 0; column < static_cast<int>(severities.size()); ++column) {
        const Severity severity = severities[static_cast<std::size_t>(column)];
        auto *head = new QLabel(severityShape(severity) + QLatin1Char(' ') + word(severity));
        head->setProperty("look", QStringLiteral("muted"));
        m_grid->addWidget(head, 0, column + 1, Qt::AlignRight);
    }
    addRow(tr("Open"), summary.open, QStringLiteral("state:open"));
    addRow(tr("Overdue"), summary.overdue, QStringLiteral("due:overdue"));
    addRow(own ? tr("Mine") : tr("Of %1").arg(login), summary.mine, filterOfTheirs(login));
    m_grid->setColumnStretch(static_cast<int>(severities.size()) + 1, 1);
    layout()->addWidget(m_numbers);
}

void ShiftGrid::addRow(const QString &name, const store::SeverityCounts &counts, const QString &filter)
{
    const int row = m_grid->rowCount();
    auto *head = new QLabel(name);
    head->setTextFormat(Qt::PlainText);
    m_grid->addWidget(head, row, 0);
    for (int column = 0; column < static_cast<int>(severities.size()); ++column) {
        const Severity severity = severities[static_cast<std::size_t>(column)];
        const qint64 count = counts[static_cast<std::size_t>(severity)];
        if (count == 0) {
            auto *none = new QLabel(QStringLiteral("0"));
            none->setProperty("look", QStringLiteral("muted"));
            m_grid->addWidget(none, row, column + 1, Qt::AlignRight);
            continue;
        }
        auto *link = new QPushButton(QLocale().toString(count));
        link->setProperty("look", QStringLiteral("link"));
        link->setAccessibleName(tr("%1, %2: %3").arg(name, word(severity), link->text()));
        link->setToolTip(tr("Show them"));
        const QString wanted = filterWithTerm(filter, QStringLiteral("severity"),
            QString::fromLatin1(
                gatehouse::name(severity).data(), static_cast<qsizetype>(gatehouse::name(severity).size())),
            false);
        connect(link, &QPushButton::clicked, this, [this, wanted] { Q_EMIT filterWanted(wanted); });
        m_grid->addWidget(link, row, column + 1, Qt::AlignRight);
    }
}

} // namespace gatehouse::console
