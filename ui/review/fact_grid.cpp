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

// Cut to the room there is; the whole value is in the tool tip.
class FactLabel : public QLabel {
public:
    FactLabel()
    {
        setTextFormat(Qt::PlainText);
        setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    }
    void setValue(const QString &value, const QString &tip)
    {
        m_value = value;
        setToolTip(tip.isEmpty() ? value : tip);
        cut();
    }

protected:
    void resizeEvent(QResizeEvent *event) override
    {
        QLabel::resizeEvent(event);
        cut();
    }

private:
    void cut() { setText(fontMetrics().elidedText(m_value, Qt::ElideRight, width())); }
    QString m_value;
};

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
    if (place == m_lines.size())
        addLine();
    const auto &[name, fact] = m_lines[place++];
    name->setText(label);
    fact->setValue(value, tip);
    fact->setAccessibleName(QStringLiteral("%1: %2").arg(label, value));
    name->show();
    fact->show();
}

void FactGrid::addLine()
{
    const auto place = static_cast<int>(m_lines.size());
    const int cell = place == 0 ? 0 : place + columns - 1; // the first fact has its line to itself
    const int column = (cell % columns) * 2;
    auto *name = new QLabel;
    name->setProperty("look", QStringLiteral("muted"));
    auto *fact = new FactLabel;
    m_grid->addWidget(name, cell / columns, column);
    m_grid->addWidget(fact, cell / columns, column + 1, 1, place == 0 ? 3 : 1);
    m_lines.append({name, fact});
}

void FactGrid::setView(const InteractionView &view)
{
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
    addFact(place, tr("Outcome"), outcomeWord(row.outcome));
    if (view.decidedAt.isValid())
        addFact(place, tr("Decided"), joined({view.decidedBy, listTime(view.decidedAt)}),
            absoluteTime(view.decidedAt));
    addFact(place, tr("Read"), readText(view), view.notRead.join(QLatin1Char('\n')));
    if (view.receivedBytes)
        addFact(place, tr("Received"), bytesText(*view.receivedBytes));
    if (!view.heldState.isEmpty())
        addFact(place, tr("Held"), view.heldState);
    for (; place < m_lines.size(); ++place) {
        m_lines[place].name->hide();
        m_lines[place].fact->hide();
    }
}

} // namespace gatehouse::console
