// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The words on screen for the enums of the core.

#include "models/text.h"

#include <QCoreApplication>

namespace gatehouse::console {

namespace {
QString tr(const char *text)
{
    return QCoreApplication::translate("Words", text);
}
} // namespace

QString word(Severity value)
{
    switch (value) {
    case Severity::Info:
        return tr("info");
    case Severity::Low:
        return tr("low");
    case Severity::Medium:
        return tr("medium");
    case Severity::High:
        return tr("high");
    case Severity::Critical:
        return tr("critical");
    }
    return {};
}

QString word(VerdictKind value)
{
    switch (value) {
    case VerdictKind::Allowed:
        return tr("allowed");
    case VerdictKind::Flagged:
        return tr("flagged");
    case VerdictKind::Masked:
        return tr("masked");
    case VerdictKind::Held:
        return tr("held");
    case VerdictKind::Blocked:
        return tr("blocked");
    }
    return {};
}

QString word(TrustZone value)
{
    switch (value) {
    case TrustZone::System:
        return tr("system");
    case TrustZone::User:
        return tr("user");
    case TrustZone::Tool:
        return tr("tool result");
    case TrustZone::Document:
        return tr("document");
    case TrustZone::Assistant:
        return tr("assistant");
    case TrustZone::ToolCall:
        return tr("tool call");
    case TrustZone::ToolDefinition:
        return tr("tool definition");
    }
    return {};
}

QString word(CheckOutcome value)
{
    switch (value) {
    case CheckOutcome::Pass:
        return tr("pass");
    case CheckOutcome::Fail:
        return tr("fail");
    case CheckOutcome::Error:
        return tr("error");
    case CheckOutcome::NotRun:
        return tr("not run");
    }
    return {};
}

QString word(Stage value)
{
    switch (value) {
    case Stage::Access:
        return tr("access");
    case Stage::Request:
        return tr("request");
    case Stage::Response:
        return tr("response");
    }
    return {};
}

QString word(Mode value)
{
    switch (value) {
    case Mode::Enforce:
        return tr("enforce");
    case Mode::Shadow:
        return tr("shadow");
    case Mode::Off:
        return tr("off");
    }
    return {};
}

QString word(Action value)
{
    switch (value) {
    case Action::Allow:
        return tr("allow");
    case Action::Flag:
        return tr("flag");
    case Action::Mask:
        return tr("mask");
    case Action::Hold:
        return tr("hold");
    case Action::Block:
        return tr("block");
    }
    return {};
}

} // namespace gatehouse::console
