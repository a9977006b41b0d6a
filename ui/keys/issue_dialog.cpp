// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/keys/issue_dialog.h"

#include "models/keys/key_desk.h"
#include "models/text.h"
#include "ui/keys/issue_form.h"
#include "ui/keys/issued_key_view.h"
#include "ui/theme/theme.h"

#include <QPushButton>
#include <QStackedWidget>
#include <QStyle>
#include <QVBoxLayout>

namespace gatehouse::console {

namespace {
constexpr int dialogWidth = 560;
constexpr QSize sizeForKey(800, 440); // the whole key and the whole snippet
} // namespace

IssueDialog::IssueDialog(KeyDesk &desk, QWidget *parent)
    : QDialog(parent)
    , m_desk(desk)
    , m_steps(new QStackedWidget)
    , m_form(new IssueForm(desk.choices()))
    , m_issue(new QPushButton(tr("Issue key")))
    , m_cancel(new QPushButton(tr("Cancel")))
{
    setWindowTitle(tr("Issue a key"));
    setMinimumWidth(dialogWidth);
    m_steps->addWidget(m_form);
    m_issue->setObjectName(QStringLiteral("issue"));
    m_issue->setProperty("look", QStringLiteral("primary"));
    m_issue->setDefault(true);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_issue);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::around, space::around, space::around, space::around);
    column->setSpacing(space::around);
    column->addWidget(m_steps, 1);
    column->addLayout(buttons);
    connect(m_issue, &QPushButton::clicked, this, &IssueDialog::issue);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(&desk, &KeyDesk::issued, this, &IssueDialog::showKey);
    connect(&desk, &KeyDesk::issueFailed, this, [this](const Error &error) {
        setWaiting(false);
        m_form->showError(error);
    });
}

void IssueDialog::issue()
{
    const auto wanted = m_form->request();
    if (!wanted)
        return;
    setWaiting(true);
    m_desk.issue(*wanted);
}

void IssueDialog::setWaiting(bool waiting)
{
    m_waiting = waiting;
    m_issue->setEnabled(!waiting);
    m_cancel->setEnabled(!waiting);
    m_form->setEnabled(!waiting);
}

void IssueDialog::showKey(const KeyEntry &entry, const SecretString &secret)
{
    if (!m_waiting)
        return;
    setWaiting(false);
    setWindowTitle(tr("Key issued"));
    auto *view = new IssuedKeyView(entry, toQString(secret.reveal()), m_desk.choices().gatewayAddress);
    m_steps->addWidget(view);
    m_steps->setCurrentWidget(view);
    m_cancel->hide();
    resize(sizeForKey);
    m_issue->setText(tr("I have copied the key"));
    // The one thing to do now is to copy.
    m_issue->setProperty("look", {});
    m_issue->style()->unpolish(m_issue);
    m_issue->style()->polish(m_issue);
    disconnect(m_issue, nullptr, this, nullptr);
    connect(m_issue, &QPushButton::clicked, this, &QDialog::accept);
    Q_EMIT keyIssued(entry.id);
}

void IssueDialog::reject()
{
    // While the store is asked, the key may come to exist; it must not come to exist unseen.
    const bool showsKey = m_steps->count() > 1;
    if (!m_waiting && !showsKey)
        QDialog::reject();
}

} // namespace gatehouse::console
