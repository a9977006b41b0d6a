// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/config.h"

#include <algorithm>
#include <array>
#include <boost/asio/ip/address.hpp>
#include <boost/json.hpp>
#include <charconv>
#include <fstream>
#include <functional>
#include <iterator>
#include <limits>
#include <map>

namespace gatehouse::gateway {
namespace {

namespace json = boost::json;
using Reader = std::function<Status(const json::value &, const std::string &path)>;
using Readers = std::map<std::string, Reader, std::less<>>;

Status readObject(const json::value &value, const std::string &path, const Readers &readers)
{
    if (!value.is_object())
        return fail(ErrorKind::InvalidInput, "an object is wanted", path.empty() ? "/" : path);
    for (const auto &member : value.get_object()) {
        const std::string key(member.key());
        std::string where = path;
        where.append("/").append(key);
        const auto reader = readers.find(key);
        if (reader == readers.end())
            return fail(ErrorKind::InvalidInput, "unknown field in the configuration", where);
        if (auto done = reader->second(member.value(), where); !done)
            return done;
    }
    return {};
}

Reader text(std::string &target)
{
    return [&target](const json::value &value, const std::string &path) -> Status {
        if (!value.is_string())
            return fail(ErrorKind::InvalidInput, "a text is wanted", path);
        target = std::string(value.get_string());
        return {};
    };
}

Reader flag(bool &target)
{
    return [&target](const json::value &value, const std::string &path) -> Status {
        if (!value.is_bool())
            return fail(ErrorKind::InvalidInput, "true or false is wanted", path);
        target = value.get_bool();
        return {};
    };
}

Reader number(std::int64_t least, std::int64_t most, std::function<void(std::int64_t)> take)
{
    return [=, take = std::move(take)](const json::value &value, const std::string &path) -> Status {
        if (!value.is_int64() || value.get_int64() < least || value.get_int64() > most)
            return fail(ErrorKind::InvalidInput,
                "a whole number from " + std::to_string(least) + " to " + std::to_string(most) + " is wanted",
                path);
        take(value.get_int64());
        return {};
    };
}

Reader bytes(std::size_t &target, std::int64_t least = 1024)
{
    constexpr std::int64_t oneGiB = 1024LL * 1024 * 1024;
    return number(least, oneGiB, [&target](std::int64_t n) { target = static_cast<std::size_t>(n); });
}

Reader fileBytes(std::uint64_t &target, std::int64_t least)
{
    constexpr std::int64_t oneTiB = 1024LL * 1024 * 1024 * 1024;
    return number(least, oneTiB, [&target](std::int64_t n) { target = static_cast<std::uint64_t>(n); });
}

Reader duration(Millis &target)
{
    constexpr std::int64_t oneDay = 24LL * 3600 * 1000;
    return number(1, oneDay, [&target](std::int64_t n) { target = Millis(n); });
}

Reader networks(std::vector<IpNetwork> &target)
{
    return [&target](const json::value &value, const std::string &path) -> Status {
        if (!value.is_array())
            return fail(ErrorKind::InvalidInput, "a list of networks is wanted", path);
        target.clear();
        for (const json::value &each : value.get_array()) {
            const std::string at = path + "/" + std::to_string(target.size());
            if (!each.is_string())
                return fail(ErrorKind::InvalidInput, "a network is wanted", at, "such as 10.1.0.0/16");
            const auto network = IpNetwork::parse({each.get_string().data(), each.get_string().size()});
            if (!network)
                return fail(ErrorKind::InvalidInput, network.error().what, at, "such as 10.1.0.0/16");
            target.push_back(*network);
        }
        return {};
    };
}

Reader object(Readers readers)
{
    return [readers = std::move(readers)](const json::value &value, const std::string &path) {
        return readObject(value, path, readers);
    };
}

Reader address(std::optional<Address> &target)
{
    return [&target](const json::value &value, const std::string &path) -> Status {
        if (!value.is_string())
            return fail(ErrorKind::InvalidInput, "a text is wanted", path);
        auto parsed = parseAddress(std::string(value.get_string()));
        if (!parsed)
            return fail(parsed.error().kind, parsed.error().what, path, parsed.error().advice);
        target = *parsed;
        return {};
    };
}

// One of these words; `take` gets its number.
Reader word(std::vector<std::string_view> words, std::function<void(std::size_t)> take)
{
    return [words = std::move(words), take = std::move(take)](
               const json::value &value, const std::string &path) -> Status {
        const auto found = value.is_string()
            ? std::find(words.begin(), words.end(), std::string_view(value.get_string()))
            : words.end();
        if (found != words.end()) {
            take(static_cast<std::size_t>(found - words.begin()));
            return {};
        }
        std::string all;
        for (const std::string_view each : words)
            all.append(all.empty() ? "" : ", ").append(each);
        return fail(ErrorKind::InvalidInput, "one of these is wanted: " + all, path);
    };
}

Reader durabilityMode(Durability &target)
{
    return word({"strict", "grouped"}, [&target](std::size_t i) { target.grouped = i == 1; });
}

Readers fieldsOf(AlertConfig &alert)
{
    return {
        {"kind",
            word({"webhook", "syslog", "ocsf"},
                [&alert](std::size_t i) { alert.kind = static_cast<AlertConfig::Kind>(i); })},
        {"name", text(alert.name)},
        {"min_severity",
            word({"info", "low", "medium", "high", "critical"},
                [&alert](std::size_t i) { alert.least = static_cast<Severity>(i); })},
        {"url", text(alert.url)},
        {"token_file", text(alert.tokenFile)},
        {"file", text(alert.file)},
        {"address", text(alert.address)},
        {"attempts", number(1, 100, [&alert](std::int64_t n) { alert.attempts = static_cast<int>(n); })},
        {"retry_ms", duration(alert.retryPause)},
    };
}

// What each kind must be told, and may not be.
Status checkAlert(const AlertConfig &alert, const std::string &path)
{
    using Kind = AlertConfig::Kind;
    const bool url = !alert.url.empty(), file = !alert.file.empty(), address = !alert.address.empty();
    if (alert.kind == Kind::Webhook && (!url || file || address))
        return fail(ErrorKind::InvalidInput, "a webhook wants a url, and no file or address", path);
    if (alert.kind == Kind::Syslog && (!address || url || file))
        return fail(ErrorKind::InvalidInput, "syslog wants an address, and no url or file", path);
    if (alert.kind == Kind::Ocsf && (url == file || address))
        return fail(ErrorKind::InvalidInput, "ocsf wants either a file or a url, and no address", path);
    if (!alert.tokenFile.empty() && !url)
        return fail(ErrorKind::InvalidInput, "a token is sent to a url only", path + "/token_file");
    return {};
}

Reader alerts(std::vector<AlertConfig> &target)
{
    return [&target](const json::value &value, const std::string &path) -> Status {
        if (!value.is_array())
            return fail(ErrorKind::InvalidInput, "a list is wanted", path);
        static constexpr std::array kinds{"webhook", "syslog", "ocsf"};
        for (const json::value &item : value.get_array()) {
            const std::string where = path + "/" + std::to_string(target.size());
            AlertConfig alert;
            if (auto read = readObject(item, where, fieldsOf(alert)); !read)
                return read;
            if (!item.get_object().contains("kind"))
                return fail(ErrorKind::InvalidInput, "an alert target wants a kind", where + "/kind");
            if (auto checked = checkAlert(alert, where); !checked)
                return checked;
            if (alert.name.empty())
                alert.name
                    = kinds.at(static_cast<std::size_t>(alert.kind)) + ("-" + std::to_string(target.size()));
            const bool taken = std::any_of(target.begin(), target.end(),
                [&alert](const AlertConfig &other) { return other.name == alert.name; });
            if (taken)
                return fail(ErrorKind::InvalidInput, "two alert targets have this name", where + "/name");
            target.push_back(std::move(alert));
        }
        return {};
    };
}

Readers fieldsOf(GatewayConfig &config, std::string &listen)
{
    Limits &limits = config.limits;
    Timeouts &times = config.timeouts;
    return {
        {"listen", text(listen)},
        {"insecure_public", flag(config.insecurePublic)},
        {"threads", number(0, 1024, [&](std::int64_t n) { config.threads = static_cast<unsigned>(n); })},
        {"tls", object({{"certificate", text(config.tlsCertificate)}, {"key", text(config.tlsKey)}})},
        {"limits",
            object({{"header_bytes", bytes(limits.headerBytes)}, {"body_bytes", bytes(limits.bodyBytes)},
                {"answer_bytes", bytes(limits.answerBytes)}, {"stream_bytes", bytes(limits.streamBytes)},
                {"connections", bytes(limits.connections, 1)}})},
        {"timeouts",
            object({{"head_ms", duration(times.head)}, {"body_ms", duration(times.body)},
                {"idle_ms", duration(times.idle)}, {"write_ms", duration(times.write)},
                {"connect_ms", duration(times.connect)}, {"first_byte_ms", duration(times.firstByte)},
                {"stream_idle_ms", duration(times.streamIdle)}, {"drain_ms", duration(times.drain)},
                {"stale_ms", duration(times.stale)}})},
        {"metrics", object({{"listen", address(config.metricsListen)}})},
        {"log",
            object({{"format", word({"text", "json"}, [&](std::size_t i) { config.logJson = i == 1; })}})},
        {"traces", object({{"endpoint", text(config.tracesEndpoint)}})},
        {"alerts", alerts(config.alerts)},
        {"circuit",
            object({{"failures",
                        number(1, 10'000,
                            [&](std::int64_t n) { config.circuit.failures = static_cast<int>(n); })},
                {"window_ms", duration(config.circuit.window)}, {"open_ms", duration(config.circuit.open)}})},
        {"webhook", object({{"private_networks", networks(config.webhookNetworks)}})},
        {"journal",
            object({{"file", text(config.journal.file)},
                {"reserve_bytes", fileBytes(config.journal.reserveBytes, 0)},
                {"maximum_bytes", fileBytes(config.journal.maximumBytes, 1024LL * 1024)}})},
        {"durability",
            object({{"mode", durabilityMode(config.durability)},
                {"window_ms",
                    number(1, 1000, [&](std::int64_t n) { config.durability.window = Millis(n); })}})},
        {"users",
            object({{"issuer", text(config.users.issuer)}, {"audience", text(config.users.audience)},
                {"jwks_file", text(config.users.jwksFile)}, {"jwks_url", text(config.users.jwksUrl)},
                {"retry_ms", duration(config.users.retry)}})},
    };
}

bool isLoopback(const Address &address)
{
    if (address.host == "localhost")
        return true;
    boost::system::error_code error;
    const auto ip = boost::asio::ip::make_address(address.host, error);
    return !error && ip.is_loopback();
}

} // namespace

std::string Address::text() const
{
    const bool sixth = host.find(':') != std::string::npos;
    return (sixth ? "[" + host + "]" : host) + ":" + std::to_string(port);
}

Result<Address> parseAddress(std::string_view text)
{
    const auto wrong = fail(ErrorKind::InvalidInput, "not an address to listen on", std::string(text),
        "write it as 127.0.0.1:8787 or [::1]:8787");
    const std::size_t colon = text.rfind(':');
    if (colon == std::string_view::npos)
        return wrong;
    std::string_view host = text.substr(0, colon);
    if (host.starts_with('[') && host.ends_with(']'))
        host = host.substr(1, host.size() - 2);
    const std::string_view digits = text.substr(colon + 1);
    Address address{std::string(host), 0};
    const auto parsed = std::from_chars(digits.data(), digits.data() + digits.size(), address.port);
    if (parsed.ec != std::errc() || parsed.ptr != digits.data() + digits.size())
        return wrong;
    boost::system::error_code error;
    boost::asio::ip::make_address(address.host, error);
    if (error && address.host != "localhost")
        return wrong;
    return address;
}

Result<GatewayConfig> parseConfig(std::string_view json)
{
    boost::system::error_code error;
    const boost::json::value document = boost::json::parse({json.data(), json.size()}, error);
    if (error)
        return fail(ErrorKind::InvalidInput, "the configuration is not JSON", error.message());
    GatewayConfig config;
    std::string listen;
    if (auto read = readObject(document, {}, fieldsOf(config, listen)); !read)
        return tl::unexpected(read.error());
    if (listen.empty())
        return config;
    auto address = parseAddress(listen);
    if (!address)
        return tl::unexpected(address.error());
    config.listen = *address;
    return config;
}

Status checkConfig(const GatewayConfig &config)
{
    const bool tls = !config.tlsCertificate.empty();
    if (tls != !config.tlsKey.empty())
        return fail(
            ErrorKind::InvalidInput, "TLS needs a certificate and its key", {}, "name both or neither");
    const UserTokens &users = config.users;
    const bool oneSource = users.jwksFile.empty() != users.jwksUrl.empty();
    if (!users.empty() && (users.issuer.empty() || users.audience.empty() || !oneSource))
        return fail(ErrorKind::InvalidInput, "tokens of users need an issuer, an audience and its keys",
            "users", "give issuer, audience, and either jwks_file or jwks_url");
    // Whoever can change keys on their way signs tokens as he likes.
    if (!users.jwksUrl.empty() && !users.jwksUrl.starts_with("https://"))
        return fail(ErrorKind::InvalidInput, "keys of users' tokens are fetched over TLS only",
            "users.jwks_url", "write it as https://host[:port]/path");
    if (!tls && !config.insecurePublic && !isLoopback(config.listen))
        return fail(ErrorKind::InvalidInput, "a public address without TLS is refused", config.listen.text(),
            "give --tls-cert and --tls-key, or say --insecure-public");
    return {};
}

Result<GatewayConfig> loadConfig(const ServeOptions &options)
{
    GatewayConfig config;
    if (!options.configFile.empty()) {
        std::ifstream file(options.configFile, std::ios::binary);
        if (!file)
            return fail(ErrorKind::InvalidInput, "cannot read the configuration file", options.configFile);
        const std::string text{std::istreambuf_iterator<char>(file), {}};
        auto parsed = parseConfig(text);
        if (!parsed)
            return fail(parsed.error().kind, parsed.error().what, options.configFile + parsed.error().where,
                parsed.error().advice);
        config = *parsed;
    }
    if (!options.listen.empty()) {
        auto address = parseAddress(options.listen);
        if (!address)
            return tl::unexpected(address.error());
        config.listen = *address;
    }
    if (!options.metricsListen.empty()) {
        auto address = parseAddress(options.metricsListen);
        if (!address)
            return tl::unexpected(address.error());
        config.metricsListen = *address;
    }
    if (!options.tlsCertificate.empty())
        config.tlsCertificate = options.tlsCertificate;
    if (!options.tlsKey.empty())
        config.tlsKey = options.tlsKey;
    if (!options.durability.empty()) {
        const json::value given(options.durability);
        if (auto read = durabilityMode(config.durability)(given, "--durability"); !read)
            return tl::unexpected(read.error());
    }
    config.insecurePublic = config.insecurePublic || options.insecurePublic;
    if (auto checked = checkConfig(config); !checked)
        return tl::unexpected(checked.error());
    return config;
}

} // namespace gatehouse::gateway
