// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/providers/provider_dialog.h"

#include "models/system/upstream_test.h"
#include "ui/theme/theme.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>

namespace gatehouse::console {

namespace {
constexpr int wide = 520;
}

ProviderDialog::ProviderDialog(QWidget *parent)
    : QDialog(parent)
    , m_tester(new UpstreamTest(this))
    , m_name(new QLineEdit)
    , m_kind(new QComboBox)
    , m_address(new QLineEdit)
    , m_models(new QLineEdit)
    , m_credential(new QLineEdit)
    , m_words(new QLabel)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Add provider"));
    m_kind->addItem(tr("OpenAI-compatible"), QStringLiteral("openai"));
    m_kind->addItem(tr("Sandbox (answers without a network)"), QStringLiteral("sandbox"));
    m_address->setPlaceholderText(QStringLiteral("https://host/v1"));
    m_models->setPlaceholderText(tr("names with commas between, or * for any"));
    m_credential->setEchoMode(QLineEdit::Password);
    m_credential->setPlaceholderText(tr("sealed when kept; leave empty when there is none"));
    m_words->setWordWrap(true);
    m_words->setMinimumHeight(fontMetrics().height() * 2);
    auto *form = new QFormLayout(this);
    form->addRow(tr("&Name"), m_name);
    form->addRow(tr("&Kind"), m_kind);
    form->addRow(tr("&Address"), m_address);
    form->addRow(tr("&Models"), m_models);
    form->addRow(tr("&Credential"), m_credential);
    form->addRow(m_words);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_test = buttons->addButton(tr("Test"), QDialogButtonBox::ActionRole);
    m_add = buttons->addButton(tr("Add provider"), QDialogButtonBox::ActionRole);
    m_add->setProperty("look", QStringLiteral("primary"));
    form->addRow(buttons);
    resize(wide, sizeHint().height());
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_test, &QPushButton::clicked, this, &ProviderDialog::runTest);
    connect(m_add, &QPushButton::clicked, this, &ProviderDialog::add);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &ProviderDialog::kindChanged);
    for (QLineEdit *field : {m_name, m_address, m_models})
        connect(field, &QLineEdit::textChanged, this, &ProviderDialog::refreshButtons);
    connect(m_tester, &UpstreamTest::finished, this, [this](bool ok, const QString &words) {
        sayTrouble(words);
        m_words->setProperty("look", ok ? QVariant() : QVariant(QStringLiteral("warning")));
        m_words->style()->polish(m_words);
        m_test->setEnabled(true);
    });
    refreshButtons();
}

void ProviderDialog::showExisting(const ProviderEntry &entry)
{
    setWindowTitle(tr("Test %1").arg(entry.name));
    m_name->setText(entry.name);
    m_kind->setCurrentIndex(std::max(0, m_kind->findData(entry.kind)));
    m_address->setText(entry.baseUrl);
    m_models->setText(entry.models.join(QStringLiteral(", ")));
    for (QWidget *field : QList<QWidget *>{m_name, m_kind, m_address, m_models})
        field->setEnabled(false);
    m_add->setVisible(false);
    if (entry.hasCredential)
        sayTrouble(tr("The credential is sealed for the gateway. Enter it again to test with it."));
}

ProviderEntry ProviderDialog::entry() const
{
    ProviderEntry made;
    made.name = m_name->text().trimmed();
    made.kind = m_kind->currentData().toString();
    made.baseUrl = made.kind == QLatin1String("sandbox") ? QString() : m_address->text().trimmed();
    made.models = m_models->text().split(QRegularExpression(QStringLiteral("[,\\s]+")), Qt::SkipEmptyParts);
    return made;
}

void ProviderDialog::kindChanged()
{
    const bool sandbox = m_kind->currentData().toString() == QLatin1String("sandbox");
    m_address->setEnabled(!sandbox);
    m_credential->setEnabled(!sandbox);
    refreshButtons();
}

void ProviderDialog::refreshButtons()
{
    const ProviderEntry made = entry();
    const bool addressed = made.kind == QLatin1String("sandbox") || !made.baseUrl.isEmpty();
    m_test->setEnabled(addressed);
    m_add->setEnabled(addressed && !made.name.isEmpty() && !made.models.isEmpty());
}

void ProviderDialog::runTest()
{
    m_test->setEnabled(false);
    sayTrouble(tr("Asking for its models"));
    const ProviderEntry made = entry();
    m_tester->start(made.kind, made.baseUrl, m_credential->text());
}

void ProviderDialog::add()
{
    Q_EMIT addWanted(entry(), m_credential->text());
}

void ProviderDialog::sayTrouble(const QString &why)
{
    m_words->setText(why);
}

} // namespace gatehouse::console
