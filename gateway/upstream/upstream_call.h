// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// One call to a provider, whatever its kind: start it, read its answer piece by piece, or give it up.

#include "gateway/http/response_parser.h"
#include "gateway/net/asio.h"

#include <string>
#include <string_view>
#include <tl/expected.hpp>

namespace gatehouse::gateway {

struct UpstreamFailure {
    enum class Kind { Unreachable, TooSlow, Garbage, Cancelled };
    Kind kind = Kind::Unreachable;
    std::string detail; // for the log; holds neither content nor credentials
};

template <class T>
using UpstreamResult = tl::expected<T, UpstreamFailure>;

class UpstreamCall {
public:
    virtual ~UpstreamCall() = default;

    // Sends `body` (in the wire format of the call) and waits for the answer's head. `body` outlives the
    // call.
    [[nodiscard]] virtual Task<UpstreamResult<ResponseHead>> start(std::string_view body, bool stream) = 0;
    // The next bytes of the answer; empty at its proper end. The view lasts until the next call.
    [[nodiscard]] virtual Task<UpstreamResult<std::string_view>> next() = 0;
    // Makes what is under way fail with Cancelled, and frees the provider from the rest of its answer.
    virtual void cancel() = 0;
    // The answer was taken whole, its end included: what can serve another call is kept.
    virtual void settle() = 0;
};

} // namespace gatehouse::gateway
