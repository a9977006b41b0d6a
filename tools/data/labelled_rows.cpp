// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "tools/data/labelled_rows.h"

#include "core/message/strict_json.h"
#include "core/policy/verdict.h"
#include "tools/data/line_source.h"

#include <algorithm>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

namespace gatehouse::tools {

namespace json = boost::json;
namespace files = std::filesystem;

namespace {

constexpr const char *placeAdvice = "name a folder of *.jsonl or *.jsonl.gz files, one labelled row a line";

tl::unexpected<Error> invalid(std::string what, std::string where, std::string advice = {})
{
    return fail(ErrorKind::InvalidInput, std::move(what), std::move(where), std::move(advice));
}

bool endsWith(std::string_view text, std::string_view end)
{
    return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

enum class Need { Required, Optional };

Status readText(const json::object &row, std::string_view key, Need need, std::string &into)
{
    const json::value *value = row.if_contains(key);
    const std::string where = '/' + std::string(key);
    if (!value)
        return need == Need::Optional ? Status() : invalid("the field is missing", where);
    if (!value->is_string())
        return invalid("must be a string", where);
    into = value->get_string();
    if (need == Need::Required && into.empty())
        return invalid("must not be empty", where);
    return {};
}

Status readBody(const json::object &row, std::string_view key, std::optional<std::string> &into)
{
    const json::value *value = row.if_contains(key);
    if (!value)
        return {};
    if (!value->is_object())
        return invalid("must be an object", '/' + std::string(key));
    into = json::serialize(*value);
    return {};
}

Status readLabel(const json::object &row, int &into)
{
    const json::value *value = row.if_contains("label");
    if (!value || !value->is_int64() || (value->get_int64() != 0 && value->get_int64() != 1))
        return invalid("must be 0 or 1", "/label", "1 for a row that must be flagged");
    into = static_cast<int>(value->get_int64());
    return {};
}

Status readZone(const json::object &row, std::optional<TrustZone> &into)
{
    std::string word;
    if (auto read = readText(row, "zone", Need::Optional, word); !read || word.empty())
        return read;
    into = fromName<TrustZone>(word);
    if (!into)
        return invalid("unknown zone \"" + word + '"', "/zone",
            "known: system, user, tool, document, assistant, tool_call, tool_definition");
    return {};
}

Status readMeta(const json::object &row, json::object &into)
{
    const json::value *value = row.if_contains("meta");
    if (value && !value->is_object())
        return invalid("must be an object", "/meta");
    if (value)
        into = value->get_object();
    return {};
}

Status readContent(const json::object &object, LabelledRow &row)
{
    for (auto [key, body] : {std::pair{"request", &row.request}, std::pair{"response", &row.response}}) {
        if (auto read = readBody(object, key, *body); !read)
            return read;
    }
    const bool hasBody = row.request || row.response;
    if (!hasBody && !object.contains("text"))
        return invalid("the row has no text", "/text", "give \"text\", or a body in \"request\"");
    return readText(object, "text", Need::Optional, row.text);
}

Status readFields(const json::object &object, LabelledRow &row)
{
    using Field = std::tuple<const char *, Need, std::string *>;
    for (const auto &[key, need, into] : {Field{"id", Need::Required, &row.id},
             Field{"source", Need::Required, &row.source}, Field{"split", Need::Required, &row.split},
             Field{"kind", Need::Required, &row.kind}, Field{"lang", Need::Optional, &row.lang}}) {
        if (auto read = readText(object, key, need, *into); !read)
            return read;
    }
    if (auto read = readLabel(object, row.label); !read)
        return read;
    if (auto read = readZone(object, row.zone); !read)
        return read;
    if (auto read = readMeta(object, row.meta); !read)
        return read;
    return readContent(object, row);
}

tl::unexpected<Error> inLine(Error error, const std::string &file, std::size_t line)
{
    const std::string field = std::move(error.where);
    error.where = file + ':' + std::to_string(line) + (field.empty() ? "" : ' ' + field);
    return tl::unexpected<Error>(std::move(error));
}

// False when `use` wants no more.
Result<bool> readFile(const files::path &file, const std::function<bool(LabelledRow &&)> &use)
{
    auto source = LineSource::open(file);
    if (!source)
        return tl::unexpected<Error>(source.error());
    std::string line;
    for (;;) {
        const auto got = source->next(line);
        if (!got)
            return tl::unexpected<Error>(got.error());
        if (!*got)
            return true;
        if (line.find_first_not_of(" \t\r") == std::string::npos)
            continue;
        auto row = readLabelledRow(line);
        if (!row)
            return inLine(row.error(), file.string(), source->lineNumber());
        row->file = file.filename().string();
        row->line = source->lineNumber();
        if (!use(std::move(*row)))
            return false;
    }
}

} // namespace

std::string LabelledRow::metaText(std::string_view key) const
{
    const json::value *value = meta.if_contains(key);
    return value && value->is_string() ? std::string(value->get_string()) : std::string();
}

Result<std::vector<files::path>> labelledFiles(const files::path &place)
{
    std::error_code error;
    if (files::is_regular_file(place, error))
        return std::vector<files::path>{place};
    std::vector<files::path> found;
    for (auto entry = files::directory_iterator(place, error); !error && entry != files::directory_iterator();
         entry.increment(error)) {
        const std::string name = entry->path().filename().string();
        if (endsWith(name, ".jsonl") || endsWith(name, ".jsonl.gz"))
            found.push_back(entry->path());
    }
    if (error)
        return fail(
            ErrorKind::NotFound, "the folder can't be read: " + error.message(), place.string(), placeAdvice);
    if (found.empty())
        return fail(ErrorKind::NotFound, "the folder holds no labelled rows", place.string(), placeAdvice);
    std::sort(found.begin(), found.end());
    return found;
}

Result<LabelledRow> readLabelledRow(std::string_view line)
{
    if (auto strict = checkStrictJson(line); !strict)
        return tl::unexpected<Error>(strict.error());
    boost::system::error_code error;
    const json::value value = json::parse({line.data(), line.size()}, error);
    if (error)
        return invalid("not a JSON object: " + error.message(), {});
    if (!value.is_object())
        return invalid("not a JSON object", {});
    LabelledRow row;
    if (auto read = readFields(value.get_object(), row); !read)
        return tl::unexpected<Error>(read.error());
    return row;
}

Status readLabelledRows(const files::path &place, const std::function<bool(LabelledRow &&)> &use)
{
    const auto found = labelledFiles(place);
    if (!found)
        return tl::unexpected<Error>(found.error());
    for (const files::path &file : *found) {
        const auto more = readFile(file, use);
        if (!more)
            return tl::unexpected<Error>(more.error());
        if (!*more)
            break;
    }
    return {};
}

} // namespace gatehouse::tools
