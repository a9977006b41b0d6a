// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/base/error.h"

namespace gatehouse {

std::string Error::line() const
{
    std::string text = what;
    if (!where.empty())
        text += ": " + where;
    if (!advice.empty())
        text += " (" + advice + ")";
    for (char &c : text) {
        if (c == '\n' || c == '\r')
            c = ' ';
    }
    return text;
}

} // namespace gatehouse
