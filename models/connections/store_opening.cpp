// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/connections/store_opening.h"

#include "models/store_session.h"
#include "models/text.h"
#include "store/maintenance.h"

#include <QLocale>

namespace gatehouse::console {

namespace {

Result<QString> test(const QString &location)
{
    const auto opened = store::Store::open(location.toStdString(), store::OpenMode::ReadOnly);
    if (!opened)
        return tl::unexpected<Error>(opened.error());
    const auto status = store::storeStatus(**opened);
    if (!status)
        return tl::unexpected<Error>(status.error());
    const QLocale locale;
    return StoreOpening::tr("%1 · schema %2 · %3 interactions")
        .arg(toQString(status->engine), QString::number(status->schema),
            locale.toString(static_cast<qlonglong>(status->interactions)));
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
        return {question.location, test(question.location), question.number};
    const Status ready = prepareStore(question.location,
        question.purpose == For::NewStore ? store::OpenMode::Create : store::OpenMode::Existing);
    if (!ready)
        return {question.location, tl::unexpected<Error>(ready.error()), question.number};
    return {question.location, QString(), question.number};
}

void StoreOpening::deliver(const Answer &answer)
{
    if (!m_wanted || answer.number != m_number)
        return;
    m_wanted = false;
    if (answer.words)
        Q_EMIT opened(answer.location, *answer.words);
    else
        Q_EMIT failed(answer.location, answer.words.error());
}

} // namespace gatehouse::console
