// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// The keys of the issuer of users' tokens, from a file or from where the issuer publishes them, and kept
// fresh.

#include "core/access/user_token.h"
#include "gateway/config.h"
#include "gateway/net/asio.h"
#include "gateway/net/tls.h"
#include "gateway/upstream/base_url.h"

#include <atomic>
#include <boost/asio/executor_work_guard.hpp>
#include <memory>
#include <stop_token>
#include <string>
#include <thread>

namespace gatehouse::gateway {

// Read again when they are due, and when a token names a key that is not among them. What can't be read, or
// holds no usable key, leaves the last good ones in force.
class UserKeys {
public:
    // A file that can't be read is an error; an issuer that can't be reached is asked again later, and until
    // then no token is good.
    [[nodiscard]] static Result<std::unique_ptr<UserKeys>> open(const UserTokens &users);
    ~UserKeys();
    UserKeys(const UserKeys &) = delete;
    UserKeys &operator=(const UserKeys &) = delete;

    // From any thread: a reading under way ends at once, and so does any later one.
    void giveUp() { m_stop.request_stop(); }
    // From any thread. Never null.
    [[nodiscard]] std::shared_ptr<const TokenRules> current() const { return m_current; }
    // Reads them again, unless that was tried within `users.retry`. Resumes on `loop`.
    [[nodiscard]] Task<void> refresh(asio::io_context &loop);

private:
    using Times = std::chrono::milliseconds;
    struct Found {
        VerificationKeys keys;
        Times goodFor;
    };

    UserKeys(const UserTokens &users, BaseUrl url, TlsContext tls);
    void start();
    void read(); // on the thread, but for the first time
    void arm();
    [[nodiscard]] Result<Found> find() const;
    [[nodiscard]] Result<Found> readFile() const;
    [[nodiscard]] Result<Found> fetch() const;

    const UserTokens m_users;
    const BaseUrl m_url; // of users.jwks_url
    const TlsContext m_tls; // null where it is not needed
    std::atomic<std::shared_ptr<const TokenRules>> m_current;
    std::string m_problem; // of the last reading; "" for none
    SteadyClock::time_point m_tried{};
    Times m_goodFor{0};
    std::stop_source m_stop; // of a reading under way
    asio::io_context m_loop{1};
    asio::executor_work_guard<Executor> m_work{m_loop.get_executor()};
    Timer m_due{m_loop};
    std::thread m_thread;
};

} // namespace gatehouse::gateway
