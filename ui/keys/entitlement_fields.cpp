// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/keys/entitlement_fields.h"

#include "ui/keys/words_completer.h"
#include "ui/theme/theme.h"
#include "ui/widgets/form_fields.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QGridLayout>
#include <QLineEdit>
#include <QSpinBox>

#include <limits>

namespace gatehouse::console {

namespace {

constexpr int routesInARow = 4;

QSpinBox *newMost(int step, const QString &unit)
{
    auto *box = new QSpinBox;
    box->setRange(0, std::numeric_limits<int>::max());
    box->setSingleStep(step);
    box->setSpecialValueText(EntitlementFields::tr("no limit"));
    box->setSuffix(QLatin1Char(' ') + unit);
    box->setGroupSeparatorShown(true);
    return box;
}

std::optional<qint64> mostOf(const QSpinBox &box)
{
    return box.value() > 0 ? std::optional<qint64>(box.value()) : std::nullopt;
}

int boxValue(const std::optional<qint64> &most)
{
    return static_cast<int>(std::min<qint64>(most.value_or(0), std::numeric_limits<int>::max()));
}

} // namespace

EntitlementFields::EntitlementFields(const KeyChoices &choices, FormFields &fields, Of of, QWidget *parent)
    : QWidget(parent)
    , m_form(new QFormLayout(this))
    , m_models(of == Of::IssuedKey ? new QLineEdit : nullptr)
    , m_providers(new QLineEdit)
    , m_tools(new QLineEdit)
    , m_addresses(new QLineEdit)
    , m_required(new QLineEdit)
    , m_metadata(of == Of::NewKey ? new QLineEdit : nullptr)
    , m_maxInput(newMost(1024, tr("bytes")))
    , m_maxOutput(newMost(256, tr("tokens")))
    , m_user(new QCheckBox(tr("Only calls with the verified token of an end user")))
{
    setFocusProxy(m_models ? m_models : m_providers);
    m_form->setContentsMargins(0, space::around, 0, 0);
    m_form->setVerticalSpacing(space::between);
    m_form->setHorizontalSpacing(space::around);
    if (m_models) {
        m_models->setCompleter(new WordsCompleter(choices.models, this));
        fields.add(*m_form, QStringLiteral("models"), tr("&Models"), m_models,
            tr("Names separated by commas; * and ? stand for any characters, * alone for every model"));
    }
    m_providers->setCompleter(new WordsCompleter(choices.providers, this));
    m_providers->setPlaceholderText(tr("those serving the models"));
    m_tools->setPlaceholderText(tr("none"));
    m_addresses->setPlaceholderText(tr("any; or such as 10.0.0.0/8, 2001:db8::/32"));
    m_required->setPlaceholderText(tr("nothing; or names, such as ticket, cost_centre"));
    fields.add(*m_form, QStringLiteral("providers"), tr("&Providers"), m_providers,
        tr("Names separated by commas; left empty: those serving the models"));
    fields.add(*m_form, QStringLiteral("routes"), tr("&Routes"), newRoutes(choices.routes),
        tr("Which endpoints the key may call"));
    fields.add(*m_form, QStringLiteral("tools"), tr("T&ools"), m_tools,
        tr("Tools a request may offer and an answer may call, separated by commas; * and ? stand for any "
           "characters"));
    fields.add(*m_form, QStringLiteral("addresses"), tr("Called &from"), m_addresses,
        tr("Networks calls may come from, separated by commas"));
    fields.add(*m_form, QStringLiteral("required_metadata"), tr("Must carr&y"), m_required,
        tr("Names the metadata of every call must have, separated by commas"));
    if (m_metadata) {
        m_metadata->setPlaceholderText(tr("none; or such as cost_centre=42, tier=gold"));
        fields.add(*m_form, QStringLiteral("metadata"), tr("Meta&data"), m_metadata,
            tr("Set on the key for good, name=value separated by commas; conditions trust it "
               "(key.metadata.name)"));
    }
    fields.add(*m_form, QStringLiteral("max_input_bytes"), tr("Largest &input"), m_maxInput,
        tr("Of a request body"));
    fields.add(*m_form, QStringLiteral("max_output_tokens"), tr("Largest output"), m_maxOutput,
        tr("A call must then name a maximum of output tokens, and at most this"));
    m_user->setObjectName(QStringLiteral("requires_user"));
    m_user->setToolTip(tr("How a user's token is verified is part of the gateway's configuration"));
    m_form->addRow(QString(), m_user);
}

QWidget *EntitlementFields::newRoutes(const QStringList &routes)
{
    auto *boxes = new QWidget;
    auto *grid = new QGridLayout(boxes);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setVerticalSpacing(space::inside);
    for (const QString &route : routes) {
        auto *box = new QCheckBox(route);
        box->setObjectName(QStringLiteral("route_") + route);
        box->setChecked(true);
        const auto place = static_cast<int>(m_routes.size());
        grid->addWidget(box, place / routesInARow, place % routesInARow);
        m_routes.append(box);
    }
    if (!m_routes.isEmpty())
        boxes->setFocusProxy(m_routes.first());
    return boxes;
}

void EntitlementFields::setEntry(const KeyEntry &entry)
{
    const QString separator = QStringLiteral(", ");
    m_models->setText(entry.models.join(separator));
    m_providers->setText(
        entry.providers == QStringList(QStringLiteral("*")) ? QString() : entry.providers.join(separator));
    for (QCheckBox *box : m_routes)
        box->setChecked(entry.routes.contains(box->text()));
    m_tools->setText(entry.tools.join(separator));
    m_addresses->setText(entry.addresses.join(separator));
    m_required->setText(entry.requiredMetadata.join(separator));
    m_maxInput->setValue(boxValue(entry.maxInputBytes));
    m_maxOutput->setValue(boxValue(entry.maxOutputTokens));
    m_user->setChecked(entry.requiresUser);
}

void EntitlementFields::fill(KeyRequest &request) const
{
    if (m_models)
        request.models = wordsOf(m_models->text());
    request.providers = wordsOf(m_providers->text());
    for (const QCheckBox *box : m_routes) {
        if (box->isChecked())
            request.routes.append(box->text());
    }
    request.tools = wordsOf(m_tools->text());
    request.addresses = wordsOf(m_addresses->text());
    request.requiredMetadata = wordsOf(m_required->text());
    if (m_metadata)
        request.metadata = wordsOf(m_metadata->text());
    request.maxInputBytes = mostOf(*m_maxInput);
    request.maxOutputTokens = mostOf(*m_maxOutput);
    request.requiresUser = m_user->isChecked();
}

} // namespace gatehouse::console
