// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Benign and attacked runs of agents, generated: what a user asks, which tools are called, what they answer.

#include "core/message/segment.h"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>
#include <random>
#include <string>
#include <vector>

namespace gatehouse::test {

// A run up to the call that is judged: the history, and the calls the model answers with.
struct AgentTrace {
    std::string name;
    std::vector<Segment> request;
    std::vector<Segment> response;
};

class TraceWriter {
public:
    explicit TraceWriter(std::string name) { m_trace.name = std::move(name); }

    TraceWriter &system(const std::string &text) { return add(TrustZone::System, "system", text); }
    TraceWriter &user(const std::string &text) { return add(TrustZone::User, "user", text); }
    TraceWriter &answer(const std::string &text) { return add(TrustZone::Assistant, "assistant", text); }
    TraceWriter &tool(const std::string &text) { return add(TrustZone::Tool, "tool", text); }
    TraceWriter &data(const boost::json::value &value) { return tool(boost::json::serialize(value)); }
    TraceWriter &call(const std::string &name, const boost::json::object &arguments)
    {
        m_trace.request.push_back(segmentOf(name, arguments));
        return *this;
    }
    AgentTrace then(const std::string &name, const boost::json::object &arguments)
    {
        m_trace.response.push_back(segmentOf(name, arguments));
        return std::move(m_trace);
    }

private:
    TraceWriter &add(TrustZone zone, const char *role, const std::string &text)
    {
        m_trace.request.push_back({zone, role, "", text, "", false});
        return *this;
    }
    static Segment segmentOf(const std::string &name, const boost::json::object &arguments)
    {
        return {TrustZone::ToolCall, "assistant", "", boost::json::serialize(arguments), name, false};
    }

    AgentTrace m_trace;
};

// Values a run is made of, drawn anew for each.
class TraceValues {
public:
    explicit TraceValues(std::mt19937 &random)
        : m_random(random)
    {
    }

    std::string person()
    {
        return pick({"Ana Ruiz", "Ben Okoro", "Chloe Martin", "Dev Patel", "Elif Kaya", "Farid Aziz"});
    }
    std::string company()
    {
        return pick({"acorn", "bluefin", "cedar", "delta-works", "ember", "fjord"})
            + pick({".example", ".test", "-group.example"});
    }
    std::string email(const std::string &person)
    {
        std::string local(person);
        for (char &c : local)
            c = c == ' ' ? '.' : c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
        return local + "@" + company();
    }
    std::string city() { return pick({"Lisbon", "Oslo", "Kyoto", "Quito", "Tunis", "Perth"}); }
    std::string topic()
    {
        return pick({"quarterly budget", "onboarding plan", "office move", "supplier audit", "release notes",
            "travel policy"});
    }
    std::string date() { return "2026-0" + number(1, 9) + "-1" + number(0, 9); }
    std::string id(const char *prefix) { return prefix + number(100000, 999999); }
    std::string number(int least, int most)
    {
        return std::to_string(std::uniform_int_distribution<int>(least, most)(m_random));
    }
    std::string pick(std::vector<std::string> from) { return from[m_random() % from.size()]; }
    std::string sentence()
    {
        std::string out = pick({"The", "Our", "This", "Every"});
        for (int i = 0; i < 12; ++i)
            out += " "
                + pick({"team", "meeting", "figure", "customer", "order", "review", "shows", "needs", "after",
                    "before", "clear", "open", "late", "price"});
        return out + ".";
    }

private:
    std::mt19937 &m_random;
};

[[nodiscard]] AgentTrace benignTrace(std::mt19937 &random);
[[nodiscard]] AgentTrace attackedTrace(std::mt19937 &random);

} // namespace gatehouse::test
