// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/detail_pane.h"

#include "models/text.h"
#include "ui/review/check_table.h"
#include "ui/review/fact_grid.h"
#include "ui/review/why_pane.h"
#include "ui/theme/theme.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/evidence_view.h"
#include "ui/widgets/section_title.h"
#include "ui/widgets/severity_chip.h"

#include <QLabel>
#include <QStackedWidget>
#include <QTabBar>
#include <QTabWidget>
#include <QVBoxLayout>

namespace gatehouse::console {

namespace {
constexpr int narrowest = 348;
constexpr int notesShown = 4;

// In document mode a tab widget paints nothing but a line through its corner.
class Tabs : public QTabWidget {
protected:
    void paintEvent(QPaintEvent * /*event*/) override { }
};
} // namespace

DetailPane::DetailPane(QWidget *parent)
    : QWidget(parent)
    , m_stack(new QStackedWidget)
    , m_nothing(new EmptyState(QStringLiteral("review")))
    , m_title(new SectionTitle)
    , m_chip(new SeverityChip)
    , m_facts(new FactGrid)
    , m_tabs(new Tabs)
    , m_revealedLine(new QLabel(tr("Originals are shown. That you looked is in the audit log.")))
    , m_conversation(new EvidenceView)
    , m_checks(new CheckTable)
    , m_why(new WhyPane)
    , m_notesTitle(new SectionTitle(tr("Notes")))
    , m_notes(new QLabel)
    , m_said(new QLabel)
    , m_footer(new QVBoxLayout)
{
    setAccessibleName(tr("Detail"));
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_stack);
    m_stack->addWidget(m_nothing);
    m_stack->addWidget(buildContent());
    connect(m_checks, &CheckTable::evidenceWanted, this, &DetailPane::showEvidence);
    connect(m_why, &WhyPane::evidenceWanted, this, &DetailPane::showEvidence);
    connect(m_tabs, &QTabWidget::currentChanged, this, &DetailPane::refreshWhy);
}

QWidget *DetailPane::buildConversation()
{
    auto *pane = new QWidget;
    auto *column = new QVBoxLayout(pane);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::between);
    m_conversation->setMinimumWidth(narrowest);
    m_revealedLine->setObjectName(QStringLiteral("revealed"));
    m_revealedLine->setProperty("look", QStringLiteral("warning"));
    m_revealedLine->setWordWrap(true);
    m_revealedLine->hide();
    column->addWidget(m_revealedLine);
    column->addWidget(m_conversation, 1);
    column->addWidget(newLine());
    column->addWidget(m_checks);
    return pane;
}

QWidget *DetailPane::buildContent()
{
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(space::around, space::between, space::around, space::between);
    column->setSpacing(space::between);
    auto *head = new QHBoxLayout;
    head->setSpacing(space::between);
    m_title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    head->addWidget(m_title, 1);
    head->addWidget(m_chip);
    column->addLayout(head);
    column->addWidget(m_facts);
    m_tabs->setDocumentMode(true);
    m_tabs->setAccessibleName(tr("What was said, and why it was judged so"));
    m_tabs->tabBar()->setDrawBase(false);
    m_tabs->addTab(buildConversation(), tr("Conversation"));
    m_tabs->addTab(m_why, tr("Why?"));
    column->addWidget(m_tabs, 1);
    m_notes->setWordWrap(true);
    m_notes->setTextFormat(Qt::PlainText);
    m_notes->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_said->setObjectName(QStringLiteral("said"));
    m_said->setProperty("look", QStringLiteral("muted"));
    m_said->setTextFormat(Qt::PlainText);
    m_said->setWordWrap(true);
    m_said->hide();
    column->addWidget(m_notesTitle);
    column->addWidget(m_notes);
    column->addWidget(m_said);
    column->addWidget(newLine());
    column->addLayout(m_footer);
    return content;
}

