// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/providers/providers_page.h"

#include "models/system/providers_model.h"
#include "ui/providers/provider_dialog.h"
#include "ui/settings/shortcut_map.h"
#include "ui/theme/theme.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/section_title.h"

#include <QHBoxLayout>
#include <QMessageBox>
#include <QPushButton>

namespace gatehouse::console {

ProvidersPage::ProvidersPage(PageContext &context, QWidget *parent)
    : Page(QStringLiteral("providers"), parent)
    , m_context(context)
    , m_model(new ProvidersModel(context.session, this))
    , m_table(new DataTable(tr("Providers")))
    , m_empty(new EmptyState(QStringLiteral("providers")))
    , m_add(new QPushButton(tr("Add provider…")))
    , m_test(new QPushButton(tr("Test…")))
    , m_remove(new QPushButton(tr("Remove…")))
{
    buildLayout();
    const auto command = [&](const char *id, const QString &text, const QString &key, auto slot) {
        QAction *action = context.shortcuts.add(
            {QString::fromLatin1(id), text, QKeySequence(key), tr("Providers"), true}, this);
        connect(action, &QAction::triggered, this, slot);
        return action;
    };
    m_add->setToolTip(
        command("providers.add", tr("Add provider…"), QStringLiteral("N"), &ProvidersPage::add)->toolTip());
    m_test->setToolTip(
        command("providers.test", tr("Test provider…"), QStringLiteral("T"), &ProvidersPage::test)
            ->toolTip());
    m_remove->setToolTip(
        command("providers.remove", tr("Remove provider…"), QStringLiteral("Del"), &ProvidersPage::remove)
            ->toolTip());
    connect(m_add, &QPushButton::clicked, this, &ProvidersPage::add);
    connect(m_test, &QPushButton::clicked, this, &ProvidersPage::test);
    connect(m_remove, &QPushButton::clicked, this, &ProvidersPage::remove);
    connect(m_empty, &EmptyState::actionWanted, this, &ProvidersPage::add);
    connect(m_table, &QAbstractItemView::doubleClicked, this, &ProvidersPage::test);
    connect(m_model, &ProvidersModel::loaded, this, &ProvidersPage::refresh);
    connect(m_model, &ProvidersModel::failed, this, [this](const QString &why) {
        Q_EMIT troubleSaid(why);
        setReady();
    });
}

void ProvidersPage::buildLayout()
{
    m_table->setModel(m_model);
    m_table->setColumnCharacters({18, 18, 0, 26, 12, 14});
    m_empty->setVisible(false);
    m_remove->setProperty("look", QStringLiteral("danger"));
    auto *tools = new QHBoxLayout;
    tools->setContentsMargins(space::between, space::between, space::between, space::between);
    tools->setSpacing(space::between);
    tools->addWidget(m_add);
    tools->addWidget(m_test);
    tools->addStretch(1);
    tools->addWidget(m_remove);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(tools);
    column->addWidget(newLine());
    column->addWidget(m_table, 1);
    column->addWidget(m_empty, 1);
}

QList<QWidget *> ProvidersPage::panes() const
{
    return {m_table, m_add};
}

void ProvidersPage::refresh()
{
    const int count = m_model->rowCount();
    m_table->setVisible(count > 0);
    m_empty->setVisible(count == 0);
    m_empty->setWords(tr("Providers are where calls go once the policy lets them pass. Without one, every "
                         "call is refused."),
        tr("Add provider…"));
    if (count > 0 && !m_table->currentIndex().isValid())
        m_table->selectRow(0);
    m_test->setEnabled(count > 0);
    m_remove->setEnabled(count > 0);
    setTitleLine(tr("%n providers", nullptr, count));
    setReady();
}

void ProvidersPage::add()
{
    auto *dialog = new ProviderDialog(this);
    connect(dialog, &ProviderDialog::addWanted, m_model, &ProvidersModel::add);
    connect(m_model, &ProvidersModel::added, dialog, &QDialog::accept);
    connect(m_model, &ProvidersModel::failed, dialog, &ProviderDialog::sayTrouble);
    dialog->open();
}

void ProvidersPage::test()
{
    if (!m_table->currentIndex().isValid())
        return;
    auto *dialog = new ProviderDialog(this);
    dialog->showExisting(m_model->row(m_table->currentIndex().row()));
    dialog->open();
}

void ProvidersPage::remove()
{
    if (!m_table->currentIndex().isValid())
        return;
    const QString name = m_model->row(m_table->currentIndex().row()).name;
    QMessageBox question(QMessageBox::Warning, tr("Remove provider"),
        tr("Remove `%1`? Calls for its models are refused from then on, and its credential is deleted.")
            .arg(name),
        QMessageBox::Cancel, this);
    auto *go = question.addButton(tr("Remove provider"), QMessageBox::DestructiveRole);
    question.setDefaultButton(QMessageBox::Cancel);
    question.exec();
    if (question.clickedButton() == go)
        m_model->remove(name);
}

} // namespace gatehouse::console
