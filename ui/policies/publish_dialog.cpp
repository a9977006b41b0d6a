// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/policies/publish_dialog.h"

#include "models/json_changes_model.h"
#include "models/policies/policy_book.h"
#include "ui/policies/reason_row.h"
#include "ui/theme/theme.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/section_title.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace gatehouse::console {

namespace {
constexpr QSize usualSize(760, 480);
}

PublishDialog::PublishDialog(PolicyBook &book, QByteArray draft, QWidget *parent)
    : QDialog(parent)
    , m_book(book)
    , m_draft(std::move(draft))
    , m_reason(new ReasonRow)
    , m_publish(new QPushButton(tr("Publish policy")))
{
    setWindowTitle(tr("Publish a new version"));
    resize(usualSize);
    auto *keep = new QPushButton(tr("Keep as draft"));
    m_publish->setObjectName(QStringLiteral("publish"));
    m_publish->setProperty("look", QStringLiteral("primary"));
    m_publish->setDefault(true);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(keep);
    buttons->addWidget(m_publish);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::around, space::around, space::around, space::around);
    column->setSpacing(space::between);
    column->addWidget(new SectionTitle(tr("What changes against %1").arg(book.published().shown)));
    column->addWidget(newDifference(), 1);
    column->addWidget(m_reason);
    column->addLayout(buttons);
    m_reason->setFocus();
    connect(keep, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_publish, &QPushButton::clicked, this, &PublishDialog::publish);
    connect(&book, &PolicyBook::versionPublished, this, &QDialog::accept);
    connect(&book, &PolicyBook::publishFailed, this, [this](const QString &problem) {
        m_publish->setEnabled(true);
        m_reason->showProblem(problem);
    });
}

QWidget *PublishDialog::newDifference()
{
    auto *changes = new JsonChangesModel(this);
    changes->setRows(jsonDifference(m_book.publishedJson(), m_draft));
    auto *table = new DataTable(tr("What changes"));
    table->setModel(changes);
    table->setColumnCharacters({36, 24, 0});
    return table;
}

void PublishDialog::publish()
{
    const QString reason = m_reason->require();
    if (reason.isEmpty())
        return;
    m_publish->setEnabled(false);
    m_book.publish(m_draft, reason);
}

} // namespace gatehouse::console
