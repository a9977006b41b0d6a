// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// urls against a slow twin: URLs are put together here from parts of known meaning and written into texts of
// many kinds, so that where each stands and what is wrong with it is known beforehand.
#include "check_runner.h"
#include "choices.h"

#include <QTest>
#include <array>
#include <boost/json/serialize.hpp>

using namespace gatehouse;
using namespace gatehouse::test;

namespace json = boost::json;

namespace {

// What a host stands for, whatever its spelling.
struct Host {
    std::string written;
    std::string name; // "" where it is an address or can't be one
    bool in10 = false, in2001db8 = false; // the networks 10.0.0.0/8 and 2001:db8::/32

    [[nodiscard]] bool isAddress() const { return in10 || in2001db8 || written == "0x7f.1"; }
};

const std::array<Host, 17> hosts{
    {{"a.example", "a.example"}, {"A.Example", "a.example"}, {"%61.example", "a.example"},
        {"x.a.example", "x.a.example"}, {"xa.example", "xa.example"}, {"evil.example", "evil.example"},
        {"evil.example.", "evil.example"}, {"bücher.example", "xn--bcher-kva.example"},
        {"BÜCHER.example", "xn--bcher-kva.example"}, {"xn--bcher-kva.example", "xn--bcher-kva.example"},
        {"a。example", "a.example"}, {"10.1.2.3", "", true}, {"0x0a010203", "", true},
        {"167838211", "", true}, {"[2001:db8::1]", "", false, true}, {"0x7f.1", ""}, {"256.1.1.1", ""}}};

struct Url {
    std::string scheme; // lower case, "" for www
    bool userInfo = false, valid = true;
    Host host;
    std::string text;
};

bool isWeb(const std::string &scheme)
{
    return scheme != "git+ssh" && scheme != "redis";
}

Url urlOf(Random &random)
{
    Url url;
    const std::string scheme
        = oneOf(random, Texts{"https", "http", "HTTPS", "ftp", "wss", "git+ssh", "redis", "www"});
    url.host = oneOf(random, hosts);
    if (scheme == "www") {
        url.host = {"www.a.example", "www.a.example"};
        url.text = url.host.written;
    } else {
        for (const char c : scheme)
            url.scheme += static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
        url.text = scheme + "://";
        url.userInfo = oneIn(random, 4);
        if (url.userInfo)
            url.text += oneOf(random, Texts{"user@", "a.example@", "user:secret@", "a.example:80@b@"});
        // A scheme of some program's own may name what no resolver knows.
        if (url.host.written == "256.1.1.1")
            isWeb(url.scheme) ? void(url.valid = false) : void(url.host.name = "256.1.1.1");
        url.text += url.host.written;
    }
    const std::string port = oneOf(random, Texts{"", "", "", ":8080", ":65535", ":65536", ":123456789012"});
    const std::string rest = oneOf(random,
        Texts{"", "", "/", "/x?y=1#z", "?q=%20", "#top", "/a(b)c/[1]", "/页/ü", "/%zz", "?a=%4", "/x/..;/y",
            "/@x"});
    url.valid = url.valid && port.size() < 7 && port != ":65536" && rest != "/%zz" && rest != "?a=%4";
    url.text += port + rest;
    return url;
}

// A URL in a text, and how much of it a reader takes for the URL.
struct Placed {
    std::string before, after;
    bool bare;
};

const std::array<Placed, 16> places{{{"see ", ".", true}, {"(", ")", true}, {"\"", "\"", true},
    {"", "", true}, {"**", "**", true}, {"`", "`", true}, {"请看", "。", true}, {"", "، شكرا", true},
    {"<", ">", true}, {"Really: ", "?!", true}, {"'", "', '", true}, {"[text](", ")", false},
    {"![alt](", " \"title\")", false}, {"[1]: ", "", false}, {"<a class=x href=\"", "\">text</a>", false},
    {"<img src='", "'/>", false}}};

struct Rules {
    Texts allow, deny, schemes;
    bool valid, userInfo, addresses, idn;
};

bool isListed(const Texts &list, const Host &host)
{
    if (host.name.empty() && !host.isAddress())
        return false;
    for (const std::string &entry : list) {
        const bool below = entry.starts_with("*.") && host.name.size() > entry.size() - 1
            && host.name.ends_with(entry.substr(1));
        const std::string name = entry == "Bücher.example" ? "xn--bcher-kva.example" : entry;
        if (entry == "*" || (!host.name.empty() && (host.name == name || below))
            || (entry == "10.0.0.0/8" && host.in10) || (entry == "2001:db8::/32" && host.in2001db8))
            return true;
    }
    return false;
}

std::string problemOf(const Url &url, const Rules &rules)
{
    if (isListed(rules.deny, url.host))
        return "denied-host";
    if (!rules.allow.empty() && !isListed(rules.allow, url.host))
        return "unlisted-host";
    if (!rules.schemes.empty() && !isIn(rules.schemes, url.scheme.empty() ? "https" : url.scheme))
        return "denied-scheme";
    if (url.userInfo && !rules.userInfo)
        return "user-info";
    if (url.host.isAddress() && !rules.addresses)
        return "address-url";
    if (url.host.name.starts_with("xn--") && !rules.idn)
        return "idn-url";
    return !url.valid && rules.valid ? "invalid-url" : "";
}

Rules rulesOf(Random &random)
{
    static const Texts entries{"a.example", "*.a.example", "*.example", "evil.example", "Bücher.example",
        "10.0.0.0/8", "2001:db8::/32", "*"};
    return {someOf(random, entries, 2), someOf(random, entries, 1),
        someOf(random, {"https", "http", "git+ssh"}, 2), oneIn(random, 2), oneIn(random, 2), oneIn(random, 2),
        oneIn(random, 2)};
}

std::string written(const Rules &rules)
{
    json::object parameters{{"require_valid", rules.valid}, {"allow_user_info", rules.userInfo},
        {"allow_addresses", rules.addresses}, {"allow_idn", rules.idn}};
    for (const auto &[name, list] : {std::pair("allow", rules.allow), std::pair("deny", rules.deny),
             std::pair("schemes", rules.schemes)}) {
        if (!list.empty())
            parameters[name] = jsonOf(list);
    }
    return json::serialize(parameters);
}

} // namespace

