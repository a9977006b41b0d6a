// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/providers/edit_dialog.h"

#include "models/system/provider_desk.h"
#include "ui/theme/theme.h"

#include <QFormLayout>
#include <QLabel>
#include <QPushButton>

namespace gatehouse::console {

EditDialog::EditDialog(ProviderDesk &desk, const QString &verb, QWidget *parent)
    : QDialog(parent)
    , m_desk(desk)
    , m_fields(nullptr)
    , m_questions(new QWidget)
    , m_form(new QFormLayout)
    , m_below(new QVBoxLayout)
    , m_buttons(new QHBoxLayout)
    , m_cancel(new QPushButton(tr("Cancel")))
    , m_save(new QPushButton(verb))
{
    setAttribute(Qt::WA_DeleteOnClose);
    m_save->setObjectName(QStringLiteral("save"));
    m_save->setProperty("look", QStringLiteral("primary"));
    m_save->setDefault(true);
    m_form->setVerticalSpacing(space::between);
    m_form->setHorizontalSpacing(space::around);
    m_below->setSpacing(space::between);
    auto *questions = new QVBoxLayout(m_questions);
    questions->setContentsMargins(0, 0, 0, 0);
    questions->setSpacing(space::between);
    questions->addLayout(m_form);
    questions->addLayout(m_below, 1);
    m_buttons->addStretch();
    m_buttons->addWidget(m_cancel);
    m_buttons->addWidget(m_save);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::around, space::around, space::around, space::around);
    column->setSpacing(space::around);
    column->addWidget(m_questions, 1);
    column->addWidget(m_fields.general());
    column->addLayout(m_buttons);
    connect(m_save, &QPushButton::clicked, this, [this] {
        m_fields.clear();
        save();
    });
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(&desk, &ProviderDesk::done, this, [this] {
        if (m_waiting)
            accept();
    });
    connect(&desk, &ProviderDesk::failed, this, [this](const Error &error) {
        if (!m_waiting)
            return;
        setWaiting(false);
        m_fields.say(error);
    });
}

void EditDialog::addBelowForm(QWidget *widget, int stretch)
{
    m_below->addWidget(widget, stretch);
}

QPushButton *EditDialog::addButton(const QString &text)
{
    auto *button = new QPushButton(text);
    button->setAutoDefault(false);
    m_buttons->insertWidget(0, button);
    return button;
}

void EditDialog::setWaiting(bool waiting)
{
    m_waiting = waiting;
    for (QWidget *part : QList<QWidget *>{m_questions, m_save, m_cancel})
        part->setEnabled(!waiting);
}

} // namespace gatehouse::console
