// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/keys/keys_page.h"

#include "models/keys/key_desk.h"
#include "models/text.h"
#include "ui/keys/key_state.h"
#include "ui/keys/revoke_dialog.h"
#include "ui/settings/right_binding.h"
#include "ui/theme/theme.h"
#include "ui/widgets/action_button.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/empty_state.h"

#include <QCheckBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QSplitter>
#include <QStackedWidget>
#include <QTreeView>
#include <QVBoxLayout>

namespace gatehouse::console {

namespace {

constexpr int treeWidth = 168;
constexpr int panelWidth = 320;
constexpr int liveMilliseconds = 2000;
constexpr int searchWidth = 400;
constexpr int roomForAll = 1300; // page width from which every column of the table fits

} // namespace

KeysPage::KeysPage(PageContext &context, QWidget *parent)
    : Page(QStringLiteral("keys"), parent)
    , m_desk(new KeyDesk(context.session, this))
    , m_teams(new TeamTreeModel(this))
    , m_filter(new KeysFilter(this))
    , m_tree(new QTreeView)
    , m_table(new DataTable(tr("Virtual keys")))
    , m_middle(new QStackedWidget)
    , m_empty(new EmptyState(QStringLiteral("keys")))
    , m_right(new QStackedWidget)
{
    makeActions(context);
    makeTable();
    m_tree->setModel(m_teams);
    m_tree->setHeaderHidden(true);
    m_tree->setAccessibleName(tr("Teams"));
    m_panel = new KeyPanel(m_actions);
    m_empty->setObjectName(QStringLiteral("empty"));
    auto *nothing = new EmptyState(QStringLiteral("keys"));
    nothing->setWords(tr("Choose a key to see what it may do and who uses it."));
    m_right->addWidget(nothing);
    m_right->addWidget(m_panel);
    m_middle->addWidget(m_table);
    m_middle->addWidget(m_empty);

    auto *panes = new QSplitter;
    panes->addWidget(m_tree);
    panes->addWidget(m_middle);
    panes->addWidget(m_right);
    panes->setStretchFactor(1, 1);
    panes->setSizes({treeWidth, panelWidth * 2, panelWidth});
    panes->setChildrenCollapsible(false);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(newToolRow());
    column->addWidget(panes, 1);

    connectDesk();
}

void KeysPage::connectDesk()
{
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this,
        [this](const QModelIndex &index) {
            m_filter->setScope(m_teams->scope(index));
            showWhetherEmpty();
        });
    connect(m_desk, &KeyDesk::loaded, this, &KeysPage::showLoaded);
    connect(m_desk, &KeyDesk::loadFailed, this, [this](const QString &problem) {
        m_empty->setWords(tr("The keys could not be read. %1").arg(problem));
        m_middle->setCurrentWidget(m_empty);
        setReady();
    });
    connect(m_desk, &KeyDesk::changeFailed, this, [this](const QString &whose, const QString &problem) {
        Q_EMIT troubleSaid(tr("%1: %2").arg(whose, problem));
    });
    connect(m_desk, &KeyDesk::limitsKnown, this, [this](const QString &id, const QList<LimitEntry> &limits) {
        if (id == m_panel->shownId())
            m_panel->setLimits(limits);
    });
    connect(m_panel, &KeyPanel::limitsWanted, this, [this](const LimitSubject &subject) {
        if (const KeyEntry *entry = current())
            openLimits({{LimitTier::Key, entry->id}}, subject);
    });
    m_live.setInterval(liveMilliseconds);
    connect(&m_live, &QTimer::timeout, this, &KeysPage::askLimits);
    m_live.start();
    connect(m_desk, &KeyDesk::useKnown, this, [this](const QString &id, const KeyUse &use) {
        if (id == m_panel->shownId())
            m_panel->setUse(use);
        if (m_revoking && m_revoking->keyId() == id)
            m_revoking->setUse(use);
    });
}

QWidget *KeysPage::newToolRow()
{
    m_search = new QLineEdit;
    m_search->setPlaceholderText(tr("Search: id, team, use case, model, who made it"));
    m_search->setAccessibleName(tr("Search keys"));
    m_search->setClearButtonEnabled(true);
    m_search->setMinimumWidth(searchWidth);
    m_ended = new QCheckBox(tr("Revoked and expired"));
    m_ended->setChecked(true);
    m_ended->setToolTip(tr("Also list keys that no longer work"));
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(space::around, space::between, space::around, space::between);
    layout->addWidget(m_search);
    layout->addWidget(m_ended);
    layout->addStretch();
    layout->addWidget(new ActionButton(m_issue, QStringLiteral("primary")));
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &words) {
        m_filter->setWords(words);
        showWhetherEmpty();
    });
    connect(m_search, &QLineEdit::returnPressed, m_table, qOverload<>(&QWidget::setFocus));
    connect(m_ended, &QCheckBox::toggled, this, [this](bool show) {
        m_filter->setShowEnded(show);
        showWhetherEmpty();
    });
    return row;
}

