// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// json_keys and json_schema against slow twins, on documents and schemas made up at random.
#include "check_runner.h"
#include "choices.h"
#include "json_schema_twin.h"

#include <QTest>
#include <boost/json/serialize.hpp>

using namespace gatehouse;
using namespace gatehouse::test;

namespace json = boost::json;

namespace {

const Texts names{"id", "items", "price", "a/b", "t~e", "", "0", "ü", "*x"};

json::value valueOf(Random &random, int depth)
{
    static const json::array leaves{nullptr, true, false, 0, 1, 2, -3, 1.0, 2.5, 1e3, 1000, 0.1, -0.0,
        9007199254740993, 18446744073709551615ULL, "", "a", "ab", "über", "2024-02-29", "1"};
    const unsigned kind = random() % 8;
    if (depth == 0 || kind < 3)
        return leaves[random() % leaves.size()];
    if (kind < 5) {
        json::array list;
        for (std::size_t left = random() % 4; left > 0; --left)
            list.push_back(valueOf(random, depth - 1));
        if (!list.empty() && oneIn(random, 3))
            list.push_back(json::value(list[0]));
        return list;
    }
    json::object members;
    for (std::size_t left = random() % 5; left > 0; --left)
        members[oneOf(random, names)] = valueOf(random, depth - 1);
    return members;
}

class SchemaWriter {
public:
    explicit SchemaWriter(Random &random)
        : m_random(random)
    {
    }

    json::value written(int depth)
    {
        if (oneIn(m_random, 12))
            return oneIn(m_random, 3) ? json::value(false) : json::value(true);
        json::object schema;
        for (std::size_t left = 1 + m_random() % 3; left > 0; --left)
            addKeyword(schema, depth);
        return schema;
    }

private:
    json::array schemas(int depth)
    {
        json::array list;
        for (std::size_t left = 1 + m_random() % 3; left > 0; --left)
            list.push_back(written(depth));
        return list;
    }

    json::object schemasByName(int depth)
    {
        json::object map;
        for (const std::string &name : someOf(m_random, names, 4))
            map[name] = written(depth);
        return map;
    }

    void addKeyword(json::object &schema, int depth)
    {
        static const Texts types{"null", "boolean", "integer", "number", "string", "array", "object"};
        static const json::array limits{0, 1, 2, 2.5, -3, 1000, 0.5};
        static const Texts patterns{"a", "^a", "b$", "^[0-9]+$", "^$"};
        const json::value limit = limits[m_random() % limits.size()];
        const std::int64_t size = static_cast<std::int64_t>(m_random() % 4);
        const unsigned kinds = depth > 0 ? 30 : 18;
        switch (m_random() % kinds) {
        case 0:
        case 1:
            schema["type"] = oneOf(m_random, types);
            break;
        case 2:
            schema["type"] = json::array{oneOf(m_random, types), "object"};
            break;
        case 3:
            schema["enum"] = json::array{valueOf(m_random, 1), valueOf(m_random, 0), 1, "a"};
            break;
        case 4:
            schema["const"] = valueOf(m_random, 1);
            break;
        case 5:
            schema["minimum"] = limit;
            break;
        case 6:
            schema["maximum"] = limit;
            break;
        case 7:
            schema[oneIn(m_random, 2) ? "exclusiveMinimum" : "exclusiveMaximum"] = limit;
            break;
        case 8:
            schema["multipleOf"] = oneIn(m_random, 2) ? json::value(2) : json::value(0.5);
            break;
        case 9:
            schema[oneIn(m_random, 2) ? "minLength" : "maxLength"] = size;
            break;
        case 10:
            schema["pattern"] = oneOf(m_random, patterns);
            break;
        case 11:
            schema[oneIn(m_random, 2) ? "minItems" : "maxItems"] = size;
            break;
        case 12:
            schema["uniqueItems"] = oneIn(m_random, 4) ? json::value(false) : json::value(true);
            break;
        case 13:
            schema[oneIn(m_random, 2) ? "minProperties" : "maxProperties"] = size;
            break;
        case 14:
        case 15:
            schema["required"] = jsonOf(someOf(m_random, names, 2));
            break;
        case 16:
            schema["dependencies"]
                = json::object{{oneOf(m_random, names), jsonOf(someOf(m_random, names, 2))}};
            break;
        case 17:
            schema["$ref"] = "#/definitions/leaf";
            break;
        default:
            addApplicator(schema, depth - 1);
        }
    }

