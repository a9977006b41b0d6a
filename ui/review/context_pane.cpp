// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/context_pane.h"

#include "models/review/call_surroundings.h"
#include "models/review/campaign_table.h"
#include "models/text.h"
#include "ui/review/spark_bars.h"
#include "ui/theme/theme.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/section_title.h"

#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

namespace gatehouse::console {

namespace {

constexpr int hoursShown = 24;
constexpr int rowsSeen = 8;

void clear(QLayout *layout)
{
    while (QLayoutItem *item = layout->takeAt(0)) {
        if (item->layout())
            clear(item->layout());
        delete item->widget();
        delete item;
    }
}

} // namespace

ContextPane::ContextPane(CallSurroundings &surroundings, QWidget *parent)
    : QScrollArea(parent)
    , m_surroundings(surroundings)
    , m_content(new QWidget)
    , m_column(new QVBoxLayout(m_content))
    , m_campaign(new QWidget)
    , m_timeline(new SparkBars(tr("Calls like this over time")))
    , m_numbers(new CampaignTable(this))
    , m_table(new DataTable(tr("Campaign")))
    , m_asTable(new QPushButton)
    , m_day(new SparkBars(tr("Calls of this key in the day before")))
{
    setAccessibleName(tr("Context"));
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    m_content->setBackgroundRole(QPalette::Base);
    m_content->setAutoFillBackground(true);
    m_column->setContentsMargins(0, space::between, 0, 0);
    m_column->setSpacing(space::between);
    m_column->addWidget(new SectionTitle(tr("How the like was decided")));
    m_decided = addText();
    auto *campaign = new QVBoxLayout(m_campaign);
    campaign->setContentsMargins(0, 0, 0, 0);
    campaign->setSpacing(space::inside);
    campaign->addWidget(new SectionTitle(tr("Campaign")));
    m_campaignText = new QLabel;
    m_campaignText->setWordWrap(true);
    campaign->addWidget(m_campaignText);
    campaign->addWidget(m_timeline);
    campaign->addWidget(m_table);
    m_asTable->setProperty("look", QStringLiteral("link"));
    m_asTable->setCheckable(true);
    campaign->addWidget(m_asTable, 0, Qt::AlignLeft);
    m_spread = new QVBoxLayout;
    m_spread->setSpacing(space::inside);
    campaign->addLayout(m_spread);
    m_column->addWidget(m_campaign);
    m_column->addWidget(new SectionTitle(tr("This key, the day before")));
    m_column->addWidget(m_day);
    m_column->addWidget(new SectionTitle(tr("Changed lately")));
    m_changes = addText();
    m_column->addStretch(1);
    setWidget(m_content);
    m_table->setModel(m_numbers);
    m_table->setColumnCharacters({10, 0, 8});
    connect(m_table, &QTableView::activated, this,
        [this](const QModelIndex &index) { Q_EMIT filterWanted(m_numbers->row(index.row()).filter); });
    connect(m_asTable, &QPushButton::toggled, this, &ContextPane::showTable);
    showTable(false);
    connect(&surroundings, &CallSurroundings::changed, this, &ContextPane::refresh);
}

QLabel *ContextPane::addText()
{
    auto *label = new QLabel;
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_column->addWidget(label);
    return label;
}

void ContextPane::showEvent(QShowEvent *event)
{
    QScrollArea::showEvent(event);
    if (m_isOld)
        refresh();
}

// Going from call to call does not wait for what nobody looks at.
void ContextPane::refresh()
{
    m_isOld = !isVisible();
    if (m_isOld)
        return;
    const auto &now = m_surroundings.now();
    m_content->setVisible(now.has_value());
    if (!now)
        return;
    showDecided(*now);
    showCampaign(*now);
    const QDateTime hour(now->at.date(), QTime(now->at.time().hour(), 0));
    m_day->setCounts(now->keyHours, hour.addSecs((1 - hoursShown) * 3600), hour.addSecs(3600));
    m_changes->setText(now->changes.isEmpty() ? tr("Nothing about this key, and no publication.")
                                              : now->changes.join(QLatin1Char('\n')));
}

// The same numbers for the keyboard and for screen readers.
void ContextPane::showTable(bool table)
{
    m_timeline->setVisible(!table);
    m_table->setVisible(table);
    m_asTable->setText(table ? tr("Show as bars") : tr("Show as table"));
    m_asTable->setAccessibleName(tr("Show the campaign as a table"));
}

void ContextPane::showDecided(const Surroundings &now)
{
    const auto orNone = [](const QString &words) { return words.isEmpty() ? tr("none") : words; };
    QStringList lines;
    if (!now.group.isEmpty())
        lines.append(tr("Near-duplicates: %1").arg(orNone(now.ofGroup)));
    lines.append(tr("This key: %1").arg(orNone(now.ofKey)));
    lines.append(tr("This team: %1").arg(orNone(now.ofTeam)));
    if (!now.endUser.isEmpty())
        lines.append(tr(
            "%1, the end user: %2; %n call(s) in the day before", nullptr, static_cast<int>(now.endUserDay))
                         .arg(now.endUser, orNone(now.ofEndUser)));
    m_decided->setText(lines.join(QLatin1Char('\n')));
}

void ContextPane::showCampaign(const Surroundings &now)
{
    const bool isOne = now.campaignCalls > 1;
    m_campaign->setVisible(isOne);
    clear(m_spread);
    if (!isOne)
        return;
    const QString calls = now.isWhole
        ? tr("%n call(s) say nearly the same", nullptr, static_cast<int>(now.campaignCalls))
        : tr("The newest %n call(s) that say nearly the same", nullptr, static_cast<int>(now.campaignCalls));
    m_campaignText->setText(
        tr("%1, from %2 to %3.").arg(calls, absoluteTime(now.first), absoluteTime(now.last)));
    m_timeline->setCounts(now.overTime, now.first, now.last);
    m_numbers->show(now);
    m_table->setFixedHeight(space::row * (std::min(m_numbers->rowCount(), rowsSeen) + 1) + space::inside);
    addSpread(tr("%n team(s)", nullptr, static_cast<int>(now.teamCount)), now.teams, now.teamCount);
    addSpread(
        tr("%n use case(s)", nullptr, static_cast<int>(now.useCaseCount)), now.useCases, now.useCaseCount);
    addSpread(tr("%n key(s)", nullptr, static_cast<int>(now.keyCount)), now.keys, now.keyCount);
    auto *all = new QPushButton(tr("Show all of them"));
    all->setProperty("look", QStringLiteral("link"));
    connect(all, &QPushButton::clicked, this,
        [this, id = now.id] { Q_EMIT filterWanted(QStringLiteral("similar:") + id); });
    m_spread->addWidget(all, 0, Qt::AlignLeft);
}

void ContextPane::addSpread(const QString &title, const QList<SpreadView> &spread, qsizetype all)
{
    m_spread->addWidget(new QLabel(title));
    for (const SpreadView &each : spread) {
        auto *button
            = new QPushButton(QStringLiteral("%1  %2").arg(each.name, QLocale().toString(each.count)));
        button->setProperty("look", QStringLiteral("link"));
        button->setToolTip(tr("Show the calls of %1 that say nearly the same").arg(each.name));
        connect(button, &QPushButton::clicked, this, [this, each] {
            const auto &now = m_surroundings.now();
            if (now)
                Q_EMIT filterWanted(QStringLiteral("similar:%1").arg(now->id));
            Q_EMIT termWanted(each.field, each.name);
        });
        m_spread->addWidget(button, 0, Qt::AlignLeft);
    }
    if (all > spread.size())
        m_spread->addWidget(new QLabel(tr("and %n more", nullptr, static_cast<int>(all - spread.size()))));
}

} // namespace gatehouse::console
