// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// One function a command group: adds the group's commands to the program.

namespace CLI {
class App;
}

namespace gatehouse::gateway::cli {

class Program;

void addServeCommand(CLI::App &app, Program &program);
void addNameCommands(CLI::App &app, Program &program); // team, environment, use-case
void addKeyCommands(CLI::App &app, Program &program);
void addLimitCommands(CLI::App &app, Program &program);
void addPriceCommands(CLI::App &app, Program &program);
void addProviderCommands(CLI::App &app, Program &program);
void addModelCommands(CLI::App &app, Program &program);
void addCredentialCommands(CLI::App &app, Program &program);
void addRecipientCommands(CLI::App &app, Program &program);
void addReviewerKeyCommands(CLI::App &app, Program &program);
void addPolicyCommands(CLI::App &app, Program &program);
void addExceptionCommands(CLI::App &app, Program &program);
void addCheckCommand(CLI::App &app, Program &program);
void addInteractionCommands(CLI::App &app, Program &program);
void addRevealCommand(CLI::App &interactionCommands, Program &program);
void addReviewCommands(CLI::App &app, Program &program);
void addHandoverCommands(CLI::App &app, Program &program);
void addAuditCommands(CLI::App &app, Program &program);
void addPersonCommands(CLI::App &app, Program &program);
void addStoreCommands(CLI::App &app, Program &program);
void addStoreCopyCommand(CLI::App &storeCommands, Program &program);
void addContentCommands(CLI::App &storeCommands, Program &program);
void addLegalHoldCommands(CLI::App &app, Program &program);

} // namespace gatehouse::gateway::cli
