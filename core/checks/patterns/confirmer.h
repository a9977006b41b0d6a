// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// The exact form of a pattern (RE2), compiled when the first hit asks for it: most never do.

#include "core/base/error.h"

#include <memory>
#include <mutex>
#include <string>

namespace re2 {
class RE2;
}

namespace gatehouse {

class Confirmer {
public:
    Confirmer(std::string expression, bool caseless);
    ~Confirmer();
    // Whether RE2 takes the expression; compiles it.
    [[nodiscard]] Status validate() const;
    // Any number of threads may ask at once; only for expressions that validate.
    [[nodiscard]] const re2::RE2 &compiled() const;

private:
    std::string m_expression;
    bool m_caseless;
    mutable std::once_flag m_once;
    mutable std::unique_ptr<const re2::RE2> m_compiled;
};

// One object for all policies of the process that use the expression, so that a new version of a policy finds
// warm what the last one used.
[[nodiscard]] std::shared_ptr<const Confirmer> sharedConfirmer(const std::string &expression, bool caseless);

} // namespace gatehouse
