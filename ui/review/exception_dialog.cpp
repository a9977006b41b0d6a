// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/exception_dialog.h"

#include "models/review/interaction_view.h"
#include "models/text.h"
#include "ui/theme/theme.h"
#include "ui/widgets/dialog_buttons.h"
#include "ui/widgets/form_fields.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QRadioButton>

namespace gatehouse::console {

namespace {

constexpr int wide = 560;
constexpr int effectLines = 2; // kept free, so that the dialog does not jump while one types
constexpr int usualDays = 30;

QString effectText(const store::ExceptionPreview &preview)
{
    const QLocale locale;
    if (preview.found == 0)
        return ExceptionDialog::tr("The rule found nothing in these calls in the last %n days.", nullptr,
            ExceptionDesk::previewDays);
    QString text
        = ExceptionDialog::tr("In the last %n days it would have been applied to %1 of the %2 calls "
                              "in which the rule found something.",
            nullptr, ExceptionDesk::previewDays)
              .arg(locale.toString(qlonglong(preview.lifted)), locale.toString(qlonglong(preview.found)));
    if (preview.notTestable > 0)
        text += QLatin1Char(' ')
            + ExceptionDialog::tr("In %1 what it found is masked or not kept.")
                  .arg(locale.toString(qlonglong(preview.notTestable)));
    if (!preview.complete)
        text += QLatin1Char(' ') + ExceptionDialog::tr("Only the newest of them were compared.");
    return text;
}

} // namespace

ExceptionDialog::ExceptionDialog(ExceptionDesk &desk, const InteractionView &call, const QString &rule,
    const QString &found, QWidget *parent)
    : QDialog(parent)
    , m_desk(desk)
    , m_call(call.row.id)
    , m_rule(rule)
    , m_payload(new QRadioButton(tr("this &payload, sent again with the same key")))
    , m_pattern(new QRadioButton(tr("texts that &fit, from their first character to their last:")))
    , m_expression(new QLineEdit)
    , m_scope(new QComboBox)
    , m_days(new QComboBox)
    , m_reason(new QLineEdit)
    , m_effect(new QLabel)
    , m_trouble(newProblemLabel())
{
    setWindowTitle(tr("Exception from %1").arg(rule));
    setAttribute(Qt::WA_DeleteOnClose);
    auto *words
        = new QLabel(tr("What %1 finds there is recorded as before, but it does not act on it. The other "
                        "rules judge these calls as always.")
                         .arg(rule));
    words->setWordWrap(true);
    words->setProperty("look", QStringLiteral("muted"));
    m_effect->setObjectName(QStringLiteral("effect"));
    m_effect->setWordWrap(true);
    m_effect->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_effect->setMinimumHeight(effectLines * fontMetrics().lineSpacing());
    auto *buttons = newDialogButtons(Leave::Cancel);
    m_make = buttons->addButton(tr("Make exception"), QDialogButtonBox::AcceptRole);
    m_make->setProperty("look", QStringLiteral("primary"));
    m_make->setDefault(true);
    addScopes(call);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::around, space::around, space::around, space::around);
    column->setSpacing(space::between);
    column->addWidget(words);
    column->addWidget(buildFields(found));
    column->addWidget(m_effect);
    column->addWidget(m_trouble);
    column->addWidget(buttons);
    setMinimumWidth(wide);
    connect(m_payload, &QRadioButton::toggled, this, &ExceptionDialog::preview);
    connect(m_expression, &QLineEdit::textChanged, this, &ExceptionDialog::preview);
    connect(m_scope, &QComboBox::currentIndexChanged, this, &ExceptionDialog::preview);
    connect(m_reason, &QLineEdit::textChanged, this, &ExceptionDialog::refresh);
    connect(buttons, &QDialogButtonBox::accepted, this, &ExceptionDialog::send);
    connect(buttons, &QDialogButtonBox::rejected, this, &ExceptionDialog::reject);
    preview();
    m_reason->setFocus();
}

