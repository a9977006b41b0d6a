// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the keys of the review desk do.
#include "ui/review/review_page.h"

#include "models/filter_text.h"
#include "models/review/call_surroundings.h"
#include "models/review/interaction_query.h"
#include "models/review/queue_counts.h"
#include "models/review/queue_model.h"
#include "models/text.h"
#include "ui/review/bulk_bar.h"
#include "ui/review/bulk_question.h"
#include "ui/review/detail_pane.h"
#include "ui/review/groups_pane.h"
#include "ui/review/queue_view.h"
#include "ui/review/revealer.h"
#include "ui/review/text_dialog.h"
#include "ui/settings/shortcut_map.h"
#include "ui/theme/theme.h"
#include "ui/widgets/filter_bar.h"

#include <QHBoxLayout>
#include <QInputDialog>
#include <QLocale>
#include <QMessageBox>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace gatehouse::console {

QAction *ReviewPage::command(const char *id, const QString &text, const QString &key,
    void (ReviewPage::*slot)(), std::optional<Right> needs)
{
    QAction *action = m_context.shortcuts.add(
        {QString::fromLatin1(id), text, QKeySequence(key), tr("Review"), true, needs}, this);
    connect(action, &QAction::triggered, this, slot);
    return action;
}

void ReviewPage::addMovement()
{
    const auto move = [this](const char *id, const QString &text, const QString &key, int rows) {
        QAction *action = m_context.shortcuts.add(
            {QString::fromLatin1(id), text, QKeySequence(key), tr("Review"), false}, this);
        connect(action, &QAction::triggered, this, [this, rows] { m_view->step(rows); });
    };
    move("review.next", tr("Next"), QStringLiteral("J"), 1);
    move("review.previous", tr("Previous"), QStringLiteral("K"), -1);
    // On the table only: elsewhere Space presses a button.
    QAction *whole
        = m_context.shortcuts.add({QStringLiteral("review.text"), tr("Whole text"),
                                      QKeySequence(Qt::Key_Space), tr("Review"), true, Right::ReadContent},
            m_view);
    connect(whole, &QAction::triggered, this, &ReviewPage::showWholeText);
    command("review.evidence.next", tr("Next evidence"), QStringLiteral("]"), &ReviewPage::nextEvidence);
    command("review.evidence.previous", tr("Previous evidence"), QStringLiteral("["),
        &ReviewPage::previousEvidence);
    command("review.json.fold", tr("Fold the JSON around the cursor"), QStringLiteral("-"),
        &ReviewPage::foldJson);
    command("review.json.unfold", tr("Unfold the JSON on the cursor's line"), QStringLiteral("+"),
        &ReviewPage::unfoldJson);
}

void ReviewPage::addDecisionCommands()
{
    const auto change = [this](const char *id, const QString &text, const QString &key,
                            void (ReviewPage::*slot)()) { command(id, text, key, slot, Right::Review); };
    change("review.confirm", tr("Confirm (true positive)"), QStringLiteral("C"), &ReviewPage::confirm);
    change("review.dismiss", tr("Dismiss (false positive)"), QStringLiteral("D"), &ReviewPage::dismiss);
    change("review.benign", tr("Benign"), QStringLiteral("B"), &ReviewPage::markBenign);
    change("review.duplicate", tr("Duplicate"), QStringLiteral("="), &ReviewPage::markDuplicate);
    change("review.escalate", tr("Escalate"), QStringLiteral("E"), &ReviewPage::escalate);
    change("review.reopen", tr("Reopen"), QStringLiteral("O"), &ReviewPage::reopen);
    change("review.held", tr("Release or deny a held call…"), QStringLiteral("H"), &ReviewPage::judgeHeld);
    change("review.assign", tr("Assign to me"), QStringLiteral("A"), &ReviewPage::assignToMe);
    change("review.assign.other", tr("Assign to…"), QStringLiteral("Shift+A"), &ReviewPage::assignToOther);
    change("review.note", tr("Note…"), QStringLiteral("N"), &ReviewPage::addNote);
    change("review.bulk.cancel", tr("Cancel the decision about all that match"), QStringLiteral("Ctrl+."),
        &ReviewPage::cancelBulk);
    change("review.undo", tr("Undo"), QStringLiteral("Z"), &ReviewPage::undo);
    change("review.redo", tr("Redo"), QStringLiteral("Shift+Z"), &ReviewPage::redo);
    QAction *undoToo
        = m_context.shortcuts.add({QStringLiteral("review.undo.standard"), tr("Undo"),
                                      QKeySequence(Qt::CTRL | Qt::Key_Z), tr("Review"), false, Right::Review},
            this);
    connect(undoToo, &QAction::triggered, this, &ReviewPage::undo);
}

