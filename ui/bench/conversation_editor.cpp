// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bench/conversation_editor.h"

#include "ui/bench/part_editor.h"
#include "ui/theme/theme.h"

#include <QVBoxLayout>

namespace gatehouse::console {

ConversationEditor::ConversationEditor(QWidget *parent)
    : QScrollArea(parent)
{
    auto *inside = new QWidget;
    m_column = new QVBoxLayout(inside);
    m_column->setContentsMargins(space::around, space::between, space::around, space::around);
    m_column->setSpacing(space::between);
    setWidget(inside);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
    setAccessibleName(tr("Conversation"));
    insertPart({});
}

std::vector<BenchPart> ConversationEditor::parts() const
{
    std::vector<BenchPart> parts;
    for (const PartEditor *editor : m_parts)
        parts.push_back(editor->part());
    return parts;
}

bool ConversationEditor::isEmpty() const
{
    return std::all_of(m_parts.begin(), m_parts.end(),
        [](const PartEditor *editor) { return editor->part().text.isEmpty(); });
}

void ConversationEditor::setParts(const std::vector<BenchPart> &parts)
{
    qDeleteAll(m_parts);
    m_parts.clear();
    for (const BenchPart &part : parts)
        insertPart(part);
    if (m_parts.isEmpty())
        insertPart({});
    Q_EMIT changed();
}

void ConversationEditor::addPart(const BenchPart &part)
{
    PartEditor *editor = insertPart(part);
    editor->focusText();
    Q_EMIT changed();
}

PartEditor *ConversationEditor::insertPart(const BenchPart &part)
{
    auto *editor = new PartEditor(part);
    m_column->addWidget(editor, 1);
    m_parts.append(editor);
    connect(editor, &PartEditor::changed, this, &ConversationEditor::changed);
    connect(editor, &PartEditor::removeWanted, this, [this, editor] {
        m_parts.removeOne(editor);
        editor->deleteLater();
        refreshRemovable();
        Q_EMIT changed();
    });
    refreshRemovable();
    return editor;
}

void ConversationEditor::refreshRemovable()
{
    for (PartEditor *editor : std::as_const(m_parts))
        editor->setRemovable(m_parts.size() > 1);
}

void ConversationEditor::swapZones(TrustZone from, TrustZone to)
{
    for (PartEditor *editor : std::as_const(m_parts)) {
        if (editor->part().zone == from)
            editor->setZone(to);
    }
}

void ConversationEditor::setMarks(const QList<EvidenceMark> &marks)
{
    for (int part = 0; part < m_parts.size(); ++part) {
        QList<EvidenceMark> own;
        for (const EvidenceMark &mark : marks) {
            if (mark.part == part)
                own.append(mark);
        }
        m_parts[part]->setMarks(own);
    }
}

} // namespace gatehouse::console
