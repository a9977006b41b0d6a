// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/store_dialog.h"

#include "ui/settings/preferences.h"
#include "ui/theme/theme.h"
#include "ui/widgets/section_title.h"

#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace gatehouse::console {

namespace {
constexpr int wide = 560;
constexpr int high = 360;

QString fileKinds()
{
    return StoreDialog::tr("Gatehouse stores (*.db);;All files (*)");
}
} // namespace

StoreDialog::StoreDialog(Preferences &preferences, const QString &trouble, QWidget *parent)
    : QDialog(parent)
    , m_preferences(preferences)
    , m_recent(new QListWidget)
    , m_forget(new QPushButton(tr("Forget")))
{
    setWindowTitle(tr("Open a store"));
    auto *column = new QVBoxLayout(this);
    auto *why = new QLabel(trouble);
    why->setWordWrap(true);
    why->setProperty("look", QStringLiteral("warning"));
    why->setVisible(!trouble.isEmpty());
    column->addWidget(why);
    column->addWidget(new SectionTitle(tr("Recent stores")));
    m_recent->setAccessibleName(tr("Recent stores"));
    column->addWidget(m_recent, 1);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    auto *file = buttons->addButton(tr("Open a file…"), QDialogButtonBox::ActionRole);
    auto *fresh = buttons->addButton(tr("New store…"), QDialogButtonBox::ActionRole);
    buttons->addButton(m_forget, QDialogButtonBox::ActionRole);
    m_open = buttons->addButton(tr("Open store"), QDialogButtonBox::AcceptRole);
    m_open->setProperty("look", QStringLiteral("primary"));
    m_open->setDefault(true);
    m_forget->setToolTip(tr("Takes the store off this list; the file stays"));
    column->addWidget(buttons);
    resize(wide, high);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_open, &QPushButton::clicked, this, &StoreDialog::chooseRecent);
    connect(m_recent, &QListWidget::itemActivated, this, &StoreDialog::chooseRecent);
    connect(file, &QPushButton::clicked, this, &StoreDialog::chooseFile);
    connect(fresh, &QPushButton::clicked, this, &StoreDialog::chooseNew);
    connect(m_forget, &QPushButton::clicked, this, [this] {
        if (const QListWidgetItem *item = m_recent->currentItem())
            m_preferences.forgetStore(item->data(Qt::UserRole).toString());
        refill();
    });
    refill();
}

void StoreDialog::refill()
{
    m_recent->clear();
    for (const QString &location : m_preferences.recentStores()) {
        auto *item = new QListWidgetItem(
            QStringLiteral("%1   %2").arg(QFileInfo(location).completeBaseName(), location), m_recent);
        item->setData(Qt::UserRole, location);
        item->setToolTip(location);
    }
    m_recent->setCurrentRow(0);
    m_open->setEnabled(m_recent->count() > 0);
    m_forget->setEnabled(m_recent->count() > 0);
}

void StoreDialog::chooseRecent()
{
    if (const QListWidgetItem *item = m_recent->currentItem())
        take(item->data(Qt::UserRole).toString());
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

void StoreDialog::take(const QString &location)
{
    if (location.isEmpty())
        return;
    m_location = location;
    accept();
}

} // namespace gatehouse::console
