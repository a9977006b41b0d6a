// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/cli/program.h"

int main(int argc, char **argv)
{
    return gatehouse::gateway::cli::Program().run(argc, argv);
}
