// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// One call over HTTP/1.1, plain or TLS: POST a body, read the answer.

#include "gateway/config.h"
#include "gateway/net/deadlines.h"
#include "gateway/upstream/http_target.h"
#include "gateway/upstream/pool.h"
#include "gateway/upstream/upstream_call.h"

#include <boost/beast/core/flat_buffer.hpp>
#include <memory>
#include <optional>

namespace gatehouse::gateway {

// What every call of a loop shares.
struct UpstreamLane {
    asio::io_context &loop;
    Deadlines &deadlines;
    UpstreamPool &pool;
    SSL_CTX *tls;
    const GatewayConfig &config;
};

class HttpCall final : public UpstreamCall {
public:
    HttpCall(UpstreamLane lane, HttpTarget target);
    ~HttpCall() override;

    [[nodiscard]] Task<UpstreamResult<ResponseHead>> start(std::string_view body, bool stream) override;
    [[nodiscard]] Task<UpstreamResult<std::string_view>> next() override;
    void cancel() override;
    void settle() override;

private:
    [[nodiscard]] Task<UpstreamResult<void>> send(std::string_view body, bool stream);
    [[nodiscard]] Task<UpstreamResult<void>> sendBytes(std::string_view head, std::string_view body);
    [[nodiscard]] Task<UpstreamResult<void>> readHead();
    [[nodiscard]] bool mayRepeat() const;
    [[nodiscard]] Task<UpstreamResult<void>> connect();
    [[nodiscard]] Task<UpstreamResult<void>> connectTo(const Resolver::results_type &endpoints);
    [[nodiscard]] Task<UpstreamResult<void>> readMore();
    [[nodiscard]] UpstreamResult<void> parse();
    [[nodiscard]] std::string requestHead(std::size_t bodySize, bool stream) const;
    [[nodiscard]] tl::unexpected<UpstreamFailure> failed(
        UpstreamFailure::Kind kind, std::string detail) const;
    void giveUp();

    UpstreamLane m_lane;
    HttpTarget m_target;
    std::unique_ptr<Wire> m_wire;
    std::optional<Socket> m_connecting;
    Resolver m_resolver;
    Deadline m_deadline;
    boost::beast::flat_buffer m_buffer;
    std::optional<ResponseParser> m_parser;
    std::string m_piece;
    bool m_kept = false; // the connection served another call before
    bool m_answered = false; // a byte came back
    bool m_broken = false; // by the other side, or on the way
    bool m_tooSlow = false;
    bool m_cancelled = false;
};

} // namespace gatehouse::gateway
