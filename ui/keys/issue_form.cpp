// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/keys/issue_form.h"

#include "models/text.h"
#include "ui/keys/entitlement_fields.h"
#include "ui/keys/limits_editor.h"
#include "ui/keys/words_completer.h"
#include "ui/theme/theme.h"
#include "ui/widgets/form_fields.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCompleter>
#include <QDateEdit>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>

namespace gatehouse::console {

IssueForm::IssueForm(const KeyChoices &choices, QWidget *parent)
    : QWidget(parent)
    , m_choices(choices)
    , m_fields(new FormFields(this))
    , m_tabs(new QTabWidget)
    , m_models(new QLineEdit)
    , m_expires(new QDateEdit(QDate::currentDate().addDays(defaultDays)))
    , m_create(new QCheckBox)
    , m_entitlement(new EntitlementFields(choices, *m_fields, EntitlementFields::Of::NewKey))
    , m_limits(new LimitsEditor)
    , m_otherLimits(new QLabel)
{
    m_tabs->setAccessibleName(tr("Parts of the key"));
    m_tabs->addTab(newKeyPage(), tr("&Key"));
    m_tabs->addTab(m_entitlement, tr("What it &may do"));
    m_tabs->addTab(newLimitsPage(), tr("&Limits"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_tabs, 1);
    column->addWidget(m_fields->general());
    namesChanged();
    m_team->setFocus();
}

QWidget *IssueForm::newKeyPage()
{
    auto *page = new QWidget;
    auto *form = new QFormLayout(page);
    form->setContentsMargins(0, space::around, 0, 0);
    form->setVerticalSpacing(space::between);
    form->setHorizontalSpacing(space::around);
    m_team = addNames(*form, QStringLiteral("team"), tr("&Team"), m_choices.teams);
    m_environment
        = addNames(*form, QStringLiteral("environment"), tr("&Environment"), m_choices.environments);
    m_useCase = addNames(*form, QStringLiteral("use_case"), tr("&Use case"), m_choices.useCases);
    m_create->setObjectName(QStringLiteral("create"));
    form->addRow(QString(), m_create);
    m_models->setCompleter(new WordsCompleter(m_choices.models, this));
    m_fields->add(*form, QStringLiteral("models"), tr("M&odels"), m_models,
        tr("Names separated by commas; * and ? stand for any characters (gpt-4o*), * alone for every model. "
           "With "
           "none, the key could call nothing."));
    m_expires->setCalendarPopup(true);
    m_expires->setMinimumDate(QDate::currentDate().addDays(1));
    m_expires->setDisplayFormat(QStringLiteral("yyyy-MM-dd"));
    m_fields->add(*form, QStringLiteral("expires"), tr("E&xpires"), m_expires,
        tr("The key stops working at the end of this day."));
    for (const QComboBox *names : {m_team, m_environment, m_useCase})
        connect(names, &QComboBox::editTextChanged, this, &IssueForm::namesChanged);
    return page;
}

QWidget *IssueForm::newLimitsPage()
{
    m_otherLimits->setObjectName(QStringLiteral("other_limits"));
    m_otherLimits->setProperty("look", QStringLiteral("muted"));
    m_otherLimits->setWordWrap(true);
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, space::around, 0, 0);
    column->setSpacing(space::around);
    column->addWidget(m_limits);
    column->addWidget(m_otherLimits);
    column->addStretch();
    return page;
}

QComboBox *IssueForm::addNames(
    QFormLayout &form, const QString &key, const QString &caption, const QStringList &known)
{
    auto *names = new QComboBox;
    names->setEditable(true);
    names->setInsertPolicy(QComboBox::NoInsert);
    names->addItems(known);
    names->setCurrentIndex(-1);
    names->completer()->setFilterMode(Qt::MatchContains);
    names->completer()->setCompletionMode(QCompleter::PopupCompletion);
    m_fields->add(form, key, caption, names, tr("Choose one, or type a new name."));
    return names;
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

void IssueForm::namesChanged()
{
    refreshNewNames();
    refreshOtherLimits();
}

void IssueForm::refreshNewNames()
{
    const QStringList fresh = newNames();
    m_create->setVisible(!fresh.isEmpty());
    m_create->setText(tr("Create %1").arg(fresh.join(QStringLiteral(", "))));
    if (fresh.isEmpty())
        m_create->setChecked(false);
}

void IssueForm::refreshOtherLimits()
{
    const LimitSubject others[] = {{LimitTier::UseCase, m_useCase->currentText().trimmed()},
        {LimitTier::Environment, m_environment->currentText().trimmed()},
        {LimitTier::Team, m_team->currentText().trimmed()}};
    QStringList lines;
    for (const LimitSubject &subject : others) {
        QStringList words;
        for (const Limit &limit : limitsOf(m_choices, subject))
            words.append(limitWords(limit));
        if (!words.isEmpty())
            lines.append(tr("%1: %2").arg(subjectWords(subject), words.join(QStringLiteral(" · "))));
    }
    m_otherLimits->setText(lines.isEmpty()
            ? tr("Neither its use case nor its environment nor its team has limits.")
            : tr("These apply too:") + QLatin1Char('\n') + lines.join(QLatin1Char('\n')));
}

bool IssueForm::isComplete(const KeyRequest &wanted)
{
    if (wanted.team.isEmpty())
        m_fields->say(QStringLiteral("team"), tr("Team: say whose key this is."));
    else if (wanted.environment.isEmpty())
        m_fields->say(QStringLiteral("environment"), tr("Environment: say where it is used."));
    else if (wanted.useCase.isEmpty())
        m_fields->say(QStringLiteral("use_case"), tr("Use case: say what it is for."));
    else if (!newNames().isEmpty() && !wanted.createNames)
        m_fields->say(QString(),
            tr("There is no %1 yet. Tick “Create”, or choose a name that exists.")
                .arg(newNames().join(QStringLiteral(", "))));
    else if (wanted.models.isEmpty())
        m_fields->say(QStringLiteral("models"), tr("Models: name at least one, or * for all."));
    else if (wanted.routes.isEmpty())
        m_fields->say(QStringLiteral("routes"), tr("Routes: tick at least one."));
    else
        return true;
    return false;
}

std::optional<KeyRequest> IssueForm::request()
{
    m_fields->clear();
    KeyRequest wanted{m_team->currentText().trimmed(), m_environment->currentText().trimmed(),
        m_useCase->currentText().trimmed(), wordsOf(m_models->text()),
        QDateTime(m_expires->date(), QTime(23, 59, 59)), m_create->isChecked()};
    m_entitlement->fill(wanted);
    if (!isComplete(wanted))
        return {};
    auto limits = m_limits->limits();
    if (!limits) {
        m_tabs->setCurrentIndex(m_tabs->count() - 1);
        return {};
    }
    wanted.limits = std::move(*limits);
    return wanted;
}

void IssueForm::showError(const Error &error)
{
    m_fields->say(error);
}

} // namespace gatehouse::console
