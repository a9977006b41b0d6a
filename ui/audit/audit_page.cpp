// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/audit/audit_page.h"

#include "models/audit/audit_keeper.h"
#include "models/audit/audit_model.h"
#include "models/store_session.h"
#include "ui/audit/audit_detail.h"
#include "ui/audit/report_bar.h"
#include "ui/settings/shortcut_map.h"
#include "ui/theme/theme.h"
#include "ui/widgets/action_button.h"
#include "ui/widgets/copy_button.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/empty_state.h"

#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace gatehouse::console {

namespace {

constexpr int listWidth = 820;
constexpr int detailWidth = 380;
constexpr int shownHash = 12;

} // namespace

AuditPage::AuditPage(PageContext &context, QWidget *parent)
    : Page(QStringLiteral("audit"), parent)
    , m_model(new AuditModel(context.session, this))
    , m_keeper(new AuditKeeper(context.session, this))
    , m_table(new DataTable(tr("Audit log")))
    , m_list(new QStackedWidget)
    , m_empty(new EmptyState(QStringLiteral("audit")))
    , m_detail(new AuditDetail)
    , m_reports(new ReportBar(context.session))
    , m_result(new QLabel)
    , m_copyHead(new CopyButton(tr("head hash")))
    , m_expected(new QLineEdit)
{
    makeActions(context);
    followRights(context.session.permissions());
    m_table->setObjectName(QStringLiteral("log"));
    m_table->setModel(m_model);
    m_table->setColumnCharacters({5, 8, 10, 15, 18, 0});
    m_list->addWidget(m_table);
    m_list->addWidget(m_empty);
    auto *panes = new QSplitter;
    panes->addWidget(m_list);
    panes->addWidget(m_detail);
    panes->setStretchFactor(0, 1);
    panes->setSizes({listWidth, detailWidth});
    panes->setChildrenCollapsible(false);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(newTop());
    column->addWidget(m_reports);
    column->addWidget(panes, 1);
    connectAll();
}

void AuditPage::makeActions(PageContext &context)
{
    m_verify = context.shortcuts.add({QStringLiteral("audit.verify"), tr("Verify"), QKeySequence(Qt::Key_V),
                                         tr("Audit"), true, Right::VerifyAudit},
        this);
    m_export
        = context.shortcuts.add({QStringLiteral("audit.export"), tr("Export…"),
                                    QKeySequence(Qt::CTRL | Qt::Key_E), tr("Audit"), true, Right::ReadAudit},
            this);
    m_report = context.shortcuts.add(
        {QStringLiteral("audit.report"), tr("Report for an auditor…"),
            QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_E), tr("Audit"), true, Right::ReadAudit},
        this);
    connect(m_report, &QAction::triggered, m_reports, &ReportBar::ask);
    connect(m_reports, &ReportBar::troubleSaid, this, &Page::troubleSaid);
    connect(m_verify, &QAction::triggered, this, &AuditPage::verify);
    connect(m_export, &QAction::triggered, this, &AuditPage::exportLog);
}

// Whoever may not read the others' entries is shown the own ones.
void AuditPage::followRights(const Permissions &permissions)
{
    const auto say = [this, &permissions] {
        const QString why = permissions.whyNot(Right::ReadAudit);
        m_result->setText(why.isEmpty() ? tr("Not verified yet.")
                                        : tr("These are your own entries. All of them: %1").arg(why));
    };
    connect(&permissions, &Permissions::changed, this, say);
    say();
}

