// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/globs.h"

#include <algorithm>
#include <fnmatch.h>

namespace gatehouse {

bool matchesGlob(std::string_view name, const std::string &glob)
{
    return fnmatch(glob.c_str(), std::string(name).c_str(), FNM_NOESCAPE) == 0;
}

bool matchesAnyGlob(std::string_view name, const std::vector<std::string> &globs)
{
    return std::any_of(
        globs.begin(), globs.end(), [&](const std::string &glob) { return matchesGlob(name, glob); });
}

} // namespace gatehouse
