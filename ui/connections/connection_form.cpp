// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/connection_form.h"

#include "models/text.h"
#include "ui/connections/file_field.h"
#include "ui/theme/theme.h"
#include "ui/widgets/form_fields.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSpinBox>
#include <QTabWidget>

namespace gatehouse::console {

namespace {

constexpr int highestPort = 65535;

QFormLayout *newForm(QWidget *page)
{
    auto *form = new QFormLayout(page);
    form->setContentsMargins(0, space::around, 0, 0);
    form->setVerticalSpacing(space::between);
    form->setHorizontalSpacing(space::around);
    return form;
}

QString certificateFiles()
{
    return ConnectionForm::tr("Certificates (*.crt *.pem *.cer);;All files (*)");
}

} // namespace

ConnectionForm::ConnectionForm(QWidget *parent)
    : QWidget(parent)
    , m_fields(new FormFields(this))
    , m_tabs(new QTabWidget)
    , m_name(new QLineEdit)
    , m_hosts(new QLineEdit)
    , m_port(new QSpinBox)
    , m_database(new QLineEdit)
    , m_user(new QLineEdit)
    , m_password(new QLineEdit)
    , m_keep(new QCheckBox(tr("&Keep the password in the desktop's keyring")))
    , m_service(new QLineEdit)
    , m_tls(new QComboBox)
    , m_authorities(new FileField(tr("Authority's certificate"), certificateFiles()))
    , m_certificate(new FileField(tr("Client certificate"), certificateFiles()))
    , m_key(new FileField(tr("Private key"), tr("Private keys (*.key *.pem);;All files (*)")))
{
    m_tabs->setAccessibleName(tr("Parts of the connection"));
    m_tabs->addTab(newServerPage(), tr("&Server"));
    m_tabs->addTab(newTlsPage(), tr("&TLS"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_tabs, 1);
    column->addWidget(m_fields->general());
    for (QLineEdit *field : {m_name, m_hosts, m_database, m_user, m_password, m_service})
        connect(field, &QLineEdit::textChanged, this, &ConnectionForm::changed);
    for (FileField *field : {m_authorities, m_certificate, m_key})
        connect(field, &FileField::changed, this, &ConnectionForm::changed);
    connect(m_port, &QSpinBox::valueChanged, this, &ConnectionForm::changed);
    connect(m_keep, &QCheckBox::toggled, this, &ConnectionForm::changed);
    connect(m_tls, &QComboBox::currentIndexChanged, this, &ConnectionForm::refreshTls);
    setProfile({});
}

QWidget *ConnectionForm::newHostLine()
{
    auto *line = new QWidget;
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::between);
    m_port->setRange(1, highestPort);
    m_port->setButtonSymbols(QAbstractSpinBox::NoButtons);
    m_port->setAccessibleName(tr("Port"));
    m_port->setToolTip(tr("Port of the hosts that name none; PostgreSQL's usual one is 5432"));
    m_hosts->setPlaceholderText(QStringLiteral("db.example.org"));
    m_hosts->setAccessibleName(tr("Host"));
    auto *port = new QLabel(tr("P&ort"));
    port->setBuddy(m_port);
    line->setFocusProxy(m_hosts);
    row->addWidget(m_hosts, 1);
    row->addWidget(port);
    row->addWidget(m_port);
    return line;
}

QWidget *ConnectionForm::newServerPage()
{
    auto *page = new QWidget;
    QFormLayout *form = newForm(page);
    m_password->setEchoMode(QLineEdit::Password);
    m_password->setPlaceholderText(tr("asked for when it is needed, unless ~/.pgpass has it"));
    m_user->setPlaceholderText(tr("as you are logged in here"));
    m_keep->setToolTip(tr("Otherwise it is asked for each time; it is never written to a settings file"));
    m_service->setPlaceholderText(tr("none"));
    m_fields->add(*form, QStringLiteral("name"), tr("&Name"), m_name, tr("How lists and the window name it"));
    m_fields->add(*form, QStringLiteral("hosts"), tr("&Host"), newHostLine(),
        tr("Name of the server, or several separated by commas: the one that takes changes is used. A path "
           "is the folder of a socket on this machine"));
    m_fields->add(*form, QStringLiteral("database"), tr("&Database"), m_database,
        tr("The database that holds the store"));
    m_fields->add(*form, QStringLiteral("user"), tr("&User"), m_user, tr("Your role in the database"));
    m_fields->add(*form, QStringLiteral("password"), tr("&Password"), m_password,
        tr("Kept in the keyring or not at all"));
    form->addRow(QString(), m_keep);
    m_fields->add(*form, QStringLiteral("service"), tr("Ser&vice"), m_service,
        tr("A section of ~/.pg_service.conf; it says what is left empty here"));
    return page;
}

QWidget *ConnectionForm::newTlsPage()
{
    auto *page = new QWidget;
    QFormLayout *form = newForm(page);
    m_tls->addItem(tr("Verify the server's certificate and name"), QStringLiteral("verify-full"));
    m_tls->addItem(tr("Verify the certificate, not the name"), QStringLiteral("verify-ca"));
    m_tls->addItem(tr("Encrypt, verify nothing"), QStringLiteral("require"));
    m_tls->addItem(tr("No TLS"), QStringLiteral("disable"));
    m_tls->addItem(tr("As the service says"), QString());
    m_authorities->setPlaceholder(tr("~/.postgresql/root.crt, or this system's"));
    m_certificate->setPlaceholder(tr("none"));
    m_key->setPlaceholder(tr("none"));
    m_fields->add(*form, QStringLiteral("tls"), tr("&Protection"), m_tls,
        tr("A socket of this machine needs none and uses none"));
    auto *warning = new QLabel;
    warning->setObjectName(QStringLiteral("tls_warning"));
    warning->setProperty("look", QStringLiteral("warning"));
    warning->setWordWrap(true);
    form->addRow(QString(), warning);
    m_fields->add(*form, QStringLiteral("sslrootcert"), tr("&Authority"), m_authorities,
        tr("Certificate of the authority that signed the server's"));
    m_fields->add(*form, QStringLiteral("sslcert"), tr("&Client certificate"), m_certificate,
        tr("Where the server asks who calls"));
    m_fields->add(*form, QStringLiteral("sslkey"), tr("Private &key"), m_key,
        tr("Of the client certificate; readable by you alone"));
    return page;
}

void ConnectionForm::refreshTls()
{
    const QString mode = m_tls->currentData().toString();
    auto *warning = findChild<QLabel *>(QStringLiteral("tls_warning"));
    if (mode == QLatin1String("disable"))
        warning->setText(
            tr("Everything, prompts and passwords included, can be read and changed on the way."));
    else if (mode == QLatin1String("require"))
        warning->setText(tr("Whoever stands in between can pose as the server."));
    else if (mode == QLatin1String("verify-ca"))
        warning->setText(tr("Any server the same authority certified can pose as this one."));
    else
        warning->clear();
    warning->setVisible(!warning->text().isEmpty());
    Q_EMIT changed();
}

void ConnectionForm::setProfile(const ConnectionProfile &profile)
{
    m_name->setText(profile.name);
    m_hosts->setText(profile.hosts);
    m_port->setValue(profile.port);
    m_database->setText(profile.database);
    m_user->setText(profile.user);
    m_keep->setChecked(profile.keepsPassword);
    m_service->setText(profile.service);
    m_tls->setCurrentIndex(std::max(0, m_tls->findData(profile.tls)));
    m_authorities->setPath(profile.authorities);
    m_certificate->setPath(profile.certificate);
    m_key->setPath(profile.certificateKey);
    refreshTls();
}

ConnectionProfile ConnectionForm::profile() const
{
    ConnectionProfile profile;
    profile.name = m_name->text().trimmed();
    profile.service = m_service->text().trimmed();
    profile.hosts = m_hosts->text().trimmed();
    profile.port = m_port->value();
    profile.database = m_database->text().trimmed();
    profile.user = m_user->text().trimmed();
    profile.tls = m_tls->currentData().toString();
    profile.authorities = m_authorities->path();
    profile.certificate = m_certificate->path();
    profile.certificateKey = m_key->path();
    profile.keepsPassword = m_keep->isChecked();
    return profile;
}

SecretString ConnectionForm::password() const
{
    return SecretString(m_password->text().toStdString());
}

bool ConnectionForm::isComplete()
{
    m_fields->clear();
    const Status fine = check(profile());
    if (!fine)
        m_fields->say(toQString(fine.error().where), toQString(fine.error().what));
    return fine.has_value();
}

} // namespace gatehouse::console
