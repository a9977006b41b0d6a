// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the review desk does about exceptions: makes one from what a rule found, and takes it back.
#include "ui/review/review_page.h"

#include "models/policies/exception_desk.h"
#include "models/text.h"
#include "ui/review/detail_pane.h"
#include "ui/review/exception_dialog.h"

#include <QLocale>

#include <algorithm>
#include <functional>
#include <memory>

namespace gatehouse::console {

namespace {

// What the rule found first, as it is stored; "" where there is no text of it.
QString foundBy(const CheckLineView &line, const InteractionView &view)
{
    for (const EvidenceMark &mark : view.marks) {
        if (!line.marks.contains(mark.number))
            continue;
        const EvidencePart &part = view.parts[mark.part];
        return part.source.isEmpty() ? part.text.mid(mark.start, mark.length) : QString();
    }
    return {};
}

} // namespace

void ReviewPage::addExceptionCommands()
{
    command("review.exception", tr("Exception…"), QStringLiteral("U"), &ReviewPage::makeException,
        Right::PublishPolicies);
}

void ReviewPage::makeException()
{
    const InteractionView &view = m_detail->view();
    if (!m_detail->hasView() || !mayChange())
        return;
    const QString rule = m_detail->rule();
    const auto line = std::find_if(view.checks.cbegin(), view.checks.cend(),
        [&](const CheckLineView &each) { return each.rule == rule; });
    if (line == view.checks.cend() || line->outcome != CheckOutcome::Fail) {
        Q_EMIT troubleSaid(
            tr("An exception is made from what a rule found; choose one that found something."));
        return;
    }
    if (line->floor || line->stage == Stage::Access) {
        Q_EMIT troubleSaid(
            tr("No exception lifts %1: it is a floor, or a rule of the access stage.").arg(rule));
        return;
    }
    auto *dialog = new ExceptionDialog(*m_exceptions, view, rule, foundBy(*line, view), this);
    connect(dialog, &ExceptionDialog::made, this, &ReviewPage::exceptionMade);
    dialog->open();
}

void ReviewPage::exceptionMade(const ExceptionEntry &entry)
{
    m_detail->say(
        tr("Exception from %1 until %2.")
            .arg(entry.rule, QLocale().toString(entry.expiresAt.date(), QStringLiteral("d MMM yyyy"))));
    // Made again, it has another id.
    const auto id = std::make_shared<QString>(entry.id);
    const auto takeBack = [this, id](const std::function<void(const Status &)> &done) {
        m_exceptions->remove(*id, this, [this, done](const Status &removed) {
            if (removed)
                m_detail->say(tr("The exception is removed."));
            done(removed);
        });
    };
    const auto again = [this, id](const std::function<void(const Status &)> &done) {
        m_exceptions->addAgain(*id, this, [this, id, done](const Result<ExceptionEntry> &made) {
            if (!made) {
                done(tl::unexpected<Error>(made.error()));
                return;
            }
            *id = made->id;
            m_detail->say(tr("The exception is made again."));
            done({});
        });
    };
    m_decisions->remember(tr("made an exception from %1").arg(entry.rule), takeBack, again);
}

} // namespace gatehouse::console