// The narrowest first.
void ExceptionDialog::addScopes(const InteractionView &call)
{
    const auto add = [this](const QString &text, const ExceptionDraft &scope) {
        m_scopes.push_back(scope);
        m_scope->addItem(text);
    };
    ExceptionDraft scope;
    scope.team = call.row.team;
    scope.environment = call.row.environment;
    scope.useCase = call.row.useCase;
    scope.key = call.row.key;
    add(tr("key %1").arg(scope.key), scope);
    scope.key.clear();
    add(QStringLiteral("%1 · %2 · %3").arg(scope.team, scope.environment, scope.useCase), scope);
    scope.useCase.clear();
    add(QStringLiteral("%1 · %2").arg(scope.team, scope.environment), scope);
    scope.environment.clear();
    add(tr("team %1").arg(scope.team), scope);
}

QWidget *ExceptionDialog::buildFields(const QString &found)
{
    auto *fields = new QWidget;
    auto *form = new QFormLayout(fields);
    form->setContentsMargins(0, 0, 0, 0);
    m_payload->setObjectName(QStringLiteral("payload"));
    m_payload->setChecked(true);
    m_pattern->setObjectName(QStringLiteral("pattern"));
    m_expression->setObjectName(QStringLiteral("expression"));
    m_expression->setAccessibleName(tr("Expression (RE2)"));
    m_expression->setToolTip(tr("An RE2 expression of the text that is found. It is kept as it is written."));
    m_expression->setText(toQString(ExceptionPattern::ofText(found.toStdString())));
    m_scope->setObjectName(QStringLiteral("scope"));
    for (const int days : {1, 7, usualDays, 90, 365})
        m_days->addItem(tr("%n days", nullptr, days), days);
    m_days->setCurrentIndex(m_days->findData(usualDays));
    m_days->setObjectName(QStringLiteral("days"));
    m_reason->setObjectName(QStringLiteral("reason"));
    m_reason->setPlaceholderText(tr("for the audit log"));
    auto *what = new QVBoxLayout;
    what->addWidget(m_payload);
    what->addWidget(m_pattern);
    what->addWidget(m_expression);
    form->addRow(tr("For"), what);
    form->addRow(tr("&Calls of"), m_scope);
    form->addRow(tr("&Ends after"), m_days);
    form->addRow(tr("&Reason"), m_reason);
    return fields;
}

ExceptionDraft ExceptionDialog::draft() const
{
    // The payload decides by itself whose calls these are: those of its key.
    ExceptionDraft draft
        = m_scopes[m_payload->isChecked() ? 0 : static_cast<std::size_t>(m_scope->currentIndex())];
    draft.rule = m_rule;
    if (m_payload->isChecked())
        draft.interaction = m_call;
    else
        draft.pattern = m_expression->text();
    draft.days = m_days->currentData().toInt();
    draft.reason = m_reason->text().trimmed();
    return draft;
}

void ExceptionDialog::preview()
{
    m_effect->setText(tr("Counting…"));
    m_desk.preview(
        draft(), this, [this](const Result<store::ExceptionPreview> &preview) { showPreview(preview); });
    refresh();
}

void ExceptionDialog::showPreview(const Result<store::ExceptionPreview> &preview)
{
    m_effect->setText(preview ? effectText(*preview) : errorText(preview.error()));
}

void ExceptionDialog::send()
{
    m_sending = true;
    m_trouble->hide();
    refresh();
    m_desk.add(draft(), this, [this](const Result<ExceptionEntry> &entry) { answer(entry); });
}

void ExceptionDialog::answer(const Result<ExceptionEntry> &entry)
{
    m_sending = false;
    if (entry) {
        Q_EMIT made(*entry, draft());
        accept();
        return;
    }
    // What the preview was told already is said once, where it counts.
    const QString trouble = errorText(entry.error());
    if (m_effect->text() == trouble)
        m_effect->clear();
    sayProblem(m_trouble, trouble);
    refresh();
    m_reason->setFocus();
}

void ExceptionDialog::reject()
{
    // It may be made already; that must not go unseen.
    if (!m_sending)
        QDialog::reject();
}

void ExceptionDialog::refresh()
{
    const bool byPattern = m_pattern->isChecked();
    m_expression->setEnabled(byPattern && !m_sending);
    m_scope->setEnabled(byPattern && !m_sending);
    for (QWidget *field : {static_cast<QWidget *>(m_payload), static_cast<QWidget *>(m_pattern),
             static_cast<QWidget *>(m_days), static_cast<QWidget *>(m_reason)})
        field->setEnabled(!m_sending);
    m_make->setEnabled(!m_sending && !m_reason->text().trimmed().isEmpty()
        && (!byPattern || !m_expression->text().isEmpty()));
}

} // namespace gatehouse::console