void KeysPage::makeTable()
{
    m_table->setObjectName(QStringLiteral("keys_table"));
    m_filter->setSourceModel(&m_desk->keys());
    m_table->setModel(m_filter);
    m_table->setColumnCharacters({8, 14, 10, 11, 0, 20, 9, 9, 10});
    m_table->setItemDelegateForColumn(KeysModel::State, new KeyStateDelegate(m_table));
    m_table->horizontalHeader()->setSectionsClickable(true);
    m_table->horizontalHeader()->setSortIndicatorClearable(true);
    m_table->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    m_table->setSortingEnabled(true);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &KeysPage::showCurrent);
    connect(&m_desk->keys(), &QAbstractItemModel::dataChanged, this, &KeysPage::showCurrent);
    connect(m_table, &QTableView::activated, this, [this] { m_panel->setFocus(); });
}

void KeysPage::showLoaded()
{
    const KeyScope scope = m_teams->scope(m_tree->currentIndex());
    const QString shown = current() ? current()->id : QString();
    m_teams->update(m_desk->keys().rows());
    if (!m_tree->currentIndex().isValid())
        m_tree->setCurrentIndex(m_teams->indexOf(scope));
    m_tree->expandAll();
    const auto &keys = m_desk->keys().rows();
    const auto active = std::count_if(
        keys.begin(), keys.end(), [](const KeyEntry &entry) { return entry.state == KeyState::Active; });
    setTitleLine(tr("%1 active · %2 in all").arg(active).arg(keys.size()));
    showWhetherEmpty();
    selectKey(m_wanted.isEmpty() ? shown : m_wanted);
    if (!m_table->currentIndex().isValid() && m_filter->rowCount() > 0)
        m_table->selectRow(0);
    showCurrent();
    setReady();
}

void KeysPage::showWhetherEmpty()
{
    if (m_filter->rowCount() > 0)
        m_middle->setCurrentWidget(m_table);
    else if (m_desk->isLoaded()) {
        const bool none = m_desk->keys().rowCount() == 0;
        m_empty->setWords(
            none ? tr(
                "Virtual keys stand here: one for each application, bound to a team, an environment and a "
                "use case. Issue the first one to let an application in.")
                 : tr("No key matches. Clear the search, or choose “All keys”."),
            none ? m_issue : nullptr);
        m_middle->setCurrentWidget(m_empty);
    }
}

const KeyEntry *KeysPage::current() const
{
    const QModelIndex index = m_table->currentIndex();
    return index.isValid() ? &m_desk->keys().row(m_filter->mapToSource(index).row()) : nullptr;
}

void KeysPage::showCurrent()
{
    const KeyEntry *entry = current();
    m_right->setCurrentIndex(entry ? 1 : 0);
    const bool usable = entry && entry->state != KeyState::Revoked;
    const bool suspended = entry && entry->state == KeyState::Suspended;
    m_actions.suspendOrResume->setText(suspended ? tr("Resume key") : tr("Suspend key"));
    m_actions.suspendOrResume->setEnabled(usable && entry->state != KeyState::Expired);
    m_actions.edit->setEnabled(usable && entry->state != KeyState::Expired);
    m_actions.rotate->setEnabled(usable && entry->state != KeyState::Expired);
    m_actions.revoke->setEnabled(usable);
    m_actions.showCalls->setEnabled(entry);
    if (!entry)
        return;
    const bool other = entry->id != m_panel->shownId();
    m_panel->setEntry(*entry);
    if (other)
        m_desk->askUse(entry->id);
    m_desk->askLimits(entry->id);
}

void KeysPage::askLimits()
{
    if (const KeyEntry *entry = current())
        m_desk->askLimits(entry->id);
}

void KeysPage::activated()
{
    m_live.start();
    askLimits();
}

void KeysPage::deactivated()
{
    m_live.stop();
}

void KeysPage::selectKey(const QString &id)
{
    const int row = m_desk->keys().rowOf(id);
    if (row < 0)
        return;
    const QModelIndex index = m_filter->mapFromSource(m_desk->keys().index(row, 0));
    if (!index.isValid())
        return;
    m_wanted.clear();
    m_table->selectRow(index.row());
    m_table->scrollTo(index);
}

void KeysPage::open(const QVariantMap &what)
{
    if (what.contains(QStringLiteral("key"))) {
        m_search->clear();
        m_tree->setCurrentIndex(m_teams->index(0, 0));
        m_wanted = what.value(QStringLiteral("key")).toString();
        selectKey(m_wanted);
    }
    if (what.value(QStringLiteral("issue")).toBool())
        ActionRight::trigger(m_issue);
}

void KeysPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    // Both are also said on the key's page; of all columns they can best wait for a wider window.
    for (const int column : {KeysModel::Models, KeysModel::CreatedBy})
        m_table->setColumnHidden(column, width() < roomForAll);
}

QList<QWidget *> KeysPage::panes() const
{
    return {m_tree, m_table, m_right};
}

} // namespace gatehouse::console
