// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The words on screen for the enums of the core.

#include "models/text.h"

#include <QCoreApplication>

namespace gatehouse::console {

namespace {
struct Words {
    Q_DECLARE_TR_FUNCTIONS(Words)
};
} // namespace

QString word(Severity value)
{
    switch (value) {
    case Severity::Info:
        return Words::tr("info");
    case Severity::Low:
        return Words::tr("low");
    case Severity::Medium:
        return Words::tr("medium");
    case Severity::High:
        return Words::tr("high");
    case Severity::Critical:
        return Words::tr("critical");
    }
    return {};
}

QString word(VerdictKind value)
{
    switch (value) {
    case VerdictKind::Allowed:
        return Words::tr("allowed");
    case VerdictKind::Flagged:
        return Words::tr("flagged");
    case VerdictKind::Masked:
        return Words::tr("masked");
    case VerdictKind::Held:
        return Words::tr("held");
    case VerdictKind::Blocked:
        return Words::tr("blocked");
    }
    return {};
}

QString word(TrustZone value)
{
    switch (value) {
    case TrustZone::System:
        return Words::tr("system");
    case TrustZone::User:
        return Words::tr("user");
    case TrustZone::Tool:
        return Words::tr("tool result");
    case TrustZone::Document:
        return Words::tr("document");
    case TrustZone::Assistant:
        return Words::tr("assistant");
    case TrustZone::ToolCall:
        return Words::tr("tool call");
    case TrustZone::ToolDefinition:
        return Words::tr("tool definition");
    }
    return {};
}

QString word(CheckOutcome value)
{
    switch (value) {
    case CheckOutcome::Pass:
        return Words::tr("pass");
    case CheckOutcome::Fail:
        return Words::tr("fail");
    case CheckOutcome::Error:
        return Words::tr("error");
    case CheckOutcome::NotRun:
        return Words::tr("not run");
    }
    return {};
}

QString word(Stage value)
{
    switch (value) {
    case Stage::Access:
        return Words::tr("access");
    case Stage::Request:
        return Words::tr("request");
    case Stage::Response:
        return Words::tr("response");
    }
    return {};
}

QString word(Mode value)
{
    switch (value) {
    case Mode::Enforce:
        return Words::tr("enforce");
    case Mode::Shadow:
        return Words::tr("shadow");
    case Mode::Off:
        return Words::tr("off");
    }
    return {};
}

QString word(Action value)
{
    switch (value) {
    case Action::Allow:
        return Words::tr("allow");
    case Action::Flag:
        return Words::tr("flag");
    case Action::Mask:
        return Words::tr("mask");
    case Action::Hold:
        return Words::tr("hold");
    case Action::Block:
        return Words::tr("block");
    }
    return {};
}

} // namespace gatehouse::console