class TestUrlsTwin : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void builtUrlsAreFoundAndJudged()
    {
        Random random(41);
        std::map<std::string, int> seen;
        for (int rule = 0; rule < 1000; ++rule) {
            const Rules rules = rulesOf(random);
            const CheckRunner check("urls", written(rules));
            QVERIFY2(check.check(), check.error().line().c_str());
            for (int round = 0; round < 20; ++round) {
                std::string text;
                QStringList expected;
                for (std::size_t left = 1 + random() % 3; left > 0; --left) {
                    const Url url = urlOf(random);
                    const Placed &place = oneOf(random, places);
                    std::string taken = url.text;
                    // The end of a sentence is none of the URL's, though it might be.
                    while (place.bare && std::string("?!.,:;*_~").find(taken.back()) != std::string::npos)
                        taken.pop_back();
                    text += place.before;
                    const std::string problem = problemOf(url, rules);
                    if (!problem.empty())
                        expected << QString("%1@%2-%3")
                                        .arg(QString::fromStdString(problem))
                                        .arg(text.size())
                                        .arg(text.size() + taken.size());
                    ++seen[problem];
                    text += url.text + place.after + oneOf(random, Texts{" ", "\n", " and "});
                }
                const QString said = describe(check.run(text));
                QVERIFY2(said == expected.join(' '),
                    qPrintable(QString::fromStdString(written(rules) + "\n" + text) + "\n" + said
                        + " instead of " + expected.join(' ')));
            }
        }
        for (const char *problem : {"", "denied-host", "unlisted-host", "denied-scheme", "user-info",
                 "address-url", "idn-url", "invalid-url"})
            QVERIFY2(seen[problem] > 40, problem);
    }
};

QTEST_GUILESS_MAIN(TestUrlsTwin)
#include "tst_urls_twin.moc"