void DetailPane::setView(const InteractionView &view)
{
    const bool same = view.row.id == m_view.row.id;
    const bool sameText
        = same && view.marks.size() == m_view.marks.size() && view.parts.size() == m_view.parts.size();
    if (!same)
        say({});
    m_view = view;
    m_title->setText(titleOf(view));
    m_title->setToolTip(titleOf(view));
    m_chip->setSeverity(view.row.severity);
    m_facts->setView(view);
    // A refresh of what is being read must not scroll it away.
    if (!sameText) {
        markRevealed(false);
        m_conversation->setContent(view.parts, view.marks);
    }
    if (!same || !sameText) {
        m_checks->setChecks(view.checks);
        m_isWhyOld = true;
        refreshWhy();
    }
    setNotes();
    m_stack->setCurrentIndex(1);
    Q_EMIT shownChanged();
}

void DetailPane::reveal(const QList<EvidencePart> &parts, const QList<EvidenceMark> &marks)
{
    m_tabs->setCurrentIndex(0);
    markRevealed(true);
    m_conversation->setContent(parts, marks, true);
    Q_EMIT shownChanged();
}

void DetailPane::conceal()
{
    if (!m_revealed)
        return;
    markRevealed(false);
    m_conversation->setContent(m_view.parts, m_view.marks);
    Q_EMIT shownChanged();
}

void DetailPane::markRevealed(bool revealed)
{
    m_revealed = revealed;
    m_revealedLine->setVisible(revealed);
}

void DetailPane::setCorner(QWidget *corner)
{
    // On one line with the words of the tabs, whose frames are higher.
    auto *place = new QWidget;
    auto *row = new QHBoxLayout(place);
    row->setContentsMargins(0, 0, 0, space::inside);
    row->addWidget(corner);
    m_tabs->setCornerWidget(place);
}

void DetailPane::setNotes()
{
    QStringList lines;
    for (const NoteView &note : m_view.notes.mid(std::max<qsizetype>(0, m_view.notes.size() - notesShown)))
        lines.append(QStringLiteral("%1, %2: %3")
                         .arg(note.author.section(QLatin1Char(':'), -1), relativeTime(note.at), note.text));
    m_notes->setText(lines.join(QLatin1Char('\n')));
    m_notes->setVisible(!lines.isEmpty());
    m_notesTitle->setVisible(!lines.isEmpty());
}

void DetailPane::refreshWhy()
{
    // Going from call to call does not wait for a table nobody looks at.
    if (m_tabs->currentWidget() == m_why && std::exchange(m_isWhyOld, false))
        m_why->setView(m_view);
}

void DetailPane::say(const QString &text)
{
    m_said->setText(text);
    m_said->setVisible(!text.isEmpty());
}

void DetailPane::toggleWhy()
{
    m_tabs->setCurrentIndex(m_tabs->currentWidget() == m_why ? 0 : m_tabs->indexOf(m_why));
}

void DetailPane::addTab(QWidget *pane, const QString &title)
{
    m_tabs->addTab(pane, title);
}

void DetailPane::toggleTab(QWidget *pane)
{
    m_tabs->setCurrentIndex(m_tabs->currentWidget() == pane ? 0 : m_tabs->indexOf(pane));
}

void DetailPane::showEvidence(int number)
{
    m_tabs->setCurrentIndex(0);
    m_conversation->goToNumber(number);
}

void DetailPane::stepEvidence(int step)
{
    m_tabs->setCurrentIndex(0);
    m_conversation->goToMark(step);
}

QString DetailPane::rule() const
{
    const QString chosen = m_tabs->currentWidget() == m_why ? m_why->currentRule() : QString();
    return chosen.isEmpty() ? m_view.row.rules.value(0) : chosen;
}

void DetailPane::showNothing(const QString &why)
{
    m_view = {};
    markRevealed(false);
    m_conversation->setContent({}, {});
    m_nothing->setWords(why);
    m_stack->setCurrentIndex(0);
    Q_EMIT shownChanged();
}

} // namespace gatehouse::console
