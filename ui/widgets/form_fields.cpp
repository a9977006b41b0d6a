// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/form_fields.h"

#include "models/text.h"
#include "ui/theme/theme.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QStyle>
#include <QTabWidget>
#include <QTimer>

namespace gatehouse::console {

namespace {

void uncover(QWidget *editor)
{
    for (QWidget *child = editor; child; child = child->parentWidget()) {
        const QWidget *stack = child->parentWidget();
        if (auto *tabs = stack ? qobject_cast<QTabWidget *>(stack->parentWidget()) : nullptr)
            tabs->setCurrentWidget(child);
    }
}

// Words that wrap may need more lines than the window has.
void makeRoom(QLabel *label)
{
    QTimer::singleShot(0, label, [label] {
        QWidget *window = label->window();
        const int needed = window->layout() ? window->layout()->totalHeightForWidth(window->width()) : -1;
        if (needed > window->height())
            window->resize(window->width(), needed);
    });
}

} // namespace

QLabel *newProblemLabel()
{
    auto *label = new QLabel;
    label->setProperty("look", QStringLiteral("warning"));
    label->setWordWrap(true);
    label->hide();
    return label;
}

void sayProblem(QLabel *label, const QString &problem)
{
    label->setText(problem);
    label->setVisible(!problem.isEmpty());
    if (!problem.isEmpty())
        makeRoom(label);
}

void markInvalid(QWidget *editor, bool invalid)
{
    if (const auto *box = qobject_cast<QComboBox *>(editor); box && box->lineEdit())
        editor = box->lineEdit();
    editor->setProperty("look", invalid ? QVariant(QStringLiteral("invalid")) : QVariant());
    editor->style()->unpolish(editor);
    editor->style()->polish(editor);
}

FormFields::FormFields(QObject *parent)
    : QObject(parent)
    , m_general(newProblemLabel())
{
    m_general->setObjectName(QStringLiteral("problem"));
}

void FormFields::add(
    QFormLayout &form, const QString &key, const QString &caption, QWidget *editor, const QString &hint)
{
    editor->setObjectName(key);
    editor->setAccessibleName(QString(caption).remove(QLatin1Char('&')));
    editor->setToolTip(hint);
    auto *problem = newProblemLabel();
    problem->setObjectName(key + QStringLiteral("_problem"));
    auto *column = new QVBoxLayout;
    column->setSpacing(space::inside);
    column->addWidget(editor);
    column->addWidget(problem);
    auto *label = new QLabel(caption);
    label->setBuddy(editor);
    label->setToolTip(hint);
    form.addRow(label, column);
    m_fields.insert(key, {editor, problem});
}

void FormFields::say(const QString &key, const QString &problem)
{
    const Field field = m_fields.value(key);
    QLabel *label = field.problem ? field.problem : m_general;
    sayProblem(label, problem);
    if (!field.editor)
        return;
    uncover(field.editor);
    markInvalid(field.editor, true);
    field.editor->setAccessibleDescription(problem);
    field.editor->setFocus(Qt::OtherFocusReason);
}

QString FormFields::fieldOf(const Error &error) const
{
    const QString where = toQString(error.where);
    const QString what = toQString(error.what);
    for (auto field = m_fields.keyBegin(); field != m_fields.keyEnd(); ++field) {
        if (where == *field || where.startsWith(*field + QLatin1Char(' ')))
            return *field;
    }
    for (auto field = m_fields.keyBegin(); field != m_fields.keyEnd(); ++field) {
        if (what.endsWith(QString(*field).replace(QLatin1Char('_'), QLatin1Char(' '))))
            return *field;
    }
    return {};
}

void FormFields::say(const Error &error)
{
    clear();
    say(fieldOf(error), errorText(error));
}

void FormFields::clear()
{
    m_general->hide();
    for (const Field &field : std::as_const(m_fields)) {
        field.problem->hide();
        field.editor->setAccessibleDescription({});
        markInvalid(field.editor, false);
    }
}

} // namespace gatehouse::console
