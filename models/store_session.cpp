// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store_session.h"

#include "core/policy/document.h"
#include "models/text.h"
#include "store/change_notices.h"
#include "store/policies.h"

#include <QFileInfo>

#include <algorithm>
#include <utility>

namespace gatehouse::console {

namespace {
constexpr int pollMilliseconds = 250; // also between two looks, however much is heard
constexpr int pollBesideNotices = 1000;
constexpr int firstWait = 250; // ms before a store that cannot be reached is asked again; doubled each time
constexpr int longestWait = 15'000;
} // namespace

StoreSession::StoreSession(QString location, QObject *parent)
    : QObject(parent)
    , m_location(std::move(location))
    , m_writer(m_location)
    , m_poller(m_location)
    , m_pollInterval(pollMilliseconds)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &StoreSession::poll);
    poll();
    if (!store::ChangeNotices::areGiven(m_location.toStdString()))
        return;
    m_pollInterval = pollBesideNotices;
    m_notices = std::make_unique<store::ChangeNotices>(m_location.toStdString(),
        [this] { QMetaObject::invokeMethod(this, &StoreSession::hear, Qt::QueuedConnection); });
}

StoreSession::~StoreSession() = default;

QString StoreSession::shownLocation() const
{
    return QString::fromStdString(store::shownLocation(m_location.toStdString()));
}

QString StoreSession::displayName() const
{
    return m_displayName.isEmpty() ? QFileInfo(shownLocation()).completeBaseName() : m_displayName;
}

StoreReader *StoreSession::newReader(QObject *owner) const
{
    auto *reader = new StoreReader(m_location, owner);
    // What a connection reads of calls is settled when it is made.
    connect(&m_permissions, &Permissions::contentRightChanged, reader, &StoreWorker::openAnew);
    return reader;
}

void StoreSession::tryNow()
{
    m_timer.stop();
    poll();
}

void StoreSession::poll()
{
    if (m_asking)
        return;
    m_asking = true;
    m_asked.start();
    m_poller.ask(
        this,
        [known = m_version](store::Store &store) -> Result<Answer> {
            const auto version = store.dataVersion();
            if (!version)
                return tl::unexpected<Error>(version.error());
            if (known == *version)
                return Answer{*version, store.isReadOnly()};
            const auto held = store::capabilitiesOf(store);
            if (!held)
                return tl::unexpected<Error>(held.error());
            return Answer{*version, store.isReadOnly(), *held};
        },
        [this](const Result<Answer> &answer) { answered(answer); });
}

void StoreSession::hear()
{
    if (m_asking) {
        m_heard = true;
        return;
    }
    // A server that is heard of can be reached, however long it was away.
    const qint64 soon = isOnline() ? pollMilliseconds - m_asked.elapsed() : 0;
    m_timer.start(static_cast<int>(std::max<qint64>(soon, 0)));
}

void StoreSession::answered(const Result<Answer> &answer)
{
    m_asking = false;
    const bool heard = std::exchange(m_heard, false);
    if (!answer) {
        if (heard)
            m_waited = 0; // it has come back meanwhile
        goOffline(answer.error());
        return;
    }
    // The first answer is news as well: what was committed since a page first read is in it.
    const bool news = !m_version || *m_version != answer->version;
    m_version = answer->version;
    m_lastAnswer = QDateTime::currentDateTime();
    m_waited = 0;
    m_timer.start(heard ? std::min(pollMilliseconds, m_pollInterval) : m_pollInterval);
    m_writer.refuse({});
    setReadOnly(answer->isReadOnly);
    if (answer->held)
        m_permissions.setHeld(*answer->held);
    setTrouble({});
    if (news)
        Q_EMIT changed();
}

void StoreSession::goOffline(const Error &error)
{
    m_version.reset();
    m_waited = m_waited == 0 ? firstWait : std::min(2 * m_waited, longestWait);
    m_nextTry = QDateTime::currentDateTime().addMSecs(m_waited);
    m_timer.start(m_waited);
    m_writer.refuse(error);
    setTrouble(errorText(error));
    Q_EMIT nextTryChanged();
}

void StoreSession::setReadOnly(bool readOnly)
{
    const QString reason = readOnly ? tr("This store was made by a newer Gatehouse: it can be read here, not "
                                         "changed. Install the newer version.")
                                    : QString();
    if (readOnly)
        m_writer.refuse(Error{ErrorKind::Unsupported, reason.toStdString(), {}, {}});
    if (reason == m_readOnlyReason)
        return;
    m_readOnlyReason = reason;
    m_permissions.setReadOnlyReason(reason);
    Q_EMIT readOnlyReasonChanged();
}

void StoreSession::setTrouble(const QString &trouble)
{
    if (trouble == m_trouble)
        return;
    m_trouble = trouble;
    Q_EMIT troubleChanged(m_trouble);
}

Status prepareStore(const QString &location, store::OpenMode mode)
{
    auto opened = store::Store::open(location.toStdString(), mode);
    if (!opened && opened.error().kind == ErrorKind::Unsupported
        && store::Store::open(location.toStdString(), store::OpenMode::ReadNewer))
        return {};
    if (!opened)
        return tl::unexpected<Error>(opened.error());
    const auto published = store::publishedPolicy(**opened);
    if (published)
        return {};
    if (published.error().kind != ErrorKind::NotFound)
        return tl::unexpected<Error>(published.error());
    const auto done
        = store::publishPolicy(**opened, std::string(baselinePolicyJson()), "baseline for a new store");
    if (!done)
        return tl::unexpected<Error>(done.error());
    return {};
}

} // namespace gatehouse::console
