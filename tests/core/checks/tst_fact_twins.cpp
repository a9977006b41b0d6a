// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// The checks that judge facts of a call, against slow twins read off their descriptions in
// docs/policy-reference.md.
#include "check_runner.h"
#include "choices.h"
#include "core/checks/globs.h"

#include <QDateTime>
#include <QRegularExpression>
#include <QTest>
#include <QTimeZone>
#include <array>
#include <boost/json/serialize.hpp>
#include <random>
#include <set>

using namespace gatehouse;
using namespace gatehouse::test;

namespace json = boost::json;

namespace {

// What the pattern says, tried out.
bool fits(std::u32string_view name, std::u32string_view glob)
{
    if (glob.empty())
        return name.empty();
    if (glob[0] == '*')
        return fits(name, glob.substr(1)) || (!name.empty() && fits(name.substr(1), glob));
    return !name.empty() && (glob[0] == '?' || glob[0] == name[0]) && fits(name.substr(1), glob.substr(1));
}

bool fits(const std::string &name, const std::string &glob)
{
    return fits(QString::fromStdString(name).toStdU32String(), QString::fromStdString(glob).toStdU32String());
}

bool fitsAny(const std::string &name, const Texts &globs)
{
    return std::any_of(globs.begin(), globs.end(), [&](const std::string &glob) { return fits(name, glob); });
}

const Texts &names()
{
    static const Texts list{"", "a", "b", "ab", "small-1", "small-2", "large-1", "ümlaut", "ü", "[ab]",
        "a\\*", std::string("a\0b", 3), std::string("small-1\0", 8), "\u4e16\u754c", "search", "delete_all",
        "*", "?"};
    return list;
}

const Texts &globs()
{
    static const Texts list{"*", "?", "a*", "*b", "a?b", "small-*", "*-1", "small-1", "[ab]", "a\\*",
        "?mlaut", "??", "s*l*", "*_*", "\u4e16*", "search", ""};
    return list;
}

// A twin and the check, once for each case it makes up; both outcomes must come often.
class Tally {
public:
    void compare(const CheckReport &report, std::string_view expected, const std::string &what)
    {
        const std::string said
            = report.outcome == CheckOutcome::NotRun ? report.reason : std::string(name(report.outcome));
        QVERIFY2(said == expected,
            qPrintable(QString::fromStdString(what + ": " + said + " instead of ")
                + QString::fromUtf8(expected.data(), static_cast<qsizetype>(expected.size()))));
        ++m_seen[std::string(expected)];
    }
    void finish(int each)
    {
        for (const char *outcome : {"pass", "fail"})
            QVERIFY2(m_seen[outcome] >= each, outcome);
    }

private:
    std::map<std::string, int> m_seen;
};

std::string outcomeOf(bool met)
{
    return met ? "pass" : "fail";
}

CallFacts callOf(const RequestFacts &facts)
{
    CallFacts call;
    call.request = &facts;
    return call;
}

constexpr int cases = 3000, rules = 300;

} // namespace

