// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/bulk_question.h"

#include "models/filter_text.h"

#include <QCoreApplication>
#include <QLocale>
#include <QMessageBox>
#include <QPushButton>

namespace gatehouse::console {

namespace {

struct BulkQuestion {
    Q_DECLARE_TR_FUNCTIONS(BulkQuestion)
};

QString whatHappens(const Decision &decision)
{
    switch (decision.kind) {
    case DecisionKind::Confirm:
        return BulkQuestion::tr("They are resolved as true positives.");
    case DecisionKind::Dismiss:
        return BulkQuestion::tr("They are resolved as false positives.");
    case DecisionKind::Benign:
        return BulkQuestion::tr("They are resolved as benign.");
    case DecisionKind::Duplicate:
        return BulkQuestion::tr("They are resolved as duplicates.");
    case DecisionKind::Escalate:
        return BulkQuestion::tr("They are escalated, and lose their disposition.");
    case DecisionKind::Reopen:
        return BulkQuestion::tr("They are open again, and lose their disposition.");
    case DecisionKind::Note:
        return BulkQuestion::tr("Each gets the note “%1”.").arg(decision.detail.left(80));
    case DecisionKind::Unassign:
        return BulkQuestion::tr("They are assigned to nobody.");
    case DecisionKind::Assign:
        break;
    }
    return decision.detail.isEmpty() ? BulkQuestion::tr("They are assigned to you.")
                                     : BulkQuestion::tr("They are assigned to %1.").arg(decision.detail);
}

} // namespace

bool wantsAllDecided(QWidget *parent, const Decision &decision, const QString &newestAt)
{
    const QString count = QLocale().toString(decision.expected);
    const QString words = filterInWords(decision.filter);
    QMessageBox question(QMessageBox::Question, BulkQuestion::tr("Decide all that match"),
        words.isEmpty() ? BulkQuestion::tr("Change all %1 interactions?").arg(count)
                        : BulkQuestion::tr("Change %1 interactions: those whose %2?").arg(count, words),
        QMessageBox::Cancel, parent);
    question.setTextFormat(Qt::PlainText);
    question.setInformativeText(whatHappens(decision) + QLatin1Char(' ')
        + BulkQuestion::tr(
            "Calls newer than the newest one listed (%1) are not touched, nor any that somebody "
            "decides before its turn comes. It can be cancelled while it runs, and undone as a "
            "whole.")
              .arg(newestAt));
    auto *go = question.addButton(BulkQuestion::tr("Change %1").arg(count), QMessageBox::AcceptRole);
    question.setDefaultButton(go);
    question.exec();
    return question.clickedButton() == go;
}

} // namespace gatehouse::console
