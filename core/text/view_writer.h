// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Writes a view of a text piece by piece, remembering where each piece came from.

#include "core/text/text_view.h"

namespace gatehouse {

// What a view is made from: a segment as it is written, or another view. The text outlives the view.
struct ViewSource {
    std::string_view text;
    int segment = 0;
    const TextView *view = nullptr;
};

enum class ViewKind {
    Step, // an inner step of normalising, without a name of its own
    Normalised, // the same words in plain characters
    Decoded, // an encoding undone
    Respelt, // an exchange or reordering of letters undone
};

class ViewWriter {
public:
    // An empty `name` adds nothing to the list of decodings; it outlives the writer.
    ViewWriter(const ViewSource &source, std::string_view name, ViewKind kind);
    // Of several segments: pieces name theirs.
    explicit ViewWriter(std::string_view name);

    // `bytes` stand for as many bytes of the source at `at`, one for one.
    void copy(std::string_view bytes, std::size_t at) { copy(bytes, at, m_segment); }
    void copy(std::string_view bytes, std::size_t at, int segment);
    // `bytes` stand as a whole for [of.start, of.end) of the source.
    void replace(std::string_view bytes, ByteRange of);
    // Between pieces: stands for nothing of the source.
    void separate(std::string_view bytes);

    [[nodiscard]] const std::string &text() const { return m_view.m_text; }
    [[nodiscard]] std::size_t size() const { return m_view.m_text.size(); }
    [[nodiscard]] TextView take();

private:
    [[nodiscard]] std::uint32_t end() const { return static_cast<std::uint32_t>(m_view.m_text.size()); }

    TextView m_view;
    std::string_view m_name; // joins the list of decodings at the end: most writers write nothing
    int m_segment = 0;
};

} // namespace gatehouse