class TestFactTwins : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void patternsOfNames()
    {
        static const std::array<std::string, 7> parts{"a", "b", "ü", "*", "?", "[", "\u4e16"};
        Random random(3);
        int held = 0;
        for (int round = 0; round < 20000; ++round) {
            std::string name, glob;
            for (std::size_t left = random() % 7; left > 0; --left)
                name += oneOf(random, parts);
            for (std::size_t left = random() % 7; left > 0; --left)
                glob += oneOf(random, parts);
            QVERIFY2(matchesGlob(name, glob) == fits(name, glob), (name + (" " + glob)).c_str());
            held += fits(name, glob) ? 1 : 0;
        }
        QVERIFY(held > 1000);
        for (const std::string &name : names()) {
            for (const std::string &glob : globs())
                QVERIFY2(matchesGlob(name, glob) == fits(name, glob), (name + (" " + glob)).c_str());
        }
    }

    void modelAllow()
    {
        Random random(5);
        Tally tally;
        for (int rule = 0; rule < rules; ++rule) {
            const Texts models = someOf(random, globs(), 3);
            json::object parameters;
            if (!models.empty())
                parameters["models"] = jsonOf(models);
            const std::string written = json::serialize(parameters);
            const CheckRunner check("model_allow", written);
            for (int round = 0; round < cases / rules; ++round) {
                RequestFacts facts;
                facts.model = oneOf(random, names());
                CallFacts call = callOf(facts);
                call.entitlementKnown = random() % 2 == 0;
                call.allowedModels = someOf(random, globs(), 3);
                std::string expected;
                if (!call.entitlementKnown && models.empty())
                    expected = "no_identity";
                else if (!call.entitlementKnown && facts.model.empty())
                    expected = "no_model";
                else
                    expected = outcomeOf((!call.entitlementKnown || fitsAny(facts.model, call.allowedModels))
                        && (models.empty() || fitsAny(facts.model, models)));
                tally.compare(check.runFacts(call), expected, written + facts.model);
            }
        }
        tally.finish(200);
    }

    void metadata()
    {
        static const Texts keys{"ticket", "region", "purpose"}, values{"", "eu", "us", "support"};
        Random random(7);
        Tally tally;
        for (int rule = 0; rule < rules; ++rule) {
            const bool ofKey = random() % 2 == 0;
            const Texts required = someOf(random, keys, 2);
            const std::string one = oneOf(random, keys), other = oneOf(random, keys);
            const bool hasOne = required.empty() || random() % 2 == 0,
                       hasOther = other != one && random() % 2 == 0;
            const std::string oneValue = oneOf(random, values);
            const Texts otherValues{oneOf(random, values), oneOf(random, values)};
            json::object parameters{{"of", ofKey ? "key" : "call"}};
            if (!required.empty())
                parameters["require"] = jsonOf(required);
            if (hasOne)
                parameters["equals"] = json::object{{one, oneValue}};
            if (hasOther)
                parameters["in"] = json::object{{other, jsonOf(otherValues)}};
            const CheckRunner check("metadata", json::serialize(parameters));
            for (int round = 0; round < cases / rules; ++round) {
                std::map<std::string, std::string> given;
                for (const std::string &key : someOf(random, keys, 6))
                    given[key] = oneOf(random, values);
                RequestFacts facts;
                Identity identity;
                (ofKey ? identity.keyMetadata : facts.metadata) = given;
                CallFacts call = callOf(facts);
                call.identity = random() % 8 == 0 ? nullptr : &identity;
                bool met = true;
                for (const std::string &key : required)
                    met = met && given.count(key) == 1 && !given[key].empty();
                met = met && (!hasOne || (given.count(one) == 1 && given[one] == oneValue));
                met = met && (!hasOther || (given.count(other) == 1 && isIn(otherValues, given[other])));
                tally.compare(check.runFacts(call), ofKey && !call.identity ? "no_identity" : outcomeOf(met),
                    json::serialize(parameters));
            }
        }
        tally.finish(200);
    }

    void user()
    {
        static const QRegularExpression form("\\A[a-z]+-[0-9]\\z");
        Random random(11);
        Tally tally;
        for (int rule = 0; rule < rules; ++rule) {
            const Texts allowed = someOf(random, globs(), 2), denied = someOf(random, globs(), 1);
            const bool required = random() % 2 == 0, formed = random() % 4 == 0;
            json::object parameters{{"required", required}};
            if (!allowed.empty())
                parameters["allow"] = jsonOf(allowed);
            if (!denied.empty())
                parameters["deny"] = jsonOf(denied);
            if (formed)
                parameters["pattern"] = "[a-z]+-[0-9]";
            const CheckRunner check("user", json::serialize(parameters));
            for (int round = 0; round < cases / rules; ++round) {
                RequestFacts facts;
                facts.user = oneOf(random, names());
                const bool met = facts.user.empty()
                    ? !required
                    : !fitsAny(facts.user, denied) && (allowed.empty() || fitsAny(facts.user, allowed))
                        && (!formed || form.match(QString::fromStdString(facts.user)).hasMatch());
                tally.compare(
                    check.runFacts(callOf(facts)), outcomeOf(met), json::serialize(parameters) + facts.user);
            }
        }
        tally.finish(200);
    }

    // Every instance of a window that could hold the moment is laid out: those of its day and the day before.
    void timeWindow()
    {
        static const std::array<const char *, 7> days{"mon", "tue", "wed", "thu", "fri", "sat", "sun"};
        static const std::array<const char *, 5> zones{
            "UTC", "Europe/Berlin", "America/St_Johns", "Asia/Kathmandu", "Australia/Lord_Howe"};
        static const std::array<const char *, 6> times{"00:00", "00:01", "08:30", "12:00", "22:00", "23:59"};
        const auto minutesOf = [](const std::string &time) {
            return std::stoi(time.substr(0, 2)) * 60 + std::stoi(time.substr(3));
        };
        Random random(13);
        Tally tally;
        for (int rule = 0; rule < rules; ++rule) {
            const std::string zone = oneOf(random, zones);
            const bool failInside = random() % 2 == 0;
            struct Window {
                std::set<int> days; // 1 Monday … 7 Sunday, as Qt counts
                int from, until;
            };
            std::vector<Window> windows;
            json::array written;
            for (std::size_t left = 1 + random() % 2; left > 0; --left) {
                const std::string from = oneOf(random, times);
                const std::string until = random() % 4 == 0 ? "24:00" : oneOf(random, times);
                json::object window{{"from", from}, {"until", until}};
                Window twin{{1, 2, 3, 4, 5, 6, 7}, minutesOf(from), minutesOf(until)};
                if (random() % 3 != 0) {
                    twin.days = {static_cast<int>(1 + random() % 7), static_cast<int>(1 + random() % 7)};
                    json::array &list = window["days"].emplace_array();
                    for (const int day : twin.days)
                        list.emplace_back(days.at(static_cast<std::size_t>(day - 1)));
                }
                windows.push_back(twin);
                written.push_back(window);
            }
            const json::object parameters{
                {"zone", zone}, {"windows", written}, {"fail", failInside ? "inside" : "outside"}};
            const CheckRunner check("time_window", json::serialize(parameters));
            for (int round = 0; round < cases / rules; ++round) {
                const std::int64_t second = 946684800 + static_cast<std::int64_t>(random() % 1100000000);
                const QDateTime local
                    = QDateTime::fromSecsSinceEpoch(second, QTimeZone(QByteArray::fromStdString(zone)));
                bool inside = false;
                for (const Window &window : windows) {
                    for (const int back : {0, 1}) {
                        const int day = (local.date().dayOfWeek() - back + 6) % 7 + 1;
                        const int now = local.time().hour() * 60 + local.time().minute() + back * 1440;
                        const int end = window.until > window.from ? window.until : window.until + 1440;
                        inside = inside || (window.days.count(day) == 1 && now >= window.from && now < end);
                    }
                }
                const RequestFacts facts;
                CallFacts call = callOf(facts);
                if (random() % 16 != 0)
                    call.now = fromMicros(second * 1000000);
                tally.compare(check.runFacts(call), call.now ? outcomeOf(inside != failInside) : "no_time",
                    json::serialize(parameters) + local.toString(Qt::ISODate).toStdString());
            }
        }
        tally.finish(200);
    }
};

QTEST_GUILESS_MAIN(TestFactTwins)
#include "tst_fact_twins.moc"