    void addApplicator(json::object &schema, int depth)
    {
        switch (m_random() % 13) {
        case 0:
        case 1:
            schema["properties"] = schemasByName(depth);
            break;
        case 2:
            schema["additionalProperties"] = written(depth);
            break;
        case 3:
            schema["items"] = written(depth);
            break;
        case 4:
            schema["items"] = schemas(depth);
            break;
        case 5:
            schema["additionalItems"] = written(depth);
            break;
        case 6:
            schema["contains"] = written(depth);
            break;
        case 7:
            schema["propertyNames"] = written(depth);
            break;
        case 8:
            schema["allOf"] = schemas(depth);
            break;
        case 9:
            schema["anyOf"] = schemas(depth);
            break;
        case 10:
            schema["oneOf"] = schemas(depth);
            break;
        case 11:
            schema["not"] = written(depth);
            break;
        default:
            schema["if"] = written(depth);
            schema[oneIn(m_random, 2) ? "then" : "else"] = written(depth);
        }
    }

    Random &m_random;
};

// All that stands where the steps lead; `every` tells whether each way led somewhere.
struct Reached {
    std::size_t count = 0;
    bool every = true;
};

Reached follow(const json::value &value, std::vector<std::string> steps)
{
    if (steps.empty())
        return {1, true};
    const std::string step = steps.front();
    steps.erase(steps.begin());
    std::vector<json::value> next;
    bool leads = false;
    if (value.is_object()) {
        for (const auto &member : value.get_object()) {
            if (step == "*" || member.key() == step)
                next.push_back(member.value());
        }
        leads = step == "*" || !next.empty();
    } else if (value.is_array()) {
        for (std::size_t i = 0; i < value.get_array().size(); ++i) {
            if (step == "*" || step == std::to_string(i))
                next.push_back(value.get_array()[i]);
        }
        leads = step == "*" || !next.empty();
    }
    Reached all{0, leads};
    for (const json::value &inner : next) {
        const Reached reached = follow(inner, steps);
        all.count += reached.count;
        all.every = all.every && reached.every;
    }
    return all;
}

struct Path {
    std::string written;
    std::vector<std::string> steps;
};

Path pathOf(Random &random)
{
    if (oneIn(random, 3)) {
        const std::string name = oneOf(random, Texts{"id", "items", "price", "t~e", "0"});
        return {name, {name}};
    }
    Path path;
    for (std::size_t left = 1 + random() % 3; left > 0; --left) {
        const std::string step = oneIn(random, 3)
            ? "*"
            : oneOf(random, Texts{"id", "items", "a/b", "t~e", "", "0", "1", "01", "ü", "*x"});
        path.steps.push_back(step);
        path.written += '/';
        for (const char c : step)
            path.written += c == '~' ? "~0" : c == '/' ? "~1" : std::string(1, c);
    }
    return path;
}

std::size_t timesAnywhere(const json::value &value, const std::vector<std::string> &steps)
{
    std::size_t times = follow(value, steps).count;
    if (value.is_object()) {
        for (const auto &member : value.get_object())
            times += timesAnywhere(member.value(), steps);
    } else if (value.is_array()) {
        for (const json::value &item : value.get_array())
            times += timesAnywhere(item, steps);
    }
    return times;
}

// A text around a JSON value, and where the value is to be looked for.
struct Wrapped {
    std::string text;
    std::size_t start = 0, end = 0;
    bool there = true; // false: no JSON stands in such a text
    bool readable = true; // false: what stands there is no JSON
};

Wrapped wrap(Random &random, const std::string &value, bool block, bool fence)
{
    const std::string open = oneOf(random, Texts{"```\n", "```json\n", "``` JSON \n"});
    const std::string before = oneOf(random, Texts{"", "\n ", "Here it is:\n", "```python\n{}\n```\n"});
    const std::string after = oneOf(random, Texts{"", " \n", "\nThat is all."});
    const bool fenced = !oneIn(random, 3), prose = before.size() > 2 || after.size() > 2;
    const auto around = [&](const std::string &left, const std::string &right) {
        return Wrapped{left + value + right, left.size(), left.size() + value.size()};
    };
    Wrapped made = fenced ? around(before + open, "\n```" + after) : around(before, after);
    if (block) {
        made.there = fenced;
    } else if (prose || (fenced && !fence)) {
        made.start = made.text.find_first_not_of(" \n");
        made.end = made.text.find_last_not_of(" \n") + 1;
        made.readable = false;
    }
    if (!made.there) {
        made.start = 0;
        made.end = made.text.size();
    }
    return made;
}

QString located(const char *label, const Wrapped &wrapped)
{
    return QString("%1@%2-%3").arg(label).arg(wrapped.start).arg(wrapped.end);
}

} // namespace

