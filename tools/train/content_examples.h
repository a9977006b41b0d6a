// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// What the two heads of prompt_injection learn from: which source teaches which head, how much each row
// counts, and the attempts planted in harmless texts.

#include "tools/train/dataset.h"
#include "tools/train/logistic.h"

#include <functional>

namespace gatehouse::train {

enum class ContentHead { Jailbreak, Injection };

// Adds the texts made of our own phrases, as rows of sources that begin with "own-".
void addOwnRows(std::vector<Row> &rows);

// Whether a source was put together by a grammar: learnt from, never reported on.
[[nodiscard]] bool isGenerated(const Row &row);
// Whether the row is an attack the head is to find.
[[nodiscard]] bool teaches(ContentHead head, const Row &row);

// The rows with the windows of their texts: read once, used in every fold.
struct Corpus {
    std::vector<Row> rows;
    std::vector<std::vector<Features>> windows; // of each row
    unsigned bucketBits = 18;
};
[[nodiscard]] Corpus makeCorpus(std::vector<Row> rows, unsigned bucketBits);

// From the rows `use` accepts.
[[nodiscard]] std::vector<Example> contentExamples(
    const Corpus &corpus, ContentHead head, const std::function<bool(std::size_t row)> &use);

// The end of the last word that ends at or before `at`.
[[nodiscard]] std::size_t wordEndBefore(const std::string &text, std::size_t at);

} // namespace gatehouse::train
