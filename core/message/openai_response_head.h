// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// What of an OpenAI response a caller gets beside its output: numbers, switches and names. The caller's own
// words that providers repeat in it (instructions, tools, metadata) are left out.

#include <boost/json/object.hpp>

namespace gatehouse {

// Takes away every text that is no short name, "output" and "usage" excepted.
void reduceResponseHead(boost::json::object &response);

} // namespace gatehouse