class TestJsonTwins : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void keys()
    {
        Random random(37);
        std::map<QString, int> seen;
        for (int rule = 0; rule < 1500; ++rule) {
            const bool anywhere = oneIn(random, 2), block = oneIn(random, 2), fence = oneIn(random, 2);
            const std::vector<Path> required(random() % 2, pathOf(random)), forbidden(1, pathOf(random));
            json::object parameters{{"anywhere", anywhere}, {"in", block ? "block" : "whole"},
                {"allow_fence", fence}, {"forbidden", json::array{forbidden[0].written}}};
            if (!required.empty())
                parameters["required"] = json::array{required[0].written};
            const CheckRunner check("json_keys", json::serialize(parameters));
            for (int round = 0; round < 6; ++round) {
                const json::value value = valueOf(random, 3);
                const Wrapped wrapped = wrap(random, json::serialize(value), block, fence);
                QStringList expected;
                if (!wrapped.there) {
                    expected << located("no-json", wrapped);
                } else if (!wrapped.readable) {
                    expected << located("not-json", wrapped);
                } else {
                    if (!required.empty() && !follow(value, required[0].steps).every)
                        expected << located("missing-key", wrapped);
                    const std::size_t times = anywhere ? timesAnywhere(value, forbidden[0].steps)
                                                       : follow(value, forbidden[0].steps).count;
                    if (times > 0)
                        expected << located("forbidden-key", wrapped);
                }
                const QString said = describe(check.run(wrapped.text));
                QVERIFY2(said == expected.join(' '),
                    qPrintable(QString::fromStdString(json::serialize(parameters) + "\n" + wrapped.text)
                        + "\n" + said + " instead of " + expected.join(' ')));
                ++seen[expected.isEmpty() ? "" : expected.last().section('@', 0, 0)];
            }
        }
        for (const char *label : {"", "no-json", "not-json", "missing-key", "forbidden-key"})
            QVERIFY2(seen[label] > 100, label);
    }

    void schemas_data()
    {
        QTest::addColumn<int>("seed");
        for (int seed = 1; seed <= 6; ++seed)
            QTest::addRow("%d", seed) << seed;
    }
    void schemas()
    {
        QFETCH(int, seed);
        Random random(static_cast<Random::result_type>(seed) * 7919);
        int fitting = 0, cases = 0;
        for (int rule = 0; rule < 500; ++rule) {
            SchemaWriter writer(random);
            json::value schema = writer.written(2);
            if (!schema.is_object())
                schema = json::object{{"not", json::object{{"type", "null"}}}};
            schema.get_object()["definitions"] = {{"leaf", {{"type", json::array{"integer", "string"}}}}};
            if (schema.get_object().contains("$ref"))
                schema.get_object().erase("$ref");
            const CheckRunner check("json_schema", json::serialize(json::object{{"schema", schema}}));
            QVERIFY2(check.check(), (json::serialize(schema) + check.error().line()).c_str());
            const JsonSchemaTwin twin(schema);
            for (int round = 0; round < 10; ++round) {
                const std::string text = json::serialize(valueOf(random, 2));
                const bool fits = twin.accepts(json::parse(text));
                const QString said = describe(check.run(text));
                const QString expected = fits ? "" : QString("schema-mismatch@0-%1").arg(text.size());
                QVERIFY2(said == expected,
                    qPrintable(QString::fromStdString(json::serialize(schema) + "\n" + text) + "\n" + said
                        + " instead of " + expected));
                fitting += fits ? 1 : 0;
                ++cases;
            }
        }
        QVERIFY(fitting > cases / 8 && fitting < cases * 7 / 8);
    }
};

QTEST_GUILESS_MAIN(TestJsonTwins)
#include "tst_json_twins.moc"
