// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/keys/limit_row.h"

#include "models/text.h"
#include "ui/keys/raise_fields.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/widgets/form_fields.h"

#include <QComboBox>
#include <QCompleter>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QTimeZone>
#include <QToolButton>

namespace gatehouse::console {

namespace {

const QString parallel = QStringLiteral("parallel");
constexpr int amountCharacters = 9;
constexpr int clockCharacters = 13;

// What was chosen, or what was typed.
QString valueOf(const QComboBox &box)
{
    const int known = box.findText(box.currentText());
    return known >= 0 ? box.itemData(known).toString() : box.currentText().trimmed();
}

void choose(QComboBox &box, const QString &value)
{
    const int known = box.findData(value);
    if (known >= 0)
        box.setCurrentIndex(known);
    // Also where the index stays: something else may have been typed since.
    box.setEditText(known >= 0 ? box.itemText(known) : value);
}

const QStringList &knownZones()
{
    static const QStringList zones = [] {
        QStringList names;
        for (const QByteArray &zone : QTimeZone::availableTimeZoneIds())
            names.append(QString::fromUtf8(zone));
        return names;
    }();
    return zones;
}

QComboBox *newChoice(bool editable)
{
    auto *box = new QComboBox;
    box->setEditable(editable);
    box->setInsertPolicy(QComboBox::NoInsert);
    return box;
}

} // namespace

LimitRow::LimitRow(int number, QWidget *parent)
    : QWidget(parent)
    , m_amount(new QLineEdit)
    , m_unit(newChoice(false))
    , m_per(new QLabel(tr("per")))
    , m_period(newChoice(true))
    , m_clock(newChoice(true))
    , m_raising(new QToolButton)
    , m_remove(new QToolButton)
    , m_raise(new RaiseFields(number))
    , m_problem(newProblemLabel())
{
    m_unit->addItem(tr("requests"), QStringLiteral("requests"));
    m_unit->addItem(tr("tokens"), QStringLiteral("tokens"));
    m_unit->addItem(tr("USD of budget"), QStringLiteral("usd"));
    m_unit->addItem(tr("tokens of budget"), QStringLiteral("budget-tokens"));
    m_unit->addItem(tr("calls at once"), parallel);
    m_period->addItem(tr("minute"), QStringLiteral("minute"));
    m_period->addItem(tr("hour"), QStringLiteral("hour"));
    m_period->addItem(tr("day"), QStringLiteral("day"));
    m_period->addItem(tr("week"), QStringLiteral("week"));
    m_period->addItem(tr("month"), QStringLiteral("month"));
    m_period->addItem(tr("year"), QStringLiteral("year"));
    m_clock->addItem(tr("rolling"), QString());
    m_clock->addItem(QStringLiteral("UTC"), QStringLiteral("UTC"));
    const QString here = QString::fromUtf8(QTimeZone::systemTimeZoneId());
    if (here.contains(QLatin1Char('/')) && here != QLatin1String("Etc/UTC"))
        m_clock->addItem(here, here);
    auto *completer = new QCompleter(knownZones(), m_clock);
    completer->setFilterMode(Qt::MatchContains);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    m_clock->setCompleter(completer);
    m_remove->setIcon(themedIcon(QStringLiteral("remove")));
    m_raising->setText(QStringLiteral("↑"));
    m_raising->setCheckable(true);
    m_raise->hide();
    m_problem->setObjectName(QStringLiteral("limit_problem"));
    nameControls(number);

    auto *line = new QHBoxLayout;
    line->setSpacing(space::between);
    line->addWidget(m_amount);
    line->addWidget(m_unit, 2);
    line->addWidget(m_per);
    line->addWidget(m_period, 1);
    line->addWidget(m_clock, 2);
    line->addWidget(m_raising);
    line->addWidget(m_remove);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::inside);
    column->addLayout(line);
    column->addWidget(m_raise);
    column->addWidget(m_problem);
    connect(m_amount, &QLineEdit::textEdited, this, &LimitRow::edited);
    for (QComboBox *box : {m_unit, m_period, m_clock})
        connect(box, &QComboBox::currentTextChanged, this, &LimitRow::edited);
    connect(m_unit, &QComboBox::currentTextChanged, this, &LimitRow::followUnit);
    connect(m_period, &QComboBox::currentTextChanged, this, &LimitRow::followPeriod);
    connect(m_remove, &QToolButton::clicked, this, &LimitRow::removeWanted);
    connect(m_raise, &RaiseFields::edited, this, &LimitRow::edited);
    connect(m_raising, &QToolButton::toggled, m_raise, &QWidget::setVisible);
    connect(m_raising, &QToolButton::clicked, this, [this](bool raised) {
        if (raised)
            m_raise->focusAmount();
        Q_EMIT edited();
    });
    followUnit();
}