void ReviewPage::addTools()
{
    const auto onView
        = [this](const char *id, const QString &text, const QString &key, void (QueueView::*slot)()) {
              QAction *action = m_context.shortcuts.add(
                  {QString::fromLatin1(id), text, QKeySequence(key), tr("Review"), true}, this);
              connect(action, &QAction::triggered, m_view, slot);
          };
    onView("review.mark", tr("Select"), QStringLiteral("X"), &QueueView::toggleMark);
    onView("review.mark.range", tr("Select up to here"), QStringLiteral("Shift+X"), &QueueView::markRange);
    command(
        "review.mark.all", tr("Select all that match"), QStringLiteral("*"), &ReviewPage::toggleAllMatching);
    command("review.why", tr("Why?"), QStringLiteral("W"), &ReviewPage::toggleWhy);
    command("review.rule", tr("Show the rule that fired"), QStringLiteral("P"), &ReviewPage::showRule);
    command("review.bench", tr("Take to the test bench"), QStringLiteral("T"), &ReviewPage::showOnBench,
        Right::ReadContent);
    command("review.similar", tr("Show what says nearly the same"), QStringLiteral("S"),
        &ReviewPage::showSimilar);
    command("review.alike", tr("Take all like this together"), QStringLiteral("Shift+S"),
        &ReviewPage::takeAllLikeIt);
    command("review.context", tr("Context of this call"), QStringLiteral("V"), &ReviewPage::toggleContext);
    command("review.group", tr("Fold or unfold the group"), QStringLiteral("G"), &ReviewPage::toggleGroup);
    command("review.pack", tr("Evidence pack…"), QStringLiteral("Ctrl+E"), &ReviewPage::savePack,
        Right::ReadContent);
    command("review.export", tr("Export what the filter matches…"), QStringLiteral("Ctrl+Shift+E"),
        &ReviewPage::exportMatching, Right::ReadContent);
    command("review.cell", tr("Filter by this cell"), QStringLiteral("F"), &ReviewPage::filterByCell);
    command("review.cell.not", tr("Exclude this cell"), QStringLiteral("Shift+F"), &ReviewPage::excludeCell);
    command("review.overdue", tr("Show what is overdue"), {}, &ReviewPage::showOverdue);
    command("review.mine", tr("Show what is mine"), {}, &ReviewPage::showMine);
    command("review.unassigned", tr("Show what is nobody's"), {}, &ReviewPage::showUnassigned);
    command("review.live", tr("Live on or off"), QStringLiteral("L"), &ReviewPage::toggleLive);
    new Revealer(m_context, *m_detail,
        m_context.shortcuts.add({QStringLiteral("review.reveal"), tr("Reveal originals…"),
                                    QKeySequence(QStringLiteral("R")), tr("Review"), true, Right::Review},
            this),
        this);
    QAction *filter = m_context.shortcuts.add({QStringLiteral("review.filter"), tr("Filter"),
                                                  QKeySequence(QStringLiteral("/")), tr("Review"), true},
        this);
    connect(filter, &QAction::triggered, this, [this] {
        m_filter->setFocus();
        m_filter->selectAll();
    });
}

void ReviewPage::buildMoreLikeIt()
{
    m_more = new QPushButton;
    m_more->setProperty("look", QStringLiteral("link"));
    m_more->setVisible(false);
    QAction *action = m_context.shortcuts.action(QStringLiteral("review.alike"));
    m_more->setToolTip(action->toolTip());
    connect(m_more, &QPushButton::clicked, action, &QAction::trigger);
    auto *row = new QHBoxLayout;
    row->addWidget(m_more);
    row->addStretch(1);
    m_detail->footer()->addLayout(row);
    connect(m_surroundings, &CallSurroundings::changed, this, [this] {
        const auto &now = m_surroundings->now();
        const int more = now && !now->group.isEmpty() ? static_cast<int>(now->waitingLikeIt) - 1 : 0;
        m_more->setVisible(more > 0);
        m_more->setText(tr("%n more like this…", nullptr, more));
        m_more->setAccessibleName(m_more->text());
    });
}

