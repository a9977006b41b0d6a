// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/providers/price_dialog.h"

#include "core/access/limit.h"
#include "models/system/provider_desk.h"
#include "models/text.h"

#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace gatehouse::console {

namespace {
constexpr int wide = 520;
}

PriceDialog::PriceDialog(ProviderDesk &desk, const std::optional<PriceEntry> &entry, QWidget *parent)
    : EditDialog(desk, tr("Set price"), parent)
    , m_model(new QLineEdit(entry ? entry->model : QString()))
    , m_in(new QLineEdit)
    , m_out(new QLineEdit)
    , m_cached(new QLineEdit)
{
    setWindowTitle(entry ? tr("Price of %1").arg(entry->model) : tr("Set a price"));
    setMinimumWidth(wide);
    fields().add(form(), QStringLiteral("model"), tr("&Model"), m_model,
        tr("A name; * and ? stand for any characters. An exact name wins over a pattern, a longer pattern "
           "over a "
           "shorter one"));
    const QString unit = tr("USD for a million tokens, with at most six decimals, such as 2.50");
    fields().add(form(), QStringLiteral("in_uusd"), tr("&Input"), m_in, unit);
    fields().add(form(), QStringLiteral("out_uusd"), tr("&Output"), m_out, unit);
    fields().add(form(), QStringLiteral("cached_uusd"), tr("&Cached input"), m_cached,
        tr("USD for a million tokens the provider had seen before; left empty: as the input"));
    for (QLineEdit *amount : {m_in, m_out})
        amount->setPlaceholderText(tr("USD for a million tokens"));
    m_cached->setPlaceholderText(tr("as the input"));
    auto *shipped = new QLabel(entry && entry->shipped
            ? tr("Shipped with Gatehouse: %1.").arg(priceWords(*entry->shipped))
            : tr("Gatehouse comes without a price for this name."));
    shipped->setObjectName(QStringLiteral("shipped"));
    shipped->setProperty("look", QStringLiteral("muted"));
    shipped->setWordWrap(true);
    addBelowForm(shipped);
    m_model->setEnabled(!entry);
    if (entry && (entry->price || entry->shipped))
        fill(entry->price.value_or(entry->shipped.value_or(Price())));
    if (entry && entry->shipped) {
        auto *use = addButton(tr("Fill in the shipped one"));
        use->setToolTip(
            tr("To begin from the public list price; “Revert” on the desk goes back to it for good"));
        connect(use, &QPushButton::clicked, this, [this, price = *entry->shipped] { fill(price); });
    }
    (entry ? m_in : m_model)->setFocus();
}

void PriceDialog::fill(const Price &price)
{
    m_in->setText(toQString(usdText(price.in)));
    m_out->setText(toQString(usdText(price.out)));
    m_cached->setText(price.cached == price.in ? QString() : toQString(usdText(price.cached)));
}

bool PriceDialog::read(const QString &field, const QString &text, std::int64_t &into)
{
    const auto amount = parseUsd(text.trimmed().toStdString());
    if (amount)
        into = *amount;
    else
        fields().say(field, errorText(amount.error()));
    return amount.has_value();
}

void PriceDialog::save()
{
    Price price;
    const QString cached = m_cached->text().trimmed();
    if (!read(QStringLiteral("in_uusd"), m_in->text(), price.in)
        || !read(QStringLiteral("out_uusd"), m_out->text(), price.out)
        || !read(QStringLiteral("cached_uusd"), cached.isEmpty() ? m_in->text() : cached, price.cached))
        return;
    waitForDesk();
    desk().setPrice(m_model->text().trimmed(), price);
}

} // namespace gatehouse::console
