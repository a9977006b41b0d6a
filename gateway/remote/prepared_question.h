// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// A question of a check to somebody outside, ready to be sent, and how his answer is read.

#include "core/checks/remote_judge.h"
#include "gateway/state/snapshot.h"
#include "gateway/upstream/http_target.h"

#include <functional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

namespace gatehouse::gateway {

// What questions of one call are prepared from. All of it outlives them.
struct QuestionContext {
    const Snapshot &snapshot;
    std::string_view interaction; // id
    const std::vector<IpNetwork> &webhookNetworks;
};

struct PreparedQuestion {
    HttpTarget target;
    std::string body;
    // The body of an answer with status 200.
    std::function<RemoteAnswer(std::string_view body)> read;
    TargetHealth *health = nullptr; // of a provider; null for a webhook. Outlives the question
};

// A question that cannot be sent is answered at once.
using Preparation = tl::expected<PreparedQuestion, RemoteAnswer>;

[[nodiscard]] Preparation prepareWebhook(const RemoteQuestion &question, const QuestionContext &context);
[[nodiscard]] Preparation prepareJudge(const RemoteQuestion &question, const QuestionContext &context);

// {"fail": boolean, "score": 0..1}; further members are not looked at. `bad_answer` for anything else.
[[nodiscard]] RemoteAnswer readWebhookAnswer(std::string_view body);
// The object a judge answered with, against the schema and the threshold of its check.
[[nodiscard]] RemoteAnswer readVerdictObject(std::string_view json, const boost::json::object &parameters);
// The same within the answer of a provider that speaks `family`.
[[nodiscard]] RemoteAnswer readJudgeAnswer(
    std::string_view body, WireFamily family, const boost::json::object &parameters);

// An answer of the kind Error.
[[nodiscard]] RemoteAnswer remoteError(std::string why);

} // namespace gatehouse::gateway
