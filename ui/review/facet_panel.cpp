// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/facet_panel.h"

#include "models/filter_text.h"
#include "models/review/queue_counts.h"
#include "models/text.h"
#include "ui/review/facet_button.h"
#include "ui/theme/theme.h"
#include "ui/widgets/section_title.h"

#include <QVBoxLayout>

namespace gatehouse::console {

namespace {

constexpr int mostValues = 9;
constexpr int panelWidth = 168;

QString titleOfField(const QString &field)
{
    if (field == QLatin1String("verdict"))
        return FacetPanel::tr("Verdict");
    if (field == QLatin1String("severity"))
        return FacetPanel::tr("Severity");
    if (field == QLatin1String("check"))
        return FacetPanel::tr("Check");
    return FacetPanel::tr("Team");
}

QString wordOfValue(const QString &field, const QString &value)
{
    const std::string text = value.toStdString();
    if (field == QLatin1String("verdict")) {
        const auto verdict = fromName<VerdictKind>(text);
        return verdict ? word(*verdict) : value;
    }
    if (field == QLatin1String("severity")) {
        const auto severity = fromName<Severity>(text);
        return severity ? word(*severity) : value;
    }
    return field == QLatin1String("check") ? checkWord(value) : value;
}

} // namespace

FacetPanel::FacetPanel(QueueCounts &counts, QWidget *parent)
    : QScrollArea(parent)
    , m_counts(counts)
{
    setAccessibleName(tr("Facets"));
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFixedWidth(panelWidth);
    setFrameShape(QFrame::NoFrame);
    auto *inside = new QWidget;
    auto *column = new QVBoxLayout(inside);
    column->setContentsMargins(space::between, space::between, space::between, space::between);
    column->setSpacing(space::inside);
    for (const QString &field : QueueCounts::facetFields()) {
        column->addWidget(new SectionTitle(titleOfField(field)));
        auto *box = new QVBoxLayout;
        box->setSpacing(0);
        column->addLayout(box);
        column->addSpacing(space::between);
        m_boxes.insert(field, box);
    }
    column->addStretch(1);
    setWidget(inside);
    connect(&m_counts, &QueueCounts::facetChanged, this,
        [this](const QString &field) { fill(field, m_boxes.value(field)); });
}

void FacetPanel::setFilter(const QString &filter)
{
    m_filter = filter;
    rebuild();
}

void FacetPanel::rebuild()
{
    for (auto it = m_boxes.cbegin(); it != m_boxes.cend(); ++it)
        fill(it.key(), it.value());
}

// Buttons are kept and only relabelled, so that the focus stays while counts move.
void FacetPanel::fill(const QString &field, QVBoxLayout *box)
{
    QList<FacetValue> values = m_counts.facet(field).mid(0, mostValues);
    const QStringList chosen = filterValues(m_filter, field);
    for (const QString &value : chosen) {
        const auto known = [&](const FacetValue &other) { return other.value == value; };
        if (std::none_of(values.cbegin(), values.cend(), known))
            values.append({value, 0});
    }
    while (box->count() > values.size()) {
        QLayoutItem *item = box->takeAt(box->count() - 1);
        item->widget()->deleteLater();
        delete item;
    }
    for (int i = 0; i < values.size(); ++i) {
        if (i >= box->count()) {
            auto *added = new FacetButton;
            connect(
                added, &FacetButton::clicked, this, [this, field, added] { toggle(field, added->value()); });
            box->addWidget(added);
        }
        auto *button = static_cast<FacetButton *>(box->itemAt(i)->widget());
        button->setFacet(values[i].value, wordOfValue(field, values[i].value), values[i].count);
        button->setChecked(chosen.contains(values[i].value));
    }
}

void FacetPanel::toggle(const QString &field, const QString &value)
{
    QStringList chosen = filterValues(m_filter, field);
    if (!chosen.removeOne(value))
        chosen.append(value);
    QString text = filterWithoutField(m_filter, field);
    for (const QString &wanted : chosen)
        text = filterWithTerm(text, field, wanted, false);
    Q_EMIT filterWanted(text);
}

} // namespace gatehouse::console
