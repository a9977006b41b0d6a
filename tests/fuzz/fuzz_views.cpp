// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// Any bytes as one text and as two neighbours: views stay within their bounds, every byte has its origin
// inside the text, twice the same.
#include "core/text/views.h"
#include "tests/fuzz/input.h"

using namespace gatehouse;

namespace {

void checkOrigins(const TextView &view, std::size_t firstSize, std::size_t secondSize)
{
    const std::size_t size = view.text().size();
    const std::size_t step = size / 16 + 1;
    for (std::size_t at = 0; at < size; at += step) {
        for (const Origin &origin : view.originsOf({at, std::min(size, at + step)})) {
            const std::size_t limit = origin.segment == 0 ? firstSize : secondSize;
            fuzz::require(origin.segment == 0 || origin.segment == 1);
            fuzz::require(origin.range.start < origin.range.end && origin.range.end <= limit);
        }
    }
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string text(fuzz::textOf(data, size));
    const ViewBounds bounds;
    ViewStore store, again;
    std::vector<const TextView *> views, twice;
    const bool stopped = store.addViewsOf({text, 0, nullptr}, views, bounds);
    fuzz::require(stopped == again.addViewsOf({text, 0, nullptr}, twice, bounds));
    fuzz::require(views.size() == twice.size() && views.size() <= bounds.views);
    std::size_t bytes = 0;
    for (std::size_t i = 0; i < views.size(); ++i) {
        fuzz::require(views[i]->text() == twice[i]->text() && views[i]->encodings() <= bounds.depth);
        bytes += views[i]->text().size();
        checkOrigins(*views[i], size, 0);
    }
    fuzz::require(bytes <= std::max(bounds.bytesAtLeast, size * bounds.bytesFactor));
    std::vector<Segment> parts(2);
    parts[0].text = text.substr(0, size / 2);
    parts[1].text = text.substr(size / 2);
    for (const ViewStore::Border &border : store.bordersOf(parts))
        checkOrigins(*border.view, parts[0].text.size(), parts[1].text.size());
    return 0;
}
