// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// A JSON Schema made ready once, to judge values of strangers in bounded time.

#include "core/base/error.h"

#include <boost/json/value.hpp>
#include <memory>

namespace gatehouse {

class JsonValidator {
public:
    // The error's `where` is a pointer into the schema.
    [[nodiscard]] static Result<JsonValidator> compile(const boost::json::value &schema);
    JsonValidator(JsonValidator &&other) noexcept;
    ~JsonValidator();

    // LimitExceeded after 250,000 steps: a schema of alternatives within alternatives on a deep value.
    // Any number of threads may call this.
    [[nodiscard]] Result<bool> accepts(boost::json::value value) const;

private:
    struct State;
    explicit JsonValidator(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

} // namespace gatehouse
