// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/state/user_keys.h"

#include "gateway/http/reply_head.h"
#include "gateway/net/latch.h"
#include "gateway/upstream/http_exchange.h"

#include <algorithm>
#include <charconv>
#include <fstream>
#include <spdlog/spdlog.h>

namespace gatehouse::gateway {
namespace {

constexpr std::size_t mostBytes = 1024UL * 1024;
constexpr std::chrono::hours usually{1}, atMost{24};
constexpr int leastPauses = 10; // of users.retry, between two readings nobody asked for

// What Cache-Control (RFC 9111) says, within bounds.
std::chrono::milliseconds goodFor(std::string_view cacheControl, std::chrono::milliseconds atLeast)
{
    constexpr std::string_view name = "max-age=";
    const std::size_t at = cacheControl.find(name);
    std::int64_t seconds = std::chrono::seconds(usually).count();
    if (at != std::string_view::npos) {
        const std::string_view number = cacheControl.substr(at + name.size());
        (void)std::from_chars(number.data(), number.data() + number.size(), seconds);
    }
    const std::int64_t most = std::chrono::seconds(atMost).count();
    return std::max(
        atLeast, std::chrono::milliseconds(std::chrono::seconds(std::clamp<std::int64_t>(seconds, 0, most))));
}

} // namespace

UserKeys::UserKeys(const UserTokens &users, BaseUrl url, TlsContext tls)
    : m_users(users)
    , m_url(std::move(url))
    , m_tls(std::move(tls))
    , m_current(std::make_shared<const TokenRules>(TokenRules{{}, users.issuer, users.audience}))
{
}

Result<std::unique_ptr<UserKeys>> UserKeys::open(const UserTokens &users)
{
    BaseUrl url;
    TlsContext tls;
    if (!users.jwksUrl.empty()) {
        auto parsed = parseBaseUrl(users.jwksUrl);
        if (!parsed)
            return fail(ErrorKind::InvalidInput, "not a URL of keys", "users.jwks_url " + users.jwksUrl,
                "write it as https://host[:port]/path");
        auto made = clientTls();
        if (!made)
            return tl::unexpected(made.error());
        url = std::move(*parsed);
        tls = std::move(*made);
    }
    std::unique_ptr<UserKeys> keys(new UserKeys(users, std::move(url), std::move(tls)));
    if (users.jwksUrl.empty()) {
        if (auto found = keys->readFile(); !found)
            return tl::unexpected(found.error());
    }
    keys->start();
    return keys;
}

UserKeys::~UserKeys()
{
    // An issuer that does not answer must not keep a gateway from ending.
    giveUp();
    m_work.reset();
    m_loop.stop();
    if (m_thread.joinable())
        m_thread.join();
}

void UserKeys::start()
{
    read();
    arm();
    m_thread = std::thread([this] { m_loop.run(); });
}

Task<void> UserKeys::refresh(asio::io_context &loop)
{
    Latch done(loop);
    asio::post(m_loop, [&] {
        if (SteadyClock::now() - m_tried >= m_users.retry) {
            read();
            arm();
        }
        asio::post(loop, [&done] { done.set(); });
    });
    co_await done.wait();
}

void UserKeys::read()
{
    m_tried = SteadyClock::now();
    auto found = find();
    const std::string problem = found ? std::string() : found.error().line();
    if (problem != m_problem && !problem.empty())
        spdlog::error("the keys of users' tokens cannot be read, the last good ones stay: {}", problem);
    m_problem = problem;
    m_goodFor = found ? found->goodFor : 2 * m_users.retry;
    if (found)
        m_current = std::make_shared<const TokenRules>(
            TokenRules{std::move(found->keys), m_users.issuer, m_users.audience});
}

void UserKeys::arm()
{
    m_due.expires_after(m_goodFor);
    m_due.async_wait([this](const error_code &error) {
        if (error)
            return;
        read();
        arm();
    });
}

Result<UserKeys::Found> UserKeys::find() const
{
    return m_users.jwksUrl.empty() ? readFile() : fetch();
}

Result<UserKeys::Found> UserKeys::readFile() const
{
    std::ifstream file(m_users.jwksFile, std::ios::binary);
    if (!file)
        return fail(ErrorKind::InvalidInput, "cannot read the keys of users' tokens", m_users.jwksFile);
    const std::string json{std::istreambuf_iterator<char>(file), {}};
    auto keys = VerificationKeys::fromJson(json);
    if (!keys)
        return fail(keys.error().kind, keys.error().what, m_users.jwksFile + " " + keys.error().where,
            keys.error().advice);
    return Found{std::move(*keys), 2 * m_users.retry};
}

Result<UserKeys::Found> UserKeys::fetch() const
{
    std::string head = "GET " + (m_url.path.empty() ? "/" : m_url.path) + " HTTP/1.1\r\n";
    appendField(head, "host", m_url.hostField());
    appendField(head, "user-agent", "gatehouse");
    appendField(head, "accept", "application/json");
    appendField(head, "accept-encoding", "identity");
    head += "connection: close\r\n\r\n";
    const auto answer = exchangeOnce(m_url, m_tls.get(), head, {}, mostBytes, m_stop.get_token());
    if (!answer)
        return tl::unexpected(answer.error());
    if (answer->status != 200)
        return fail(ErrorKind::Unreachable, "status " + std::to_string(answer->status), m_users.jwksUrl);
    auto keys = VerificationKeys::fromJson(answer->body);
    if (!keys)
        return fail(keys.error().kind, keys.error().what, m_users.jwksUrl + " " + keys.error().where);
    return Found{std::move(*keys), goodFor(answer->cacheControl, leastPauses * m_users.retry)};
}

} // namespace gatehouse::gateway
