// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The review desk: the queue, what is known about one call, and a decision by one key.

#include "models/review/decisions.h"
#include "models/system/permissions.h"
#include "ui/page.h"

class QAction;
class QLabel;
class QPushButton;
class QSplitter;
class QToolButton;

namespace gatehouse::console {

class StoreSession;
class BulkBar;
class CallSurroundings;
class ContextPane;
class DetailPane;
class EmptyState;
class ExportBar;
class FacetPanel;
class FilterBar;
class GroupsPane;
class ExceptionDesk;
class Handovers;
class InteractionQuery;
struct ExceptionEntry;
class PackSaver;
class QueueCounts;
class QueueModel;
class QueueView;

class ReviewPage : public Page {
    Q_OBJECT

public:
    ReviewPage(PageContext &context, QWidget *parent);

    void activated() override;
    void open(const QVariantMap &what) override; // "filter", "interaction"
    [[nodiscard]] QList<QWidget *> panes() const override;
    [[nodiscard]] ViewsButton *savedViews() const override { return m_views; }

private:
    void buildLayout();
    QWidget *buildTop();
    QWidget *newViews();
    QWidget *buildQueue();
    void buildDecisionButtons();
    void rememberGrouping();
    void connectQueue();
    void connectDecisions();
    void addMovement();
    void addDecisionCommands();
    void addTools();
    QAction *command(const char *id, const QString &text, const QString &key, void (ReviewPage::*slot)(),
        std::optional<Right> needs = {});

    // What the commands do.
    [[nodiscard]] bool mayChange(); // says why not
    void decide(DecisionKind kind);
    void decideAllMatching(DecisionKind kind, const QString &detail = {});
    void cancelBulk() { m_decisions->bulk().cancel(); }
    void confirm() { decide(DecisionKind::Confirm); }
    void dismiss() { decide(DecisionKind::Dismiss); }
    void markBenign() { decide(DecisionKind::Benign); }
    void markDuplicate() { decide(DecisionKind::Duplicate); }
    void escalate() { decide(DecisionKind::Escalate); }
    void reopen() { decide(DecisionKind::Reopen); }
    void assignToMe() { assign({}); }
    void assignToOther();
    void assign(const QString &who);
    void judgeHeld();
    void addNote();
    void showWholeText();
    void showRule();
    void showOnBench();
    void showSimilar();
    void takeAllLikeIt();
    void toggleContext();
    void toggleGroup();
    void buildMoreLikeIt();
    void filterByCell() { filterByCell(false); }
    void excludeCell() { filterByCell(true); }
    void filterByCell(bool excluded);
    void toggleLive();
    void undo();
    void redo();
    void toggleWhy();
    void savePack();
    void exportMatching();
    void foldJson();
    void unfoldJson();
    void nextEvidence();
    void previousEvidence();
    void toggleAllMatching();
    void showOverdue();
    void showMine();
    void showUnassigned();
    void handOver();
    void showHandovers();
    void openHandovers(bool isNew);
    QWidget *newHandoverLine();
    void addHandoverCommands();
    void addExceptionCommands();
    void makeException();
    void exceptionMade(const ExceptionEntry &entry);

    void decisionFailed(const QStringList &ids, const QString &why, const QString &conflict);
    void showCurrent(const QString &id);
    void refreshFooter();
    void refreshButtons();
    void queueArrived();

    PageContext &m_context;
    StoreSession &m_session;
    QueueModel *m_queue;
    QueueCounts *m_counts;
    InteractionQuery *m_query;
    Decisions *m_decisions;
    Handovers *m_handovers;
    ExceptionDesk *m_exceptions;
    PackSaver *m_packs;
    ExportBar *m_export;
    FilterBar *m_filter;
    QToolButton *m_live;
    ViewsButton *m_views = nullptr;
    FacetPanel *m_facets;
    GroupsPane *m_groups;
    QueueView *m_view;
    EmptyState *m_empty;
    QPushButton *m_news;
    QLabel *m_footer;
    BulkBar *m_bulk = nullptr;
    DetailPane *m_detail;
    CallSurroundings *m_surroundings;
    ContextPane *m_around;
    QPushButton *m_more = nullptr; // "47 more like this"
    QSplitter *m_panes;
    QList<QPushButton *> m_deciding;
    QPushButton *m_held = nullptr;
    QString m_wanted; // to be selected when it is there: after undo, or on the way from another page
    QStringList m_wantedMarks; // the rest of a selection that was not decided
    bool m_queueThere = false;
};

} // namespace gatehouse::console
