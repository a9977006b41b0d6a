// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// The same words in plain characters: compatibility forms, invisible characters, look-alike letters.

#include "core/text/view_writer.h"

#include <list>

namespace gatehouse {

// The last view of the steps that changed something, all of them appended to `views`; null when the text
// already is in plain characters. What changes: characters nobody sees go (zero-width, bidi controls, tags,
// fillers), compatibility forms become ordinary letters (NFKC), marks piled on Latin letters go, letters of
// another script inside a Latin word become the Latin ones they look like.
[[nodiscard]] const TextView *normalise(const ViewSource &source, std::list<TextView> &views);

} // namespace gatehouse
