// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/keys/issue_form.h"

#include "models/text.h"
#include "ui/keys/words_completer.h"
#include "ui/theme/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCompleter>
#include <QDateEdit>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QStyle>
#include <QVBoxLayout>

namespace gatehouse::console {

namespace {

QLabel *newProblemLabel()
{
    auto *label = new QLabel;
    label->setProperty("look", QStringLiteral("warning"));
    label->setWordWrap(true);
    label->hide();
    return label;
}

void mark(QWidget *editor, bool invalid)
{
    if (auto *names = qobject_cast<QComboBox *>(editor))
        editor = names->lineEdit();
    editor->setProperty("look", invalid ? QVariant(QStringLiteral("invalid")) : QVariant());
    editor->style()->unpolish(editor);
    editor->style()->polish(editor);
}

} // namespace

IssueForm::IssueForm(const KeyChoices &choices, QWidget *parent)
    : QWidget(parent)
    , m_choices(choices)
    , m_form(new QFormLayout(this))
    , m_models(new QLineEdit)
    , m_expires(new QDateEdit(QDate::currentDate().addDays(defaultDays)))
    , m_create(new QCheckBox)
    , m_problem(newProblemLabel())
{
    m_form->setContentsMargins(0, 0, 0, 0);
    m_form->setVerticalSpacing(space::between);
    m_form->setHorizontalSpacing(space::around);
    m_team = addNames(QStringLiteral("team"), tr("&Team"), choices.teams);
    m_environment = addNames(QStringLiteral("environment"), tr("&Environment"), choices.environments);
    m_useCase = addNames(QStringLiteral("use_case"), tr("&Use case"), choices.useCases);
    m_create->setObjectName(QStringLiteral("create"));
    m_form->addRow(QString(), m_create);
    auto *completer = new WordsCompleter(choices.models, this);
    m_models->setCompleter(completer);
    addField(QStringLiteral("models"), tr("&Models"), m_models,
        tr("Names separated by commas; * allows every model. With none, the key could call nothing."));
    m_expires->setCalendarPopup(true);
    m_expires->setMinimumDate(QDate::currentDate().addDays(1));
    m_expires->setDisplayFormat(QStringLiteral("yyyy-MM-dd"));
    addField(QStringLiteral("expires"), tr("E&xpires"), m_expires,
        tr("The key stops working at the end of this day."));
    m_form->addRow(m_problem);
    refreshNewNames();
}

QComboBox *IssueForm::addNames(const QString &key, const QString &caption, const QStringList &known)
{
    auto *names = new QComboBox;
    names->setEditable(true);
    names->setInsertPolicy(QComboBox::NoInsert);
    names->addItems(known);
    names->setCurrentIndex(-1);
    names->completer()->setFilterMode(Qt::MatchContains);
    names->completer()->setCompletionMode(QCompleter::PopupCompletion);
    addField(key, caption, names, tr("Choose one, or type a new name."));
    connect(names, &QComboBox::editTextChanged, this, &IssueForm::refreshNewNames);
    return names;
}

void IssueForm::addField(const QString &key, const QString &caption, QWidget *editor, const QString &hint)
{
    const QString name = QString(caption).remove(QLatin1Char('&'));
    editor->setObjectName(key);
    editor->setAccessibleName(name);
    editor->setToolTip(hint);
    auto *problem = newProblemLabel();
    problem->setObjectName(key + QStringLiteral("_problem"));
    auto *column = new QVBoxLayout;
    column->setSpacing(space::inside);
    column->addWidget(editor);
    column->addWidget(problem);
    auto *label = new QLabel(caption);
    label->setBuddy(editor);
    m_form->addRow(label, column);
    m_fields.insert(key, {editor, problem});
}

QStringList IssueForm::newNames() const
{
    QStringList fresh;
    const auto note = [&](const QComboBox *names, const QString &kind) {
        const QString text = names->currentText().trimmed();
        if (!text.isEmpty() && names->findText(text, Qt::MatchFixedString | Qt::MatchCaseSensitive) < 0)
            fresh.append(tr("%1 “%2”").arg(kind, text));
    };
    note(m_team, tr("team"));
    note(m_environment, tr("environment"));
    note(m_useCase, tr("use case"));
    return fresh;
}

void IssueForm::refreshNewNames()
{
    const QStringList fresh = newNames();
    m_create->setVisible(!fresh.isEmpty());
    m_create->setText(tr("Create %1").arg(fresh.join(QStringLiteral(", "))));
    if (fresh.isEmpty())
        m_create->setChecked(false);
}

std::optional<KeyRequest> IssueForm::request()
{
    clearProblems();
    KeyRequest wanted{m_team->currentText().trimmed(), m_environment->currentText().trimmed(),
        m_useCase->currentText().trimmed(), wordsOf(m_models->text()),
        QDateTime(m_expires->date(), QTime(23, 59, 59)), m_create->isChecked()};
    if (wanted.team.isEmpty())
        say(QStringLiteral("team"), tr("Team: say whose key this is."));
    else if (wanted.environment.isEmpty())
        say(QStringLiteral("environment"), tr("Environment: say where it is used."));
    else if (wanted.useCase.isEmpty())
        say(QStringLiteral("use_case"), tr("Use case: say what it is for."));
    else if (!newNames().isEmpty() && !wanted.createNames)
        say(QString(),
            tr("There is no %1 yet. Tick “Create”, or choose a name that exists.")
                .arg(newNames().join(QStringLiteral(", "))));
    else if (wanted.models.isEmpty())
        say(QStringLiteral("models"), tr("Models: name at least one, or * for all."));
    else
        return wanted;
    return {};
}

void IssueForm::showError(const Error &error)
{
    clearProblems();
    const QString where = toQString(error.where);
    const QString what = toQString(error.what);
    for (auto field = m_fields.cbegin(); field != m_fields.cend(); ++field) {
        const QString word = QString(field.key()).replace(QLatin1Char('_'), QLatin1Char(' '));
        if (where.startsWith(field.key()) || what.endsWith(word)) {
            say(field.key(), errorText(error));
            return;
        }
    }
    say(QString(), errorText(error));
}

void IssueForm::say(const QString &key, const QString &problem)
{
    const Field field = m_fields.value(key);
    QLabel *label = field.problem ? field.problem : m_problem;
    label->setText(problem);
    label->show();
    if (field.editor) {
        mark(field.editor, true);
        field.editor->setAccessibleDescription(problem);
        field.editor->setFocus(Qt::OtherFocusReason);
    }
}

void IssueForm::clearProblems()
{
    m_problem->hide();
    for (const Field &field : std::as_const(m_fields)) {
        field.problem->hide();
        field.editor->setAccessibleDescription({});
        mark(field.editor, false);
    }
}

} // namespace gatehouse::console
