// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// How a call under way is stopped from outside: its client went, its key was revoked, the gateway ends.

#include "core/base/names.h"

#include <boost/intrusive/list.hpp>
#include <functional>

namespace gatehouse::gateway {

enum class StopReason { None, ClientGone, Revoked, Shutdown };

// Lives as long as the call and on its loop; the loop's list points at it.
class CallControl
    : public boost::intrusive::list_base_hook<boost::intrusive::link_mode<boost::intrusive::auto_unlink>> {
public:
    explicit CallControl(KeyId key)
        : m_key(std::move(key))
    {
    }

    [[nodiscard]] const KeyId &key() const { return m_key; }
    [[nodiscard]] StopReason reason() const { return m_reason; }
    [[nodiscard]] bool stopped() const { return m_reason != StopReason::None; }

    // What to do when stopped; replaces what was to be done before.
    void onStop(std::function<void()> what) { m_onStop = std::move(what); }
    // The first reason counts.
    void stop(StopReason reason)
    {
        if (stopped())
            return;
        m_reason = reason;
        if (m_onStop)
            m_onStop();
    }

private:
    KeyId m_key;
    StopReason m_reason = StopReason::None;
    std::function<void()> m_onStop;
};

using CallControls = boost::intrusive::list<CallControl, boost::intrusive::constant_time_size<false>>;

} // namespace gatehouse::gateway
