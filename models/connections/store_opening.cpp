// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/connections/store_opening.h"

#include "models/store_session.h"
#include "models/text.h"
#include "store/capabilities.h"
#include "store/maintenance.h"

#include <QLocale>
#include <QStringList>

#include <utility>

namespace gatehouse::console {

namespace {

QString mayWords(const store::Capabilities &held)
{
    using store::Capability;
    const std::pair<Capability, QString> words[]
        = {{Capability::ReadContent, StoreOpening::tr("read what calls said")},
            {Capability::Review, StoreOpening::tr("review")},
            {Capability::ChangeKeys, StoreOpening::tr("issue and change keys")},
            {Capability::ChangeNames, StoreOpening::tr("make teams, environments and use cases")},
            {Capability::DraftPolicies, StoreOpening::tr("draft policies")},
            {Capability::PublishPolicies, StoreOpening::tr("publish policies")},
            {Capability::ReadAudit, StoreOpening::tr("read the audit log")},
            {Capability::ChangeProviders, StoreOpening::tr("change providers")},
            {Capability::ChangeSettings, StoreOpening::tr("change settings")},
            {Capability::ChangePeople, StoreOpening::tr("add people")}};
    QStringList may;
    for (const auto &[capability, what] : words) {
        if (held.may(capability))
            may.append(what);
    }
    return may.isEmpty() ? StoreOpening::tr("You may only see which calls there were.")
                         : StoreOpening::tr("You may %1.").arg(may.join(QStringLiteral(", ")));
}

Result<QString> test(const QString &location)
{
    const auto opened = store::Store::open(location.toStdString(), store::OpenMode::ReadOnly);
    if (!opened)
        return tl::unexpected<Error>(opened.error());
    const auto status = store::storeStatus(**opened);
    if (!status)
        return tl::unexpected<Error>(status.error());
    const QLocale locale;
    const auto held = store::capabilitiesOf(**opened);
    if (!held)
        return tl::unexpected<Error>(held.error());
    const QString facts = StoreOpening::tr("%1 · schema %2 · %3 interactions")
                              .arg(toQString(status->engine), QString::number(status->schema),
                                  locale.toString(static_cast<qlonglong>(status->interactions)));
    return *held == store::Capabilities::all() ? facts : facts + QLatin1Char('\n') + mayWords(*held);
}

StoreOpening::Mend mendOf(const Error &error)
{
    switch (store::openTroubleOf(error)) {
    case store::OpenTrouble::NoStore:
        return StoreOpening::Mend::NewStore;
    case store::OpenTrouble::Password:
        return StoreOpening::Mend::Password;
    case store::OpenTrouble::Other:
        break;
    }
    return StoreOpening::Mend::None;
}

} // namespace

StoreOpening::StoreOpening(QObject *parent)
    : QObject(parent)
    , m_task(&StoreOpening::answerTo, [this](const Answer &answer) { deliver(answer); })
{
}

StoreOpening::~StoreOpening() = default;

void StoreOpening::start(const QString &location, For purpose)
{
    m_wanted = true;
    m_task.ask({location, purpose, ++m_number});
}

void StoreOpening::cancel()
{
    m_wanted = false;
    ++m_number;
}

StoreOpening::Answer StoreOpening::answerTo(const Question &question)
{
    if (question.purpose == For::Test)
        return {test(question.location), question.number};
    const Status ready = prepareStore(question.location,
        question.purpose == For::NewStore ? store::OpenMode::Create : store::OpenMode::Existing);
    if (!ready)
        return {tl::unexpected<Error>(ready.error()), question.number};
    return {QString(), question.number};
}

void StoreOpening::deliver(const Answer &answer)
{
    if (!m_wanted || answer.number != m_number)
        return;
    m_wanted = false;
    if (answer.words)
        Q_EMIT opened(*answer.words);
    else
        Q_EMIT failed(answer.words.error(), mendOf(answer.words.error()));
}

} // namespace gatehouse::console
