// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "load.h"

#include <CLI/CLI.hpp>
#include <fstream>
#include <iterator>

using namespace gatehouse::bench;

namespace {

std::string contentsOf(const std::string &path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

void addTarget(CLI::App &command, LoadTarget &target)
{
    command.add_option("--port", target.port, "on 127.0.0.1")->required();
    command.add_option("--head", target.headFile, "a file of further header fields");
}

} // namespace

int main(int argc, char **argv)
{
    CLI::App program("The clients of the gateway's bench");
    program.require_subcommand(1);
    PacedLoad paced;
    std::string bodyFile;
    CLI::App *pacedCommand = program.add_subcommand("paced", "calls at a fixed rate");
    addTarget(*pacedCommand, paced.target);
    pacedCommand->add_option("--body", bodyFile, "a file that holds the body of each call")->required();
    pacedCommand->add_option("--rate", paced.perSecond, "calls a second")->required();
    pacedCommand->add_option("--seconds", paced.seconds)->required();
    pacedCommand->add_option("--connections", paced.connections)->required();
    StreamLoad streams;
    CLI::App *streamCommand = program.add_subcommand("streams", "many streams at once");
    addTarget(*streamCommand, streams.target);
    streamCommand->add_option("--upstream-port", streams.upstreamPort)->required();
    streamCommand->add_option("--streams", streams.streams)->required();
    streamCommand->add_option("--chunks", streams.chunks)->required();
    streamCommand->add_option("--between", streams.millisBetween, "milliseconds")->required();
    streamCommand->add_option("--memory-of", streams.memoryOf, "a process");
    IdleLoad idle;
    CLI::App *idleCommand = program.add_subcommand("idle", "connections that stay");
    addTarget(*idleCommand, idle.target);
    idleCommand->add_option("--connections", idle.connections)->required();
    idleCommand->add_option("--memory-of", idle.memoryOf, "a process")->required();
    std::string folder;
    CLI::App *commitCommand = program.add_subcommand("commits", "durable writes of 8 KiB");
    commitCommand->add_option("--folder", folder)->required();
    CLI11_PARSE(program, argc, argv);
    if (*pacedCommand) {
        paced.target.body = contentsOf(bodyFile);
        return runPaced(paced);
    }
    if (*streamCommand)
        return runStreams(streams);
    return *idleCommand ? runIdle(idle) : runCommits(folder);
}
