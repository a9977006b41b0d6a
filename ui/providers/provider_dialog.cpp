// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/providers/provider_dialog.h"

#include "models/system/provider_desk.h"
#include "models/system/upstream_test.h"
#include "ui/keys/words_completer.h"
#include "ui/providers/sealing_label.h"
#include "ui/theme/theme.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>

namespace gatehouse::console {

namespace {

constexpr int wide = 600;
constexpr int heaviest = 1000; // as the store allows

// What is offered as a kind; two of them are one to the store.
struct Offered {
    const char *kind;
    const char *address; // filled in
    const char *form; // shown while there is none
};
constexpr Offered offered[] = {
    {"openai", "https://api.openai.com/v1", "https://host/v1"},
    {"anthropic", "https://api.anthropic.com/v1", "https://host/v1"},
    {"azure", "", "https://resource.openai.azure.com"},
    {"openai", "", "https://host/v1"},
    {"sandbox", "", ""},
};
constexpr int compatible = 3;

QString addressOf(int index)
{
    return index < 0 ? QString() : QString::fromLatin1(offered[index].address);
}

int offeredAs(const ProviderEntry &entry)
{
    for (int index = 0; index < static_cast<int>(std::size(offered)); ++index) {
        const bool same = entry.kind == QLatin1String(offered[index].kind);
        const bool elsewhere = index == 0 && entry.baseUrl != addressOf(index);
        if (same && !elsewhere)
            return index;
    }
    return compatible;
}

} // namespace

ProviderDialog::ProviderDialog(ProviderDesk &desk, QWidget *parent)
    : EditDialog(desk, tr("Add provider"), parent)
    , m_tester(new UpstreamTest(this))
    , m_kind(new QComboBox)
    , m_name(new QLineEdit)
    , m_address(new QLineEdit)
    , m_models(new QLineEdit(QStringLiteral("*")))
    , m_version(new QLineEdit)
    , m_weight(new QSpinBox)
    , m_credential(new QLineEdit)
    , m_sealing(new SealingLabel)
    , m_result(new QLabel)
    , m_test(addButton(tr("Test")))
{
    setWindowTitle(tr("Add provider"));
    m_kind->addItems({tr("OpenAI"), tr("Anthropic"), tr("Azure OpenAI"), tr("OpenAI-compatible"),
        tr("Sandbox (answers without a network)")});
    m_version->setPlaceholderText(tr("the usual one"));
    m_weight->setRange(0, heaviest);
    m_weight->setValue(1);
    m_credential->setEchoMode(QLineEdit::Password);
    m_credential->setPlaceholderText(tr("leave empty when there is none"));
    m_result->setObjectName(QStringLiteral("result"));
    m_result->setWordWrap(true);
    m_test->setToolTip(tr("Ask for its list of models, once, with what is written here"));
    addFields();
    addBelowForm(m_result);
    setMinimumWidth(wide);
    connect(m_test, &QPushButton::clicked, this, &ProviderDialog::runTest);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &ProviderDialog::kindChanged);
    connect(m_address, &QLineEdit::textChanged, this, &ProviderDialog::refreshButtons);
    connect(m_tester, &UpstreamTest::finished, this, [this](bool good, const QString &words) {
        sayResult(good, words);
        refreshButtons();
    });
    m_sealing->showRecipients(desk.recipients());
    m_address->setText(addressOf(0));
    kindChanged();
    m_name->setFocus();
}

void ProviderDialog::addFields()
{
    fields().add(form(), QStringLiteral("kind"), tr("&Kind"), m_kind, tr("Which API it speaks"));
    fields().add(
        form(), QStringLiteral("name"), tr("&Name"), m_name, tr("How lists, conditions and keys name it"));
    fields().add(form(), QStringLiteral("base_url"), tr("&Address"), m_address,
        tr("Up to and including the version; of Azure OpenAI the resource alone"));
    fields().add(form(), QStringLiteral("models"), tr("&Models"), m_models,
        tr("Names it serves under their own names, separated by commas; * for any. Other names for them are "
           "given "
           "under Models"));
    fields().add(form(), QStringLiteral("api_version"), tr("API &version"), m_version,
        tr("Of Anthropic and Azure OpenAI; left empty, the one Gatehouse was written for"));
    fields().add(form(), QStringLiteral("weight"), tr("&Weight"), m_weight,
        tr("Share among the providers that serve a model; 0: only when the others fail"));
    fields().add(form(), QStringLiteral("credential"), tr("&Credential"), m_credential,
        tr("Sealed for the gateways when it is kept; it is never shown again"));
    form().addRow(QString(), m_sealing);
}

void ProviderDialog::showExisting(const ProviderEntry &entry)
{
    setWindowTitle(tr("Test %1").arg(entry.name));
    m_kind->setCurrentIndex(offeredAs(entry));
    m_name->setText(entry.name);
    m_address->setText(entry.baseUrl);
    m_models->setText(entry.models.join(QStringLiteral(", ")));
    m_version->setText(entry.apiVersion);
    m_weight->setValue(entry.weight);
    for (QWidget *field : QList<QWidget *>{m_name, m_kind, m_address, m_models, m_version, m_weight})
        field->setEnabled(false);
    saveButton()->hide();
    m_test->setDefault(true);
    m_sealing->setProperty("look", QStringLiteral("muted"));
    m_sealing->setText(entry.hasCredential
            ? tr("The credential is sealed for the gateways. Enter it again to test with it; it is not kept.")
            : tr("It has no credential."));
    m_credential->setFocus();
}

ProviderEntry ProviderDialog::entry() const
{
    ProviderEntry made;
    made.name = m_name->text().trimmed();
    made.kind = QString::fromLatin1(offered[std::max(0, m_kind->currentIndex())].kind);
    made.baseUrl = made.kind == QLatin1String("sandbox") ? QString() : m_address->text().trimmed();
    made.models = wordsOf(m_models->text());
    made.apiVersion = m_version->text().trimmed();
    made.weight = m_weight->value();
    return made;
}

void ProviderDialog::kindChanged()
{
    const int kind = std::max(0, m_kind->currentIndex());
    const QString word = QString::fromLatin1(offered[kind].kind);
    const bool sandbox = word == QLatin1String("sandbox");
    const bool versioned = word == QLatin1String("anthropic") || word == QLatin1String("azure");
    // What was filled in for another kind goes; what somebody wrote stays.
    const QString before = m_address->text();
    const bool own = std::none_of(std::begin(offered), std::end(offered),
        [&](const Offered &each) { return before == QLatin1String(each.address); });
    if (!own)
        m_address->setText(addressOf(kind));
    m_address->setPlaceholderText(QString::fromLatin1(offered[kind].form));
    m_address->setEnabled(!sandbox);
    m_credential->setEnabled(!sandbox);
    m_version->setEnabled(versioned);
    if (!versioned)
        m_version->clear();
    refreshButtons();
}

void ProviderDialog::refreshButtons()
{
    m_test->setEnabled(!m_address->isEnabled() || !m_address->text().trimmed().isEmpty());
}

void ProviderDialog::runTest()
{
    m_test->setEnabled(false);
    sayResult(true, tr("Asking for its models"));
    m_tester->start(entry(), m_credential->text());
}

void ProviderDialog::sayResult(bool good, const QString &words)
{
    m_result->setText(words);
    m_result->setProperty("look", good ? QVariant() : QVariant(QStringLiteral("warning")));
    m_result->style()->unpolish(m_result);
    m_result->style()->polish(m_result);
}

void ProviderDialog::save()
{
    waitForDesk();
    desk().addProvider(entry(), m_credential->text());
}

} // namespace gatehouse::console
