// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// One interaction, top-down as an argument: what happened, the evidence in its place, why, what was done,
// decide.

#include "models/review/interaction_view.h"

#include <QWidget>

class QLabel;
class QStackedWidget;
class QTabWidget;
class QVBoxLayout;

namespace gatehouse::console {

class CheckTable;
class EmptyState;
class EvidenceView;
class FactGrid;
class SectionTitle;
class SeverityChip;
class WhyPane;

class DetailPane : public QWidget {
    Q_OBJECT

public:
    explicit DetailPane(QWidget *parent = nullptr);

    void setView(const InteractionView &view);
    void showNothing(const QString &why);
    [[nodiscard]] const InteractionView &view() const { return m_view; }
    [[nodiscard]] bool hasView() const { return !m_view.row.id.isEmpty(); }
    [[nodiscard]] EvidenceView &conversation() { return *m_conversation; }
    // Between what was said and why it was judged so.
    void toggleWhy();
    void showEvidence(int number);
    void stepEvidence(int step); // the next or previous mark, by 1 or -1
    // What was done with this call, until another one is shown.
    void say(const QString &text);
    // The rule that is being read about, or the one that decided; "" for none.
    [[nodiscard]] QString rule() const;
    // The originals in the conversation, until another call is shown or conceal() is called.
    void reveal(const QList<EvidencePart> &parts, const QList<EvidenceMark> &marks);
    void conceal();
    [[nodiscard]] bool isRevealed() const { return m_revealed; }
    // Above the conversation, at the end of the tabs' line.
    void setCorner(QWidget *corner);
    // Beside the conversation.
    void addTab(QWidget *pane, const QString &title);
    // Shows it, or the conversation when it is there already.
    void toggleTab(QWidget *pane);
    // The decision buttons go here, below everything.
    [[nodiscard]] QVBoxLayout *footer() { return m_footer; }

Q_SIGNALS:
    void shownChanged(); // another call, nothing, or the same with or without its originals

private:
    QWidget *buildContent();
    QWidget *buildConversation();
    void setNotes();
    void markRevealed(bool revealed);
    void refreshWhy();
    InteractionView m_view;
    QStackedWidget *m_stack;
    EmptyState *m_nothing;
    SectionTitle *m_title;
    SeverityChip *m_chip;
    FactGrid *m_facts;
    QTabWidget *m_tabs;
    QLabel *m_revealedLine;
    EvidenceView *m_conversation;
    CheckTable *m_checks;
    WhyPane *m_why;
    bool m_isWhyOld = false;
    bool m_revealed = false;
    SectionTitle *m_notesTitle;
    QLabel *m_notes;
    QLabel *m_said;
    QVBoxLayout *m_footer;
};

} // namespace gatehouse::console
