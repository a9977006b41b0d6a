// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bench/part_editor.h"

#include "models/text.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/widgets/evidence.h"

#include <QComboBox>
#include <QPlainTextEdit>
#include <QToolButton>
#include <QVBoxLayout>

namespace gatehouse::console {

namespace {
constexpr int leastHeight = 72;
}

PartEditor::PartEditor(const BenchPart &part, QWidget *parent)
    : QWidget(parent)
    , m_zone(new QComboBox)
    , m_remove(new QToolButton)
    , m_text(new QPlainTextEdit(part.text))
{
    for (int zone = 0; zone <= static_cast<int>(TrustZone::ToolDefinition); ++zone)
        m_zone->addItem(word(static_cast<TrustZone>(zone)), zone);
    m_zone->setObjectName(QStringLiteral("zone"));
    m_zone->setAccessibleName(tr("Trust zone"));
    m_zone->setToolTip(tr("Where this text comes from: rules see the zone"));
    setZone(part.zone);
    m_remove->setAccessibleName(tr("Remove this part"));
    m_remove->setToolTip(tr("Remove this part"));
    m_text->setObjectName(QStringLiteral("text"));
    m_text->setAccessibleName(tr("Text to judge"));
    m_text->setPlaceholderText(tr("Type or paste what would be sent. The verdict follows as you type."));
    m_text->setTabChangesFocus(true);
    m_text->setMinimumHeight(leastHeight);

    auto *head = new QHBoxLayout;
    head->addWidget(m_zone);
    head->addStretch();
    head->addWidget(m_remove);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::inside);
    column->addLayout(head);
    column->addWidget(m_text, 1);
    restyle();

    connect(&Theme::instance(), &Theme::changed, this, &PartEditor::restyle);
    connect(m_zone, &QComboBox::currentIndexChanged, this, &PartEditor::changed);
    connect(m_remove, &QToolButton::clicked, this, &PartEditor::removeWanted);
    connect(m_text, &QPlainTextEdit::textChanged, this, &PartEditor::changed);
}

BenchPart PartEditor::part() const
{
    return {static_cast<TrustZone>(m_zone->currentData().toInt()), m_text->toPlainText()};
}

void PartEditor::setZone(TrustZone zone)
{
    m_zone->setCurrentIndex(m_zone->findData(static_cast<int>(zone)));
}

void PartEditor::setMarks(const QList<EvidenceMark> &marks)
{
    m_marks = marks;
    m_text->setExtraSelections(evidenceSelections(m_text->document(), m_marks));
    QStringList labels;
    for (const EvidenceMark &mark : marks)
        labels.append(mark.label);
    m_text->setAccessibleDescription(labels.join(QStringLiteral(", ")));
}

void PartEditor::setRemovable(bool removable)
{
    m_remove->setVisible(removable);
}

void PartEditor::focusText()
{
    m_text->setFocus(Qt::OtherFocusReason);
}

void PartEditor::restyle()
{
    m_text->setFont(monoFont());
    m_text->setProperty("look", QStringLiteral("field"));
    m_remove->setIcon(themedIcon(QStringLiteral("remove")));
    setMarks(m_marks);
}

} // namespace gatehouse::console
