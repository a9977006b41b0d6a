// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/observe/alert_target.h"

#include "gateway/observe/http_poster.h"
#include "gateway/observe/syslog_sender.h"

#include <fcntl.h>
#include <fstream>
#include <iterator>
#include <spdlog/spdlog.h>
#include <unistd.h>

namespace gatehouse::gateway {
namespace {

using Write = std::string (*)(const Alert &);

Result<SecretString> tokenFrom(const std::string &file)
{
    if (file.empty())
        return SecretString();
    std::ifstream in(file, std::ios::binary);
    if (!in)
        return fail(ErrorKind::InvalidInput, "cannot read the token of an alert target", file);
    std::string text{std::istreambuf_iterator<char>(in), {}};
    while (!text.empty() && (text.back() == '\n' || text.back() == '\r'))
        text.pop_back();
    return SecretString(text);
}

Result<Outbox<Alert>::Deliver> posting(const AlertConfig &config, Write write)
{
    auto token = tokenFrom(config.tokenFile);
    if (!token)
        return tl::unexpected(token.error());
    auto poster = HttpPoster::to(config.url, std::move(*token));
    if (!poster)
        return tl::unexpected(poster.error());
    return
        [shared = std::make_shared<HttpPoster>(std::move(*poster)), write](const std::vector<Alert> &alerts) {
            for (const Alert &alert : alerts) {
                if (const Delivered delivered = deliveredBy(shared->post(write(alert)));
                    delivered != Delivered::Yes)
                    return delivered;
            }
            return Delivered::Yes;
        };
}

// Opened each time, so that the file may be rotated at any.
Delivered appendLines(const std::string &path, const std::vector<Alert> &alerts)
{
    std::string lines;
    for (const Alert &alert : alerts)
        lines += ocsfJson(alert) + "\n";
    const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0640);
    if (file < 0)
        return Delivered::TryAgain;
    const ssize_t written = ::write(file, lines.data(), lines.size());
    ::close(file);
    return written == static_cast<ssize_t>(lines.size()) ? Delivered::Yes : Delivered::TryAgain;
}

} // namespace

Delivered deliveredBy(const Result<int> &status)
{
    if (!status)
        return Delivered::TryAgain;
    if (*status >= 200 && *status < 300)
        return Delivered::Yes;
    const bool mayPass = *status >= 500 || *status == 408 || *status == 429;
    return mayPass ? Delivered::TryAgain : Delivered::Never;
}

AlertTarget::AlertTarget(AlertConfig config, OutboxLimits limits, Deliver deliver)
    : m_config(std::move(config))
    , m_outbox(limits, std::move(deliver))
{
}

Result<AlertTarget::Deliver> AlertTarget::delivererOf(const AlertConfig &config)
{
    switch (config.kind) {
    case AlertConfig::Kind::Webhook:
        return posting(config, webhookJson);
    case AlertConfig::Kind::Ocsf:
        if (config.file.empty())
            return posting(config, ocsfJson);
        return [file = config.file](const std::vector<Alert> &alerts) { return appendLines(file, alerts); };
    case AlertConfig::Kind::Syslog:
        break;
    }
    auto sender = SyslogSender::to(config.address);
    if (!sender)
        return tl::unexpected(sender.error());
    return [shared = std::make_shared<SyslogSender>(std::move(*sender))](const std::vector<Alert> &alerts) {
        for (const Alert &alert : alerts) {
            if (!shared->send(syslogMessage(alert, shared->host())))
                return Delivered::TryAgain;
        }
        return Delivered::Yes;
    };
}

Result<std::unique_ptr<AlertTarget>> AlertTarget::open(const AlertConfig &config)
{
    auto deliver = delivererOf(config);
    if (!deliver)
        return tl::unexpected(deliver.error());
    OutboxLimits limits;
    limits.gather = std::chrono::milliseconds(0);
    // A repeated attempt repeats its whole batch: only a file takes one as a whole.
    limits.batch = config.file.empty() ? 1 : limits.batch;
    limits.firstPause = config.retryPause;
    limits.attempts = config.attempts;
    Deliver counted = [deliver = std::move(*deliver), name = config.name](const std::vector<Alert> &alerts) {
        const Delivered delivered = deliver(alerts);
        if (delivered != Delivered::Yes)
            spdlog::warn("alert target {}: {}", name,
                delivered == Delivered::Never ? "it refused an alert"
                                              : "it could not be told, and will be asked again");
        return delivered;
    };
    return std::unique_ptr<AlertTarget>(new AlertTarget(config, limits, std::move(counted)));
}

} // namespace gatehouse::gateway
