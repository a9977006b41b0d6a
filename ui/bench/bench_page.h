// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The Test bench: a conversation on the left, what the chosen policy says of it on the right, while it is
// typed.

#include "models/bench/bench_judge.h"
#include "ui/page.h"

class QComboBox;
class QLabel;
class QPlainTextEdit;
class QStackedWidget;
class QTabWidget;

namespace gatehouse::console {

class ConversationEditor;
class EmptyState;
class PolicyBook;
class PolicySource;
class VerdictView;

class BenchPage final : public Page {
    Q_OBJECT

public:
    BenchPage(PageContext &context, QWidget *parent);

    // "text" with "zone" and "stage" (words of the core), or "parts": a list of maps of "zone" and "text";
    // "policy": the text of a draft to judge by.
    void open(const QVariantMap &what) override;
    [[nodiscard]] QList<QWidget *> panes() const override;

private:
    QWidget *newToolRow(PageContext &context);
    QWidget *newLeft();
    QWidget *newExamples();
    QWidget *newProblems();
    void connectAll();
    [[nodiscard]] BenchQuestion question() const;
    void ask();
    void showAnswer(const BenchAnswer &answer);
    void showProblems(const std::vector<Error> &problems);
    void setStage(Stage stage);
    void sourceChanged();
    void copyCheckLine();

    BenchJudge *m_judge;
    PolicyBook *m_book;
    ConversationEditor *m_conversation;
    PolicySource *m_source;
    QComboBox *m_stage;
    QTabWidget *m_left;
    QPlainTextEdit *m_draft;
    QStackedWidget *m_right;
    QWidget *m_examples;
    VerdictView *m_verdict;
    QWidget *m_problems;
    QLabel *m_problemText;
    QAction *m_copyLine;
};

} // namespace gatehouse::console
