// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// What the two written forms of checks share: the parts of a check as JSON values, and back. For those forms
// alone.

#include "core/base/error.h"
#include "core/policy/verdict.h"

#include <boost/json.hpp>
#include <string>
#include <string_view>

namespace gatehouse {

// As far as they mean something.
[[nodiscard]] double roundedMicros(double micros);
[[nodiscard]] double roundedScore(double score);

[[nodiscard]] boost::json::value evidenceValue(const Evidence &evidence);
[[nodiscard]] boost::json::value checkValue(const CheckResult &check);
// Both throw what Boost.JSON throws; see parsed().
[[nodiscard]] Evidence evidenceFrom(const boost::json::object &in);
[[nodiscard]] CheckResult checkFrom(const boost::json::object &in);

// Reading back what we wrote: a damaged row must give an error, so every access is a checked one and
// Boost.JSON's exceptions are caught once, in parsed().
template <class Read>
[[nodiscard]] auto parsed(std::string_view text, const char *what, Read read)
    -> Result<decltype(read(boost::json::value()))>
{
    try {
        return read(boost::json::parse(boost::json::string_view(text.data(), text.size())));
    } catch (const std::exception &) {
        return fail(ErrorKind::Corrupt, std::string("stored ") + what + " can't be read");
    }
}

[[nodiscard]] inline std::string textAt(const boost::json::object &object, std::string_view key)
{
    return boost::json::value_to<std::string>(object.at(key));
}

template <class Enum>
[[nodiscard]] Enum wordAt(const boost::json::object &object, std::string_view key)
{
    return fromName<Enum>(textAt(object, key)).value();
}

} // namespace gatehouse
