// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/keys/limits_dialog.h"

#include "models/keys/key_desk.h"
#include "models/text.h"
#include "ui/keys/limits_editor.h"
#include "ui/theme/theme.h"
#include "ui/widgets/form_fields.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>

namespace gatehouse::console {

namespace {
constexpr QSize usualSize(680, 400);
}

LimitsDialog::LimitsDialog(KeyDesk &desk, const QList<LimitSubject> &first, int chosen, QWidget *parent)
    : QDialog(parent)
    , m_desk(desk)
    , m_whose(new QComboBox)
    , m_editor(new LimitsEditor)
    , m_problem(newProblemLabel())
    , m_save(new QPushButton(tr("Save limits")))
    , m_cancel(new QPushButton(tr("Cancel")))
{
    setWindowTitle(tr("Limits"));
    for (const LimitSubject &subject : first)
        addSubject(subject);
    for (const QString &name : desk.choices().teams)
        addSubject({LimitTier::Team, name});
    for (const QString &name : desk.choices().environments)
        addSubject({LimitTier::Environment, name});
    for (const QString &name : desk.choices().useCases)
        addSubject({LimitTier::UseCase, name});
    m_whose->setObjectName(QStringLiteral("whose"));
    m_whose->setAccessibleName(tr("Limits of"));
    m_save->setObjectName(QStringLiteral("save"));
    m_save->setProperty("look", QStringLiteral("primary"));
    m_save->setDefault(true);
    m_problem->setObjectName(QStringLiteral("problem"));

    auto *form = new QFormLayout;
    form->setHorizontalSpacing(space::around);
    form->addRow(tr("Limits &of"), m_whose);
    auto *hint
        = new QLabel(tr("A call must pass the limits of its key, use case, environment and team. A running "
                        "gateway follows within a second and keeps what was used."));
    hint->setProperty("look", QStringLiteral("muted"));
    hint->setWordWrap(true);
    auto *inner = new QWidget;
    auto *innerColumn = new QVBoxLayout(inner);
    innerColumn->setContentsMargins(0, 0, space::between, 0);
    innerColumn->addWidget(m_editor);
    innerColumn->addStretch();
    auto *scroll = new QScrollArea;
    scroll->setWidget(inner);
    scroll->setWidgetResizable(true);
    scroll->setProperty("look", QStringLiteral("bare"));
    scroll->setFocusPolicy(Qt::NoFocus);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_problem, 1);
    buttons->addStretch();
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_save);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::around, space::around, space::around, space::around);
    column->setSpacing(space::around);
    column->addLayout(form);
    column->addWidget(hint);
    column->addWidget(scroll, 1);
    column->addLayout(buttons);
    resize(usualSize);

    m_whose->setCurrentIndex(std::clamp(chosen, -1, m_whose->count() - 1));
    showSubject();
    connect(m_whose, &QComboBox::currentIndexChanged, this, &LimitsDialog::showSubject);
    connect(m_editor, &LimitsEditor::edited, this, [this] { setEdited(true); });
    connect(m_save, &QPushButton::clicked, this, &LimitsDialog::save);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(&desk, &KeyDesk::limitsSet, this, [this](const LimitSubject &subject) {
        if (subject == m_subjects.value(m_whose->currentIndex()) && !m_cancel->isEnabled())
            accept();
    });
    connect(&desk, &KeyDesk::limitsFailed, this, [this](const Error &error) {
        waitFor(false);
        sayProblem(m_problem, errorText(error));
    });
}

void LimitsDialog::addSubject(const LimitSubject &subject)
{
    if (m_subjects.contains(subject))
        return;
    m_subjects.append(subject);
    m_whose->addItem(subjectWords(subject));
}

void LimitsDialog::showSubject()
{
    m_shown = limitsOf(m_desk.choices(), m_subjects.value(m_whose->currentIndex()));
    m_editor->setLimits(m_shown);
    setEdited(false);
}

void LimitsDialog::setEdited(bool edited)
{
    m_problem->hide();
    m_save->setEnabled(edited);
    // One subject at a time, so that nothing written is lost by looking at another.
    m_whose->setEnabled(!edited && m_subjects.size() > 1);
    m_whose->setToolTip(edited ? tr("Save or cancel first") : tr("A key, use case, environment or team"));
}

void LimitsDialog::save()
{
    const auto limits = m_editor->limits();
    if (!limits)
        return;
    waitFor(true);
    m_desk.setLimits(m_subjects.value(m_whose->currentIndex()), m_shown, *limits);
}

void LimitsDialog::waitFor(bool waiting)
{
    for (QWidget *part : QList<QWidget *>{m_editor, m_save, m_cancel})
        part->setEnabled(!waiting);
}

} // namespace gatehouse::console