QWidget *AuditPage::newTop()
{
    m_result->setObjectName(QStringLiteral("result"));
    m_result->setAccessibleName(tr("Result of the verification"));
    m_copyHead->setObjectName(QStringLiteral("copy_head"));
    m_copyHead->hide();
    m_expected->setObjectName(QStringLiteral("expected"));
    m_expected->setAccessibleName(tr("Expected head hash"));
    m_expected->setPlaceholderText(tr("Head hash noted earlier (optional)"));
    m_expected->setToolTip(
        tr("With it, verifying also proves that nothing was cut off since that hash was noted"));
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(space::around, space::between, space::around, space::between);
    layout->addWidget(m_result);
    layout->addWidget(m_copyHead);
    layout->addStretch(1);
    layout->addWidget(m_expected, 1);
    layout->addWidget(new ActionButton(m_verify, QStringLiteral("primary")));
    layout->addWidget(new ActionButton(m_report));
    layout->addWidget(new ActionButton(m_export));
    return row;
}

void AuditPage::connectAll()
{
    connect(
        m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &AuditPage::showCurrent);
    const auto refresh = [this] {
        m_list->setCurrentIndex(m_model->rowCount() > 0 ? 0 : 1);
        if (m_model->rowCount() > 0)
            setTitleLine(tr("%1 entries").arg(QLocale().toString(m_model->row(0).seq)));
    };
    connect(m_model, &QAbstractItemModel::rowsInserted, this, refresh);
    connect(m_model, &AuditModel::loaded, this, [this, refresh] {
        m_empty->setWords(
            tr("Every change a person makes is noted here: keys, policies, reviews, settings."));
        refresh();
        if (m_model->rowCount() > 0)
            m_table->selectRow(0);
        setReady();
    });
    connect(m_model, &AuditModel::loadFailed, this, [this](const QString &problem) {
        m_empty->setWords(tr("The audit log could not be read. %1").arg(problem));
        m_list->setCurrentWidget(m_empty);
        setReady();
    });
    connect(m_keeper, &AuditKeeper::verified, this, &AuditPage::showProof);
    connect(m_keeper, &AuditKeeper::exported, this, [this](const QString &file, qint64 entries) {
        m_export->setEnabled(true);
        Q_EMIT undoTextChanged(tr("Exported %n entries to %1", nullptr, static_cast<int>(entries)).arg(file));
    });
    connect(m_keeper, &AuditKeeper::failed, this, [this](const QString &problem) {
        m_verify->setEnabled(true);
        m_export->setEnabled(true);
        m_result->setText(tr("Not verified."));
        Q_EMIT troubleSaid(problem);
    });
}

void AuditPage::showCurrent()
{
    const int row = m_table->currentIndex().row();
    if (row < 0)
        m_detail->showNothing();
    else
        m_detail->setItem(m_model->row(row));
}

void AuditPage::verify()
{
    m_verify->setEnabled(false);
    m_copyHead->hide();
    m_result->setText(tr("Verifying every entry from the first…"));
    m_keeper->verify(m_expected->text().trimmed());
}

void AuditPage::showProof(const AuditProof &proof)
{
    m_verify->setEnabled(true);
    QString text
        = tr("✓ %n entries are as they were written · head %1…", nullptr, static_cast<int>(proof.entries))
              .arg(proof.head.left(shownHash));
    if (!proof.ok)
        text = proof.firstBad
            ? tr("✕ Entry %1 is not as it was written: %2").arg(*proof.firstBad).arg(proof.problem)
            : tr("✕ The log is not whole: %1").arg(proof.problem);
    m_result->setText(text);
    QPalette colours = m_result->palette();
    colours.setColor(QPalette::WindowText, tokens().of(proof.ok ? Severity::Low : Severity::Critical));
    m_result->setPalette(colours);
    m_copyHead->setContent(proof.head);
    m_copyHead->setVisible(!proof.head.isEmpty());
}

void AuditPage::exportLog()
{
    const QString file = QFileDialog::getSaveFileName(
        this, tr("Export the audit log"), QStringLiteral("audit.jsonl"), tr("JSON lines (*.jsonl)"));
    if (file.isEmpty())
        return;
    m_export->setEnabled(false);
    m_keeper->exportTo(file);
}

QList<QWidget *> AuditPage::panes() const
{
    return {m_table, m_detail};
}

} // namespace gatehouse::console
