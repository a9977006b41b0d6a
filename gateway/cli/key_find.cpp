// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// gatehouse key find: our keys in any files, recognised by their checksum, named from the store when there is
// one.

#include "core/base/plain_json.h"
#include "gateway/cli/file_scan.h"
#include "gateway/cli/input.h"
#include "gateway/cli/key_commands.h"
#include "gateway/cli/output.h"
#include "gateway/cli/program.h"
#include "store/access.h"
#include "store/postgres/address.h"

#include <CLI/CLI.hpp>
#include <boost/json.hpp>

#include <filesystem>
#include <map>

namespace gatehouse::gateway::cli {

namespace {

struct NamedKeys {
    std::map<std::string, KeyRecord> byId;
    Timestamp now{};
};

// An unnamed store that does not exist is no error: keys are recognised without one.
Result<NamedKeys> loadNames(const Options &options)
{
    NamedKeys names;
    std::error_code ignored;
    const std::string location = storeLocation(options);
    if (options.store.empty() && !store::isPostgres(location) && !std::filesystem::exists(location, ignored))
        return names;
    auto opened = openStore(options, store::OpenMode::ReadOnly);
    if (!opened)
        return tl::unexpected<Error>(opened.error());
    const auto keys = store::loadKeyTable(**opened);
    if (!keys)
        return tl::unexpected<Error>(keys.error());
    for (const KeyRecord &key : *keys)
        names.byId.emplace(key.id.value, key);
    names.now = (*opened)->clock().now();
    return names;
}

std::string jsonLine(const KeyInFile &found, const KeyRecord *key, Timestamp now)
{
    const auto orNull = [&](const std::string &text) {
        return key ? boost::json::value(text) : boost::json::value(nullptr);
    };
    const std::string path = isUtf8(found.path) ? found.path : printable(found.path);
    return plainJson(boost::json::object{{"path", path}, {"line", found.line}, {"offset", found.offset},
        {"id", found.id.value}, {"known", key != nullptr},
        {"state", orNull(key ? std::string(name(stateAt(*key, now))) : "")},
        {"team", orNull(key ? key->identity.team : "")},
        {"environment", orNull(key ? key->identity.environment : "")},
        {"use_case", orNull(key ? key->identity.useCase : "")}});
}

std::string textLine(const KeyInFile &found, const KeyRecord *key, Timestamp now)
{
    std::string line = printable(found.path) + ":" + std::to_string(found.line) + ": key " + found.id.value;
    if (!key)
        return line + " (not in the store)";
    return line + " of " + printable(key->identity.team) + " / " + printable(key->identity.environment)
        + " / " + printable(key->identity.useCase) + ", " + std::string(name(stateAt(*key, now)));
}

Result<ExitStatus> find(const Options &options, const std::vector<std::string> &paths)
{
    const auto names = loadNames(options);
    if (!names)
        return tl::unexpected<Error>(names.error());
    const auto onFound = [&](const KeyInFile &found) {
        const auto known = names->byId.find(found.id.value);
        const KeyRecord *key = known == names->byId.end() ? nullptr : &known->second;
        writeLine(options.json ? jsonLine(found, key, names->now) : textLine(found, key, names->now));
    };
    bool allRead = true;
    const auto onUnread = [&](const Error &error) {
        allRead = false;
        reportError(error);
    };
    for (const std::string &path : paths)
        scanForKeys(path, onFound, onUnread);
    return allRead ? ExitStatus::Done : ExitStatus::Fails;
}

} // namespace

void addKeyFindCommand(CLI::App &commands, Program &program)
{
    auto paths = std::make_shared<std::vector<std::string>>();
    CLI::App *command
        = commands.add_subcommand("find", "Find our keys in files and folders; - is standard input");
    command->add_option("PATH", *paths)->required();
    program.setAction(*command, [paths](const Options &options) { return find(options, *paths); });
}

} // namespace gatehouse::gateway::cli