void ReviewPage::buildDecisionButtons()
{
    auto *row = new QHBoxLayout;
    row->setSpacing(space::between);
    const auto button = [&](const char *id, const QString &text) {
        QAction *action = m_context.shortcuts.action(QString::fromLatin1(id));
        auto *made = new QPushButton;
        const auto relabel = [made, action, text] {
            made->setText(
                QStringLiteral("%1  %2").arg(text, action->shortcut().toString(QKeySequence::NativeText)));
            made->setToolTip(action->toolTip());
        };
        relabel();
        made->setObjectName(action->objectName());
        made->setAccessibleName(action->text());
        made->setFocusPolicy(Qt::TabFocus);
        connect(action, &QAction::changed, made, relabel);
        connect(action, &QAction::enabledChanged, this, &ReviewPage::refreshButtons);
        connect(made, &QPushButton::clicked, action, &QAction::trigger);
        row->addWidget(made);
        m_deciding.append(made);
        return made;
    };
    m_held = button("review.held", tr("Release…"));
    button("review.confirm", tr("Confirm"))->setProperty("look", QStringLiteral("primary"));
    button("review.dismiss", tr("Dismiss"));
    button("review.escalate", tr("Escalate"));
    button("review.note", tr("Note"));
    row->addStretch(1);
    m_detail->footer()->addLayout(row);
}

void ReviewPage::refreshButtons()
{
    for (QPushButton *button : std::as_const(m_deciding))
        button->setEnabled(
            m_detail->hasView() && m_context.shortcuts.action(button->objectName())->isEnabled());
    m_held->setVisible(m_detail->view().heldState == QLatin1String("waiting"));
}

void ReviewPage::decide(DecisionKind kind)
{
    if (!mayChange())
        return;
    if (m_groups->hasTableFocus())
        m_view->markAllMatching(true); // of the group one stands on
    if (m_view->allMatching()) {
        decideAllMatching(kind);
        return;
    }
    const QStringList ids = m_view->chosenIds();
    const QList<SeenReview> calls = m_view->chosen();
    if (ids.isEmpty())
        return;
    // The next item is on screen before the store has answered: reading goes on, and what fails comes back.
    const QString next = m_view->successorOf(ids);
    const QString state = stateAfter(kind);
    if (!next.isEmpty() && !state.isEmpty())
        m_view->goTo(next);
    m_view->clearMarks();
    if (!state.isEmpty()) {
        for (const QString &id : ids)
            m_queue->expectState(id, state);
    }
    m_decisions->decide({kind, calls, {}, {}, {}});
}

void ReviewPage::decideAllMatching(DecisionKind kind, const QString &detail)
{
    if (m_queue->rowCount() == 0)
        return;
    // The question names how many there are: it waits for the count of this filter.
    if (!m_counts->isCounted()) {
        const auto askAgain = [this, kind, detail, filter = m_filter->filter()] {
            if (m_view->allMatching() && m_filter->filter() == filter)
                decideAllMatching(kind, detail);
        };
        connect(m_counts, &QueueCounts::changed, this, askAgain, Qt::SingleShotConnection);
        return;
    }
    const Decision decision{kind, {}, m_filter->filter(), m_queue->newest(), detail, m_counts->matching()};
    if (!wantsAllDecided(this, decision, absoluteTime(m_queue->newestTime())))
        return;
    m_bulk->expect(tr("Starting…"));
    m_decisions->decide(decision);
    m_view->clearMarks();
}

void ReviewPage::showOverdue()
{
    m_filter->setFilter(QStringLiteral("due:overdue"));
    m_queue->sort(QueueModel::DueColumn, Qt::AscendingOrder);
    m_view->showOrder();
}

void ReviewPage::showMine()
{
    m_filter->setFilter(filterWithTerm(
        QStringLiteral("state:open,in_review,escalated"), QStringLiteral("assignee"), currentUser(), false));
}

void ReviewPage::showUnassigned()
{
    m_filter->setFilter(QStringLiteral("state:open,in_review,escalated assignee:\"\""));
}

