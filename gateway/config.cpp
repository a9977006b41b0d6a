// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/config.h"

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

Reader duration(Millis &target)
{
    constexpr std::int64_t oneDay = 24LL * 3600 * 1000;
    return number(1, oneDay, [&target](std::int64_t n) { target = Millis(n); });
}

Reader object(Readers readers)
{
    return [readers = std::move(readers)](const json::value &value, const std::string &path) {
        return readObject(value, path, readers);
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
                {"answer_bytes", bytes(limits.answerBytes)}, {"connections", bytes(limits.connections, 1)}})},
        {"timeouts",
            object({{"head_ms", duration(times.head)}, {"body_ms", duration(times.body)},
                {"idle_ms", duration(times.idle)}, {"write_ms", duration(times.write)},
                {"connect_ms", duration(times.connect)}, {"first_byte_ms", duration(times.firstByte)},
                {"stream_idle_ms", duration(times.streamIdle)}, {"drain_ms", duration(times.drain)},
                {"stale_ms", duration(times.stale)}})},
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
    if (!options.tlsCertificate.empty())
        config.tlsCertificate = options.tlsCertificate;
    if (!options.tlsKey.empty())
        config.tlsKey = options.tlsKey;
    config.insecurePublic = config.insecurePublic || options.insecurePublic;
    if (auto checked = checkConfig(config); !checked)
        return tl::unexpected(checked.error());
    return config;
}

} // namespace gatehouse::gateway
