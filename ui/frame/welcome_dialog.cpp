// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/welcome_dialog.h"

#include "models/keys/snippets.h"
#include "models/store_session.h"
#include "models/system/first_call.h"
#include "models/system/sample_data.h"
#include "ui/settings/right_binding.h"
#include "ui/theme/theme.h"
#include "ui/widgets/copy_button.h"
#include "ui/widgets/dialog_buttons.h"
#include "ui/widgets/section_title.h"

#include <QLocale>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QTabWidget>
#include <QVBoxLayout>

namespace gatehouse::console {

namespace {

constexpr qint64 sampleInteractions = 2000;
constexpr int wide = 640;
constexpr int snippetLines = 9;

QLabel *words(const QString &text)
{
    auto *label = new QLabel(text);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    return label;
}

} // namespace

WelcomeDialog::WelcomeDialog(StoreSession &session, QString gatewayAddress, QWidget *parent)
    : QDialog(parent)
    , m_session(session)
    , m_address(std::move(gatewayAddress))
    , m_samples(new SampleData(session.location(), this))
    , m_add(new QPushButton(tr("Add sample data")))
    , m_cancel(new QPushButton(tr("Cancel")))
    , m_progress(new QProgressBar)
    , m_samplesWords(words({}))
    , m_issue(new QPushButton(tr("Issue a key and show how to call")))
    , m_keyWords(words({}))
    , m_snippets(new QTabWidget)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("welcome"));
    setWindowTitle(tr("Welcome to Gatehouse"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::around, space::around, space::around, space::around);
    column->setSpacing(space::between);
    buildSamples(column);
    column->addWidget(newLine());
    buildFirstCall(column);
    new ButtonRight(m_add, Right::ChangeSettings, session.permissions());
    new ButtonRight(m_issue, Right::ChangeProviders, session.permissions());
    column->addStretch(1);
    auto *buttons = newDialogButtons(Leave::Close);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    resize(wide, sizeHint().height());
}

void WelcomeDialog::buildSamples(QVBoxLayout *column)
{
    column->addWidget(new SectionTitle(tr("Look around with sample data")));
    column->addWidget(words(
        tr("%1 generated conversations go through the same checks as real traffic, so that every desk has "
           "something to show. They stay in this store.")
            .arg(QLocale().toString(sampleInteractions))));
    m_progress->setVisible(false);
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(tr("Progress of adding sample data"));
    m_cancel->setVisible(false);
    m_samplesWords->setVisible(false);
    auto *row = new QHBoxLayout;
    row->addWidget(m_add);
    row->addWidget(m_progress, 1);
    row->addWidget(m_cancel);
    row->addStretch(0);
    column->addLayout(row);
    column->addWidget(m_samplesWords);
    connect(m_add, &QPushButton::clicked, this, &WelcomeDialog::addSamples);
    connect(m_cancel, &QPushButton::clicked, m_samples, &SampleData::cancel);
    connect(m_samples, &SampleData::finished, this, &WelcomeDialog::samplesFinished);
    connect(m_samples, &SampleData::progress, this, [this](qint64 done, qint64 total) {
        m_progress->setMaximum(static_cast<int>(total));
        m_progress->setValue(static_cast<int>(done));
    });
}

void WelcomeDialog::buildFirstCall(QVBoxLayout *column)
{
    column->addWidget(new SectionTitle(tr("Send a first call")));
    column->addWidget(words(tr(
        "The provider `sandbox` answers without a network or an account. A key for it is issued to the team "
        "`getting-started`, valid for 30 days, and shown here only.")));
    m_issue->setProperty("look", QStringLiteral("primary"));
    auto *row = new QHBoxLayout;
    row->addWidget(m_issue);
    row->addStretch(1);
    column->addLayout(row);
    m_keyWords->setVisible(false);
    column->addWidget(m_keyWords);
    m_snippets->setVisible(false);
    m_snippets->setAccessibleName(tr("How to call"));
    column->addWidget(m_snippets);
    connect(m_issue, &QPushButton::clicked, this, &WelcomeDialog::issueKey);
}

void WelcomeDialog::addSamples()
{
    m_add->setEnabled(false);
    m_progress->setRange(0, 0);
    m_progress->setVisible(true);
    m_cancel->setVisible(true);
    m_samplesWords->setVisible(false);
    m_samples->start(sampleInteractions);
}

void WelcomeDialog::samplesFinished(qint64 added, const QString &trouble)
{
    m_add->setEnabled(true);
    m_progress->setVisible(false);
    m_cancel->setVisible(false);
    m_samplesWords->setText(
        trouble.isEmpty() ? tr("Added %1 interactions.").arg(QLocale().toString(added)) : trouble);
    m_samplesWords->setVisible(true);
}

void WelcomeDialog::issueKey()
{
    m_issue->setEnabled(false);
    issueFirstKey(m_session, this, [this](const FirstKey &key, const QString &trouble) {
        m_issue->setEnabled(true);
        m_keyWords->setVisible(true);
        if (!trouble.isEmpty()) {
            m_keyWords->setText(trouble);
            return;
        }
        m_keyWords->setText(tr("Key %1 is ready. A running gateway knows it within a second.").arg(key.id));
        showSnippets(key);
    });
}

void WelcomeDialog::showSnippets(const FirstKey &key)
{
    while (m_snippets->count() > 0)
        delete m_snippets->widget(0);
    addSnippet(QStringLiteral("curl"), curlSnippet(m_address, key.model, key.key));
    addSnippet(QStringLiteral("Node.js"), nodeSnippet(m_address, key.model, key.key));
    addSnippet(QStringLiteral("Python"), pythonSnippet(m_address, key.model, key.key));
    m_snippets->setVisible(true);
    resize(width(), sizeHint().height());
}

void WelcomeDialog::addSnippet(const QString &title, const QString &text)
{
    auto *page = new QWidget;
    auto *view = new QPlainTextEdit(text);
    view->setReadOnly(true);
    view->setFont(monoFont());
    view->setLineWrapMode(QPlainTextEdit::NoWrap);
    view->setAccessibleName(title);
    view->setMinimumHeight(QFontMetrics(monoFont()).height() * snippetLines);
    auto *copy = new CopyButton(title);
    copy->setContent(text, true);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, space::between, 0, 0);
    column->addWidget(view);
    column->addWidget(copy, 0, Qt::AlignLeft);
    m_snippets->addTab(page, title);
}

} // namespace gatehouse::console
