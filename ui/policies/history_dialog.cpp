// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/policies/history_dialog.h"

#include "models/policies/policy_book.h"
#include "ui/policies/reason_row.h"
#include "ui/settings/right_binding.h"
#include "ui/theme/theme.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/section_title.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace gatehouse::console {

namespace {
constexpr QSize usualSize(820, 560);
}

HistoryDialog::HistoryDialog(PolicyBook &book, QWidget *parent)
    : QDialog(parent)
    , m_book(book)
    , m_history(new HistoryModel(this))
    , m_changes(new JsonChangesModel(this))
    , m_table(new DataTable(tr("Versions")))
    , m_reason(new ReasonRow)
    , m_rollBack(new QPushButton(tr("Roll back")))
    , m_open(new QPushButton(tr("Open as draft")))
{
    setWindowTitle(tr("Versions of the policy"));
    resize(usualSize);
    m_table->setModel(m_history);
    m_table->setColumnCharacters({16, 11, 14, 16, 0});
    auto *changes = new DataTable(tr("What rolling back changes"));
    changes->setModel(m_changes);
    changes->setColumnCharacters({36, 24, 0});
    m_rollBack->setObjectName(QStringLiteral("roll_back"));
    m_rollBack->setProperty("look", QStringLiteral("primary"));
    auto *close = new QPushButton(tr("Close"));
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_open);
    buttons->addStretch();
    buttons->addWidget(close);
    buttons->addWidget(m_rollBack);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::around, space::around, space::around, space::around);
    column->setSpacing(space::between);
    column->addWidget(m_table, 3);
    column->addWidget(new SectionTitle(tr("What it changes against the published version")));
    column->addWidget(changes, 2);
    column->addWidget(m_reason);
    column->addLayout(buttons);

    new ButtonRight(m_rollBack, Right::PublishPolicies, book.permissions());
    connectAll(close);
    showHistory();
}

void HistoryDialog::connectAll(QPushButton *close)
{
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
        &HistoryDialog::showCurrent);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_rollBack, &QPushButton::clicked, this, &HistoryDialog::rollBack);
    connect(m_open, &QPushButton::clicked, this, [this] {
        Q_EMIT draftWanted(m_shownJson);
        accept();
    });
    connect(&m_book, &PolicyBook::versionPublished, this, &QDialog::accept);
    for (const auto failed : {&PolicyBook::publishFailed, &PolicyBook::fetchFailed})
        connect(&m_book, failed, m_reason, &ReasonRow::showProblem);
    connect(&m_book, &PolicyBook::fetched, this, [this](const QString &version, const QByteArray &json) {
        if (!current() || current()->version != version)
            return;
        m_shownJson = json;
        m_open->setEnabled(true);
        m_changes->setRows(jsonDifference(m_book.publishedJson(), json));
    });
}

void HistoryDialog::showHistory()
{
    m_history->setRows(m_book.history());
    const auto &rows = m_history->rows();
    const auto former = std::find_if(rows.begin(), rows.end(),
        [](const PolicyEntry &entry) { return entry.state == PolicyEntry::State::Superseded; });
    m_table->selectRow(former == rows.end() ? 0 : static_cast<int>(former - rows.begin()));
    showCurrent();
}

const PolicyEntry *HistoryDialog::current() const
{
    const int row = m_table->currentIndex().row();
    return row < 0 ? nullptr : &m_history->row(row);
}

void HistoryDialog::showCurrent()
{
    const PolicyEntry *entry = current();
    const bool former = entry && entry->state == PolicyEntry::State::Superseded;
    m_rollBack->setEnabled(former);
    m_rollBack->setText(former ? tr("Roll back to %1").arg(entry->shown) : tr("Roll back"));
    m_rollBack->setToolTip(former ? QString() : tr("Choose a version that was published before"));
    m_open->setEnabled(false);
    m_changes->setRows({});
    if (entry)
        m_book.fetch(entry->version);
}

void HistoryDialog::rollBack()
{
    const PolicyEntry *entry = current();
    const QString reason = m_reason->require();
    if (entry && !reason.isEmpty())
        m_book.rollBack(entry->version, reason);
}

} // namespace gatehouse::console
