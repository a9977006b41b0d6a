// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/evidence.h"

#include <algorithm>
#include <tuple>

namespace gatehouse::console {

QList<EvidenceMark> numberedMarks(QList<EvidenceMark> marks)
{
    std::stable_sort(marks.begin(), marks.end(), [](const EvidenceMark &a, const EvidenceMark &b) {
        return std::tuple(a.part, a.start) < std::tuple(b.part, b.start);
    });
    QList<EvidenceMark> joined;
    for (const EvidenceMark &mark : marks) {
        const bool overlaps = !joined.isEmpty() && joined.last().part == mark.part
            && mark.start < joined.last().start + joined.last().length;
        if (!overlaps) {
            joined.append(mark);
            joined.last().number = static_cast<int>(joined.size());
            continue;
        }
        EvidenceMark &last = joined.last();
        last.length = std::max(last.start + last.length, mark.start + mark.length) - last.start;
        last.severity = std::max(last.severity, mark.severity);
        if (!last.label.contains(mark.label))
            last.label += QStringLiteral(", ") + mark.label;
    }
    return joined;
}

QString markerOf(int number)
{
    constexpr int circled = 20;
    constexpr char16_t first = 0x2460;
    if (number >= 1 && number <= circled)
        return QString(QChar(static_cast<char16_t>(first + number - 1)));
    return QStringLiteral("(%1)").arg(number);
}

} // namespace gatehouse::console
