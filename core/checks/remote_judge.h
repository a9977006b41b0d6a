// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// How a check asks somebody outside the program, a webhook or a model; the core has no network of its own.

#include "core/checks/check.h"

#include <boost/json/object.hpp>
#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace gatehouse {

struct RemoteQuestion {
    std::string_view check; // "webhook" or "llm_judge"
    const boost::json::object *parameters = nullptr; // of the check, as written; never null
    std::chrono::milliseconds timeout{};
    std::span<const ScannedSegment> texts; // what the rule lets it see
    const CallFacts *call = nullptr; // never null
};

struct RemoteAnswer {
    enum class Kind {
        Pass,
        Fail,
        Error, // no answer, or none that could be read: `why` says what
        Timeout,
    };
    Kind kind = Kind::Error;
    std::string why; // a snake_case word
    std::optional<double> score; // 0..1
    double durationUs = 0; // from the question to the answer
};

// Given with a call (CallFacts::remote) by whoever has a network. May be asked by any thread.
class RemoteJudge {
public:
    virtual ~RemoteJudge() = default;
    // Comes back within the timeout.
    [[nodiscard]] virtual RemoteAnswer ask(const RemoteQuestion &question) const = 0;
};

// A check that does nothing but ask.
class RemoteCheck final : public Check {
public:
    RemoteCheck(std::string_view kind, boost::json::object parameters);
    // Without anybody to ask it is not_run: no_runner. A timeout is an error with the reason "timeout".
    [[nodiscard]] CheckReport run(const CheckInput &input) const override;

private:
    std::string_view m_kind;
    boost::json::object m_parameters;
    std::chrono::milliseconds m_timeout;
    std::size_t m_mostBytes;
};

} // namespace gatehouse
