// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// What stood under the masks of a stored body, as it is sealed for reviewers: JSON inside a CMS envelope
// (store/recipient_key.h), one envelope a body.

#include "core/base/byte_range.h"
#include "core/base/error.h"
#include "core/base/names.h"
#include "core/base/secret_string.h"
#include "core/message/segment.h"

#include <string>
#include <string_view>
#include <vector>

namespace gatehouse::store {

struct Original {
    int segment = 0; // index into the segments of its body
    ByteRange range; // in the text as it was sent
    ByteRange stored; // where its mask stands in the text that is stored
    std::string label;
    SecretString text;
};

struct BodyOriginals {
    InteractionId call;
    BodyPart in = BodyPart::Request;
    std::vector<Original> originals; // by segment and range
};

[[nodiscard]] SecretString toJson(const BodyOriginals &body);
// Corrupt when it is not what toJson() writes, or of another call or body than these: whoever can write to a
// store could put one envelope in the place of another.
[[nodiscard]] Result<BodyOriginals> originalsFromJson(
    std::string_view json, const InteractionId &call, BodyPart in);

} // namespace gatehouse::store
