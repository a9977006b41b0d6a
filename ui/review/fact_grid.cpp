// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/fact_grid.h"

#include "models/review/interaction_view.h"
#include "models/text.h"
#include "ui/theme/theme.h"

#include <QGridLayout>
#include <QLabel>
#include <QLocale>

namespace gatehouse::console {

namespace {

constexpr int hashShown = 7;
constexpr int columns = 2;

// Cut to the room there is; the whole value is in the tool tip.
class FactLabel : public QLabel {
public:
    FactLabel(const QString &value, const QString &tip)
        : m_value(value)
    {
        setTextFormat(Qt::PlainText);
        setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
        setToolTip(tip.isEmpty() ? value : tip);
        setText(value);
    }

protected:
    void resizeEvent(QResizeEvent *event) override
    {
        QLabel::resizeEvent(event);
        setText(fontMetrics().elidedText(m_value, Qt::ElideRight, width()));
    }

private:
    const QString m_value;
};

QString readText(const InteractionView &view)
{
    const QString all = bytesText(static_cast<qint64>(view.bytes));
    return view.bytes == view.bytesRead
        ? FactGrid::tr("all %1").arg(all)
        : FactGrid::tr("%1 of %2").arg(bytesText(static_cast<qint64>(view.bytesRead)), all);
}

QString joined(const QStringList &parts)
{
    QStringList kept;
    for (const QString &part : parts) {
        if (!part.isEmpty())
            kept.append(part);
    }
    return kept.join(QStringLiteral(" · "));
}

} // namespace

FactGrid::FactGrid(QWidget *parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
{
    setAccessibleName(tr("Facts"));
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(space::between);
    m_grid->setVerticalSpacing(2);
    m_grid->setColumnStretch(1, 3);
    m_grid->setColumnStretch(3, 2);
}

void FactGrid::addFact(int &place, const QString &label, const QString &value, const QString &tip)
{
    if (value.isEmpty())
        return;
    const int column = (place % columns) * 2;
    const int span = place == 0 ? 3 : 1; // the first fact has its line to itself
    auto *name = new QLabel(label);
    name->setProperty("look", QStringLiteral("muted"));
    auto *fact = new FactLabel(value, tip);
    fact->setAccessibleName(QStringLiteral("%1: %2").arg(label, value));
    m_grid->addWidget(name, place / columns, column);
    m_grid->addWidget(fact, place / columns, column + 1, 1, span);
    place += place == 0 ? columns : 1;
}

void FactGrid::setView(const InteractionView &view)
{
    while (QLayoutItem *item = m_grid->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    const QueueRow &row = view.row;
    const QLocale locale;
    int place = 0;
    addFact(place, tr("Team"), joined({row.team, row.environment, row.useCase}));
    addFact(place, tr("Model"), joined({row.model, row.provider}));
    addFact(place, tr("Key"), row.key);
    addFact(
        place, tr("Policy"), joined({row.policyName, row.policyVersion.left(hashShown)}), row.policyVersion);
    addFact(place, tr("Time"), listTime(row.at), absoluteTime(row.at));
    addFact(place, tr("Tokens"),
        tr("%1 in · %2 out").arg(locale.toString(row.tokensIn), locale.toString(row.tokensOut)));
    addFact(place, tr("Cost"), moneyText(row.costUusd));
    addFact(place, tr("Latency"), durationText(static_cast<double>(row.latencyUs)),
        tr("%1, of it %2 spent here")
            .arg(durationText(static_cast<double>(row.latencyUs)),
                durationText(static_cast<double>(row.overheadUs))));
    addFact(place, tr("Overhead"), durationText(static_cast<double>(row.overheadUs)),
        tr("Time spent in Gatehouse"));
    addFact(
        place, tr("State"), joined({stateWord(row.state), dispositionWord(row.disposition), row.assignee}));
    if (row.due.isValid())
        addFact(place, tr("Due"), dueText(row.due), absoluteTime(row.due));
    addFact(place, tr("Outcome"), QString(row.outcome).replace(QLatin1Char('_'), QLatin1Char(' ')));
    if (view.decidedAt.isValid())
        addFact(place, tr("Decided"), joined({view.decidedBy, listTime(view.decidedAt)}),
            absoluteTime(view.decidedAt));
    addFact(place, tr("Read"), readText(view), view.notRead.join(QLatin1Char('\n')));
    if (view.receivedBytes)
        addFact(place, tr("Received"), bytesText(*view.receivedBytes));
    if (!view.heldState.isEmpty())
        addFact(place, tr("Held"), view.heldState);
}

} // namespace gatehouse::console
