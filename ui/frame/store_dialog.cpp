// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/store_dialog.h"

#include "models/connections/password_keeper.h"
#include "ui/connections/connection_dialog.h"
#include "ui/settings/preferences.h"
#include "ui/theme/theme.h"
#include "ui/widgets/section_title.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace gatehouse::console {

namespace {
constexpr int wide = 640;
constexpr int high = 400;

QString fileKinds()
{
    return StoreDialog::tr("Gatehouse stores (*.db);;All files (*)");
}

QString placeOf(const ConnectionProfile &profile)
{
    return profile.hosts.isEmpty() ? StoreDialog::tr("service %1").arg(profile.service)
                                   : profile.hosts + QLatin1Char('/') + profile.database;
}
} // namespace

StoreDialog::StoreDialog(
    Preferences &preferences, PasswordKeeper &keeper, const QString &trouble, QWidget *parent)
    : QDialog(parent)
    , m_preferences(preferences)
    , m_keeper(keeper)
    , m_stores(new QListWidget)
    , m_open(new QPushButton(tr("Open store")))
    , m_edit(new QPushButton(tr("Edit…")))
    , m_forget(new QPushButton(tr("Forget")))
{
    setWindowTitle(tr("Open a store"));
    auto *column = new QVBoxLayout(this);
    column->setSpacing(space::between);
    auto *why = new QLabel(trouble);
    why->setWordWrap(true);
    why->setProperty("look", QStringLiteral("warning"));
    why->setVisible(!trouble.isEmpty());
    column->addWidget(why);
    column->addWidget(new SectionTitle(tr("Recent stores and connections")));
    m_stores->setAccessibleName(tr("Recent stores and connections"));
    auto *file = new QPushButton(tr("Open a file…"));
    auto *fresh = new QPushButton(tr("New store…"));
    auto *connection = new QPushButton(tr("New connection…"));
    connection->setToolTip(tr("To a store in PostgreSQL, which many gateways and consoles share"));
    auto *beside = new QVBoxLayout;
    beside->setSpacing(space::between);
    for (QPushButton *button : {file, fresh, connection, m_edit, m_forget}) {
        button->setAutoDefault(false);
        beside->addWidget(button);
    }
    beside->addStretch();
    auto *middle = new QHBoxLayout;
    middle->addWidget(m_stores, 1);
    middle->addLayout(beside);
    column->addLayout(middle, 1);
    auto *cancel = new QPushButton(tr("Cancel"));
    m_open->setProperty("look", QStringLiteral("primary"));
    m_open->setDefault(true);
    auto *last = new QHBoxLayout;
    last->addStretch();
    last->addWidget(cancel);
    last->addWidget(m_open);
    column->addLayout(last);
    resize(wide, high);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_open, &QPushButton::clicked, this, &StoreDialog::chooseRecent);
    connect(m_stores, &QListWidget::itemActivated, this, &StoreDialog::chooseRecent);
    connect(m_stores, &QListWidget::currentRowChanged, this, &StoreDialog::refreshButtons);
    connect(file, &QPushButton::clicked, this, &StoreDialog::chooseFile);
    connect(fresh, &QPushButton::clicked, this, &StoreDialog::chooseNew);
    connect(connection, &QPushButton::clicked, this, &StoreDialog::makeConnection);
    connect(m_edit, &QPushButton::clicked, this, &StoreDialog::editConnection);
    connect(m_forget, &QPushButton::clicked, this, &StoreDialog::forget);
    refill();
}

void StoreDialog::addRow(const QString &choice)
{
    const auto profile = m_preferences.connection(connectionNameOf(choice));
    const QString name = profile ? profile->name : QFileInfo(choice).completeBaseName();
    const QString place = profile ? placeOf(*profile) : choice;
    auto *item = new QListWidgetItem(QStringLiteral("%1   %2").arg(name, place), m_stores);
    item->setData(Qt::UserRole, choice);
    item->setToolTip(place);
}

void StoreDialog::refill()
{
    m_stores->clear();
    const QStringList recent = m_preferences.recentStores();
    for (const QString &choice : recent) {
        if (connectionNameOf(choice).isEmpty() || m_preferences.connection(connectionNameOf(choice)))
            addRow(choice);
    }
    for (const ConnectionProfile &profile : m_preferences.connections()) {
        if (!recent.contains(choiceOf(profile)))
            addRow(choiceOf(profile));
    }
    m_stores->setCurrentRow(0);
    refreshButtons();
}

QString StoreDialog::current() const
{
    const QListWidgetItem *item = m_stores->currentItem();
    return item ? item->data(Qt::UserRole).toString() : QString();
}

void StoreDialog::refreshButtons()
{
    const bool isConnection = !connectionNameOf(current()).isEmpty();
    m_open->setEnabled(!current().isEmpty());
    m_edit->setEnabled(isConnection);
    m_forget->setEnabled(!current().isEmpty());
    m_forget->setToolTip(isConnection
            ? tr("Takes the connection and its password off this machine; the store stays")
            : tr("Takes the store off this list; the file stays"));
}

void StoreDialog::chooseRecent()
{
    take(current());
}

void StoreDialog::chooseFile()
{
    take(QFileDialog::getOpenFileName(this, tr("Open a store"), {}, fileKinds()));
}

void StoreDialog::chooseNew()
{
    QString location = QFileDialog::getSaveFileName(this, tr("New store"), QStringLiteral("gatehouse.db"),
        fileKinds(), nullptr, QFileDialog::DontConfirmOverwrite);
    if (!location.isEmpty() && QFileInfo(location).suffix().isEmpty())
        location += QStringLiteral(".db");
    take(location);
}

void StoreDialog::makeConnection()
{
    ConnectionDialog dialog(m_preferences, m_keeper, {}, this);
    if (dialog.exec() != QDialog::Accepted)
        return;
    refill();
    for (int row = 0; row < m_stores->count(); ++row) {
        if (m_stores->item(row)->data(Qt::UserRole).toString() == choiceOf(dialog.profile()))
            m_stores->setCurrentRow(row);
    }
}

void StoreDialog::editConnection()
{
    const int row = m_stores->currentRow();
    ConnectionDialog dialog(m_preferences, m_keeper, connectionNameOf(current()), this);
    if (dialog.exec() != QDialog::Accepted)
        return;
    refill();
    m_stores->setCurrentRow(row);
}

void StoreDialog::forget()
{
    const QString name = connectionNameOf(current());
    if (name.isEmpty()) {
        m_preferences.forgetStore(current());
    } else {
        m_preferences.forgetConnection(name);
        m_keeper.forget(name, this, [](const Status &) {});
    }
    refill();
}

void StoreDialog::take(const QString &choice)
{
    if (choice.isEmpty())
        return;
    m_choice = choice;
    accept();
}

} // namespace gatehouse::console
