// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/core/bench_core.h"
#include "tools/data/labelled_rows.h"

#include <boost/json/serialize.hpp>
#include <iterator>

namespace gatehouse::bench {

namespace {

// Pieces in an order that does not repeat soon.
template <std::size_t Count>
std::string woven(const char *const (&pieces)[Count], std::size_t bytes, std::size_t edition)
{
    std::string text;
    for (std::size_t i = edition * 17; text.size() < bytes; ++i)
        text += pieces[(i * 7 + i / 3 + i * i / 11) % Count];
    return text;
}

} // namespace

std::string prose(std::size_t bytes, std::size_t edition)
{
    static constexpr const char *words[] = {"the ", "order ", "was ", "shipped ", "yesterday ", "and ",
        "should ", "arrive ", "before ", "noon; ", "please ", "check ", "invoice ", "4711 ", "again. ",
        "Could ", "you ", "write ", "a short ", "answer ", "to Ms. Miller, ", "who asked ", "about ", "her ",
        "refund of 24.90 on 3 May? "};
    return woven(words, bytes, edition);
}

std::string code(std::size_t bytes, std::size_t edition)
{
    static constexpr const char *lines[]
        = {"def total(rows, key=None):\n", "    return sum(r.price for r in rows)\n",
            "if (a[i] == 42 && b->next) {\n", "    token = lexer.next();\n", "}\n",
            "const url = base + '/v1/items';\n", "import { readFile } from 'node:fs/promises'\n",
            "# restart the worker after 30 s\n", "password = getpass.getpass()\n",
            "SELECT id, name FROM users WHERE id = $1;\n", "let mask = 0xff00ff00 >> (i & 7)\n"};
    return woven(lines, bytes, edition);
}

std::string jsonLines(std::size_t bytes, std::size_t edition)
{
    static constexpr const char *lines[]
        = {R"({"id":7,"name":"desk lamp","price":24.9,"tags":["home","light"]})"
           "\n",
            R"({"ts":"2026-05-03T10:15:00Z","level":"info","msg":"order 4711 shipped","ms":12.5})"
            "\n",
            R"({"user":{"id":"u-1029","locale":"de-DE"},"cart":[{"sku":"A-17","n":2}],"ok":true})"
            "\n",
            R"({"rev":"9fceb02d0ae598e95dc970b74767f19372d61af8","files":["a.c","b.c"],"secret":null})"
            "\n"};
    return woven(lines, bytes, edition);
}

TextGroup groupOf(const char *name, std::string (*make)(std::size_t, std::size_t), std::size_t bytes)
{
    constexpr std::size_t editions = 40, mostBytes = std::size_t{1} << 20;
    TextGroup group{name, {}};
    for (std::size_t i = 0; i < editions && (i + 1) * bytes <= mostBytes; ++i)
        group.texts.push_back(make(bytes, i));
    return group;
}

std::vector<std::string> labelledTexts(const std::string &folder)
{
    constexpr std::size_t most = 400, every = 37;
    std::vector<std::string> texts;
    std::size_t seen = 0;
    const auto read = tools::readLabelledRows(folder, [&](tools::LabelledRow &&row) {
        if (row.split == "dev" && seen++ % every == 0 && !row.text.empty())
            texts.push_back(std::move(row.text));
        return texts.size() < most;
    });
    if (!read)
        texts.clear();
    return texts;
}

std::string chatBody(const std::string &text)
{
    return R"({"model":"m","temperature":0.5,"messages":[{"role":"system","content":"Answer briefly."},{"role":"user","content":)"
        + boost::json::serialize(boost::json::string(text)) + "}]}";
}

} // namespace gatehouse::bench
