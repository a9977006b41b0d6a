// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// The provider that needs no network: answers computed in the process, delivered like any upstream's.

#include "gateway/config.h"
#include "gateway/sandbox/answer.h"
#include "gateway/upstream/upstream_call.h"

#include <memory>

namespace gatehouse::gateway {

class SandboxCall final : public UpstreamCall {
public:
    SandboxCall(asio::io_context &loop, const Timeouts &timeouts, const WireFormat &format);

    [[nodiscard]] Task<UpstreamResult<ResponseHead>> start(std::string_view body, bool stream) override;
    [[nodiscard]] Task<UpstreamResult<std::string_view>> next() override;
    void cancel() override;
    void settle() override { }

private:
    [[nodiscard]] Task<UpstreamResult<void>> pause(Millis wanted, Millis allowed);
    [[nodiscard]] Task<UpstreamResult<std::string_view>> nextEvent();
    [[nodiscard]] UpstreamResult<std::string_view> wholeAnswer();

    asio::io_context &m_loop;
    const Timeouts &m_timeouts;
    const WireFormat &m_format;
    const SandboxAnswer *m_answer;
    Timer m_timer;
    SandboxScript m_script;
    std::unique_ptr<SandboxStream> m_stream;
    std::string m_piece;
    bool m_sent = false;
    unsigned m_events = 0;
    bool m_cancelled = false;
};

} // namespace gatehouse::gateway
