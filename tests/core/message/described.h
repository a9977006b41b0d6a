// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// What was read of a body, as lines a test compares: "zone /pointer text", "unread kind /pointer".

#include "core/message/segment.h"
#include "core/policy/verdict.h"

#include <QStringList>
#include <vector>

namespace gatehouse::test {

inline QString described(const std::vector<Segment> &segments, const std::vector<UnreadPart> &unread)
{
    QStringList lines;
    for (const Segment &segment : segments) {
        QString line = QString::fromStdString(std::string(name(segment.zone)) + " " + segment.pointer);
        if (!segment.toolName.empty())
            line += " (" + QString::fromStdString(segment.toolName) + ")";
        if (segment.unclaimed)
            line += " unclaimed";
        lines += line + ": " + QString::fromStdString(segment.text);
    }
    for (const UnreadPart &part : unread)
        lines += QString::fromStdString("unread " + part.kind + " " + part.pointer + " " + part.reason);
    return lines.join('\n');
}

} // namespace gatehouse::test