void LimitRow::nameControls(int number)
{
    const auto name = [&](QWidget *control, const char *object, const QString &what, const QString &hint) {
        control->setObjectName(QLatin1String(object));
        control->setAccessibleName(tr("%1 of limit %2").arg(what).arg(number));
        control->setToolTip(hint);
    };
    const int wide = QFontMetrics(textFont()).horizontalAdvance(QLatin1Char('0'));
    m_amount->setFixedWidth(amountCharacters * wide + 2 * space::around);
    m_amount->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
    m_clock->setMinimumWidth(clockCharacters * wide + 2 * space::around);
    name(m_amount, "amount", tr("Amount"), tr("A whole number; of USD up to six decimals, such as 0.50"));
    name(m_unit, "unit", tr("Unit"), tr("Rates answer 429 with the time to wait, budgets 402"));
    name(m_period, "period", tr("Time"), tr("Choose one, or type such as 90m, 12h or 30d"));
    name(m_clock, "clock", tr("Clock"),
        tr("Rolling: the last minute, hour or day. A time zone: begins anew with its calendar; type any IANA "
           "name"));
    name(m_raising, "raise", tr("Raise"), tr("Allow more for a while; then the limit falls back by itself"));
    name(m_remove, "remove", tr("Removal"), tr("Take this limit away"));
}

void LimitRow::setLimit(const Limit &limit)
{
    const QSignalBlocker quiet(this);
    const bool money = limit.unit == LimitUnit::MicroUsd;
    m_amount->setText(money ? toQString(usdText(limit.amount)) : QString::number(limit.amount));
    constexpr int order[] = {0, 1, 4, 2, 3}; // of LimitUnit among the choices
    m_unit->setCurrentIndex(order[static_cast<int>(limit.unit)]);
    if (limit.unit != LimitUnit::Parallel)
        showPeriod(limit.period);
    const bool raised = limit.isRaisedAt(systemClock().now());
    if (raised)
        m_raise->setRaise(*limit.raise, limit.unit);
    m_raising->setChecked(raised);
}

void LimitRow::showPeriod(const LimitPeriod &period)
{
    // The words core writes: "minute", "12h", "day@Europe/Berlin".
    Limit any;
    any.period = period;
    const QString words = toQString(limitText(any)).section(QLatin1Char('/'), 1);
    choose(*m_period, words.section(QLatin1Char('@'), 0, 0));
    choose(*m_clock, words.section(QLatin1Char('@'), 1));
}

std::string LimitRow::text() const
{
    const QString amount = m_amount->text().trimmed();
    const QString unit = m_unit->currentData().toString();
    const std::string raise = m_raising->isChecked() ? m_raise->text() : std::string();
    if (unit == parallel)
        return (amount + unit).toStdString() + raise;
    const QString zone = m_clock->isEnabled() ? valueOf(*m_clock) : QString();
    return (amount + unit + QLatin1Char('/') + valueOf(*m_period)
               + (zone.isEmpty() ? QString() : QLatin1Char('@') + zone))
               .toStdString()
        + raise;
}

Result<Limit> LimitRow::limit()
{
    say({});
    auto read = parseLimit(text());
    if (!read)
        say(errorText(read.error()));
    return read;
}

void LimitRow::say(const QString &problem)
{
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    m_amount->setAccessibleDescription(problem);
    markInvalid(m_amount, !problem.isEmpty());
}

void LimitRow::focusAmount()
{
    m_amount->setFocus(Qt::OtherFocusReason);
    m_amount->selectAll();
}

void LimitRow::followUnit()
{
    const bool timed = m_unit->currentData().toString() != parallel;
    for (QWidget *control : QList<QWidget *>{m_per, m_period, m_clock})
        control->setVisible(timed);
    followPeriod();
}

void LimitRow::followPeriod()
{
    const QString period = valueOf(*m_period);
    const bool calendarOnly = period == QLatin1String("month") || period == QLatin1String("year");
    const bool known = m_period->findData(period) >= 0 && period != QLatin1String("minute");
    m_clock->setEnabled(known);
    if (!known)
        choose(*m_clock, {});
    else if (calendarOnly && valueOf(*m_clock).isEmpty())
        choose(*m_clock, QStringLiteral("UTC"));
}

} // namespace gatehouse::console
