// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/connection_dialog.h"

#include "models/connections/password_keeper.h"
#include "models/connections/store_opening.h"
#include "models/text.h"
#include "ui/connections/connection_form.h"
#include "ui/settings/preferences.h"
#include "ui/theme/theme.h"
#include "ui/widgets/form_fields.h"

#include <QLabel>
#include <QPushButton>
#include <QStyle>
#include <QVBoxLayout>

namespace gatehouse::console {

namespace {
constexpr int wide = 560;
}

ConnectionDialog::ConnectionDialog(
    Preferences &preferences, PasswordKeeper &keeper, const QString &existing, QWidget *parent)
    : QDialog(parent)
    , m_preferences(preferences)
    , m_keeper(keeper)
    , m_existing(existing)
    , m_opening(new StoreOpening(this))
    , m_form(new ConnectionForm)
    , m_result(new QLabel)
    , m_test(new QPushButton(tr("Test connection")))
    , m_cancel(new QPushButton(tr("Cancel")))
    , m_save(new QPushButton(tr("Save connection")))
{
    setWindowTitle(existing.isEmpty() ? tr("New connection") : tr("Edit %1").arg(existing));
    if (const auto known = preferences.connection(existing))
        m_form->setProfile(*known);
    m_result->setObjectName(QStringLiteral("result"));
    m_result->setWordWrap(true);
    m_result->setTextFormat(Qt::PlainText);
    m_result->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_test->setAutoDefault(false);
    m_test->setToolTip(tr("Connects once, changes nothing, and says what is wrong"));
    m_save->setProperty("look", QStringLiteral("primary"));
    m_save->setDefault(true);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_test);
    buttons->addStretch();
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_save);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::around, space::around, space::around, space::around);
    column->setSpacing(space::around);
    column->addWidget(m_form, 1);
    column->addWidget(m_result);
    column->addLayout(buttons);
    setMinimumWidth(wide);
    clearResult();
    connect(m_form, &ConnectionForm::changed, this, &ConnectionDialog::clearResult);
    connect(m_test, &QPushButton::clicked, this, &ConnectionDialog::runTest);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_save, &QPushButton::clicked, this, &ConnectionDialog::save);
    connect(m_opening, &StoreOpening::opened, this,
        [this](const QString &words) { say(true, tr("Connected. %1").arg(words)); });
    connect(m_opening, &StoreOpening::failed, this, [this](const Error &error, StoreOpening::Mend mend) {
        if (mend == StoreOpening::Mend::NewStore)
            say(true, tr("Connected. The database holds no store yet; opening it offers to make one."));
        else
            say(false, errorText(error));
    });
}

void ConnectionDialog::clearResult()
{
    m_opening->cancel();
    m_test->setEnabled(true);
    m_result->hide();
}

void ConnectionDialog::say(bool good, const QString &words)
{
    m_test->setEnabled(true);
    m_result->setText(words);
    m_result->setProperty("look", good ? QVariant() : QVariant(QStringLiteral("warning")));
    m_result->style()->unpolish(m_result);
    m_result->style()->polish(m_result);
    m_result->show();
}

void ConnectionDialog::runTest()
{
    if (!m_form->isComplete())
        return;
    const ConnectionProfile profile = m_form->profile();
    if (m_form->password().empty() && profile.keepsPassword && !m_existing.isEmpty())
        m_keeper.read(m_existing, this,
            [this](const Result<SecretString> &kept) { testWith(kept ? *kept : SecretString()); });
    else
        testWith(m_form->password());
}

void ConnectionDialog::testWith(const SecretString &password)
{
    say(true, tr("Connecting…"));
    m_test->setEnabled(false);
    m_opening->start(addressOf(m_form->profile(), password), StoreOpening::For::Test);
}

void ConnectionDialog::save()
{
    if (!m_form->isComplete())
        return;
    const ConnectionProfile wanted = m_form->profile();
    if (wanted.name != m_existing && m_preferences.connection(wanted.name)) {
        m_form->fields().say(QStringLiteral("name"), tr("Another connection is called %1.").arg(wanted.name));
        return;
    }
    const SecretString typed = m_form->password();
    const bool renamed = !m_existing.isEmpty() && wanted.name != m_existing;
    if (!wanted.keepsPassword || (typed.empty() && !renamed))
        keepProfile();
    else if (!typed.empty())
        keepPassword(wanted.name, typed);
    else
        m_keeper.read(m_existing, this, [this, name = wanted.name](const Result<SecretString> &known) {
            if (known)
                keepPassword(name, *known);
            else
                keepProfile();
        });
}

void ConnectionDialog::keepPassword(const QString &name, const SecretString &password)
{
    setWaiting(true);
    m_keeper.keep(name, password, this, [this](const Status &kept) {
        setWaiting(false);
        if (kept)
            keepProfile();
        else
            m_form->fields().say(QStringLiteral("password"),
                tr("%1 Untick “Keep” to save the connection without it.").arg(errorText(kept.error())));
    });
}

void ConnectionDialog::keepProfile()
{
    m_kept = m_form->profile();
    m_preferences.keepConnection(m_kept, m_existing);
    const bool leavesPassword = !m_existing.isEmpty() && (m_existing != m_kept.name || !m_kept.keepsPassword);
    if (leavesPassword)
        m_keeper.forget(m_existing, this, [](const Status &) {});
    accept();
}

void ConnectionDialog::setWaiting(bool waiting)
{
    for (QWidget *part : QList<QWidget *>{m_form, m_test, m_cancel, m_save})
        part->setEnabled(!waiting);
}

} // namespace gatehouse::console
