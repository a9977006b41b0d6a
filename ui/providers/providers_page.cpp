// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/providers/providers_page.h"

#include "models/system/provider_desk.h"
#include "models/text.h"
#include "ui/providers/edit_dialog.h"
#include "ui/providers/prices_pane.h"
#include "ui/providers/targets_pane.h"
#include "ui/providers/upstreams_pane.h"
#include "ui/settings/shortcut_map.h"
#include "ui/widgets/data_table.h"

#include <QTabBar>
#include <QTabWidget>
#include <QVBoxLayout>

namespace gatehouse::console {

ProvidersPage::ProvidersPage(PageContext &context, QWidget *parent)
    : Page(QStringLiteral("providers"), parent)
    , m_desk(new ProviderDesk(context.session, this))
    , m_tabs(new QTabWidget)
    , m_panes({new UpstreamsPane(context, *m_desk), new TargetsPane(context, *m_desk),
          new PricesPane(context, *m_desk)})
{
    m_tabs->setAccessibleName(tr("Providers, models and prices"));
    m_tabs->addTab(m_panes[0], tr("&Providers"));
    m_tabs->addTab(m_panes[1], tr("&Models"));
    m_tabs->addTab(m_panes[2], tr("P&rices"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_tabs);
    addUndo(context);
    connect(m_desk, &ProviderDesk::loaded, this, &ProvidersPage::refresh);
    connect(m_desk, &ProviderDesk::loadFailed, this, [this](const QString &problem) {
        Q_EMIT troubleSaid(problem);
        setReady();
    });
    connect(m_desk, &ProviderDesk::failed, this, [this](const Error &error) {
        // A dialog that asked says it beside its field.
        const auto dialogs = findChildren<EditDialog *>();
        if (std::none_of(
                dialogs.begin(), dialogs.end(), [](const EditDialog *each) { return each->isWaiting(); }))
            Q_EMIT troubleSaid(errorText(error));
    });
}

void ProvidersPage::addUndo(PageContext &context)
{
    const auto add = [&](const char *id, const QKeySequence &key, bool inPalette) {
        QAction *undo = context.shortcuts.add(
            {QString::fromLatin1(id), tr("Undo"), key, tr("Providers"), inPalette, Right::ChangeProviders},
            this);
        undo->setEnabled(false);
        connect(undo, &QAction::triggered, &m_desk->undoSteps(), &UndoSteps::undo);
        connect(&m_desk->undoSteps(), &UndoSteps::changed, undo,
            [this, undo] { undo->setEnabled(!m_desk->undoSteps().text().isEmpty()); });
    };
    add("providers.undo", QKeySequence(Qt::Key_Z), true);
    add("providers.undo.standard", QKeySequence(QKeySequence::Undo), false);
    QAction *redo = context.shortcuts.add(
        {QStringLiteral("providers.redo"), tr("Redo"), QKeySequence(Qt::SHIFT | Qt::Key_Z), tr("Providers"),
            true, Right::ChangeProviders},
        this);
    redo->setEnabled(false);
    connect(redo, &QAction::triggered, &m_desk->undoSteps(), &UndoSteps::redo);
    connect(&m_desk->undoSteps(), &UndoSteps::changed, redo,
        [this, redo] { redo->setEnabled(m_desk->undoSteps().canRedo()); });
    connect(&m_desk->undoSteps(), &UndoSteps::changed, this,
        [this] { Q_EMIT undoTextChanged(m_desk->undoSteps().text()); });
}

void ProvidersPage::refresh()
{
    setTitleLine(tr("%n providers", nullptr, m_desk->providers().rowCount()));
    // Before there were rows, the focus had nowhere better to go.
    if (!isReady() && m_tabs->tabBar()->hasFocus())
        panes().first()->setFocus();
    setReady();
}

void ProvidersPage::open(const QVariantMap &what)
{
    const QString tab = what.value(QStringLiteral("tab")).toString();
    m_tabs->setCurrentIndex(tab == QLatin1String("models") ? 1 : tab == QLatin1String("prices") ? 2 : 0);
}

QList<QWidget *> ProvidersPage::panes() const
{
    QWidget *table = &m_panes[m_tabs->currentIndex()]->table();
    return table->isVisibleTo(this) ? QList<QWidget *>{table, m_tabs->tabBar()}
                                    : QList<QWidget *>{m_tabs->tabBar()};
}

} // namespace gatehouse::console