void ReviewPage::toggleAllMatching()
{
    m_view->markAllMatching(!m_view->allMatching());
}

void ReviewPage::assign(const QString &who)
{
    if (!mayChange())
        return;
    if (m_view->allMatching()) {
        decideAllMatching(DecisionKind::Assign, who);
        return;
    }
    const QList<SeenReview> calls = m_view->chosen();
    if (!calls.isEmpty())
        m_decisions->decide({DecisionKind::Assign, calls, {}, {}, who});
    m_view->clearMarks();
}

void ReviewPage::assignToOther()
{
    const QString who = QInputDialog::getText(this, tr("Assign"), tr("Assign to (login name):"));
    if (!who.trimmed().isEmpty())
        assign(who.trimmed());
}

void ReviewPage::judgeHeld()
{
    const InteractionView view = m_detail->view();
    if (view.heldState != QLatin1String("waiting") || !mayChange())
        return;
    QMessageBox question(QMessageBox::Question, tr("Held call"),
        tr("Release this call of %1? The same key may then send the same payload once, within 24 hours.")
            .arg(view.row.team),
        QMessageBox::Cancel, this);
    auto *release = question.addButton(tr("Release call"), QMessageBox::AcceptRole);
    auto *deny = question.addButton(tr("Deny call"), QMessageBox::DestructiveRole);
    question.setDefaultButton(QMessageBox::Cancel);
    question.exec();
    if (question.clickedButton() != release && question.clickedButton() != deny)
        return;
    m_view->goTo(m_view->successorOf({view.row.id}));
    m_queue->expectState(view.row.id, QStringLiteral("resolved"));
    if (question.clickedButton() == release)
        m_decisions->release(view.row.id);
    else
        m_decisions->deny(view.row.id);
}

void ReviewPage::addNote()
{
    const bool all = m_view->allMatching();
    const QStringList ids = m_view->chosenIds();
    if (ids.isEmpty())
        return;
    auto *dialog = new NoteDialog(static_cast<int>(all ? m_counts->matching() : ids.size()), this);
    connect(dialog, &NoteDialog::noteGiven, this, [this, all, ids, dialog](const QString &text) {
        if (all) {
            dialog->answer({});
            decideAllMatching(DecisionKind::Note, text);
            return;
        }
        m_decisions->addNote(
            ids, text, dialog, [dialog](const QString &trouble) { dialog->answer(trouble); });
    });
    dialog->open();
}

// The bar says what is looked at: nothing else of what it said before holds for what is like this call.
void ReviewPage::showSimilar()
{
    if (!m_view->currentId().isEmpty())
        m_filter->setFilter(QStringLiteral("similar:") + m_view->currentId());
}

// All that waits of its group, selected: the next decision is about all of them, as about any other filter.
void ReviewPage::takeAllLikeIt()
{
    const auto &now = m_surroundings->now();
    if (!now || now->group.isEmpty()) {
        Q_EMIT troubleSaid(tr("Nothing is known to say nearly the same as this call."));
        return;
    }
    const QString filter = QStringLiteral("group:%1 state:open,in_review,escalated").arg(now->group);
    m_filter->setFilter(filter);
    // Once it is known how many they are.
    connect(
        m_counts, &QueueCounts::changed, m_view,
        [this, filter] {
            if (m_filter->filter() == filter)
                m_view->markAllMatching(true);
        },
        Qt::SingleShotConnection);
}

// Without groups the near-duplicates are collapsed.
void ReviewPage::toggleGroup()
{
    if (m_groups->isOn())
        m_groups->toggleFold();
    else
        m_groups->groupBy(Grouping::NearDuplicates);
}

void ReviewPage::filterByCell(bool excluded)
{
    const QModelIndex cell = m_view->currentIndex();
    const QString field = cell.data(FilterFieldRole).toString();
    if (!field.isEmpty())
        m_filter->setFilter(
            filterWithTerm(m_filter->text(), field, cell.data(FilterValueRole).toString(), excluded));
}

void ReviewPage::toggleLive()
{
    m_live->toggle();
}

void ReviewPage::undo()
{
    m_decisions->undo();
}

void ReviewPage::redo()
{
    m_decisions->redo();
}

} // namespace gatehouse::console
