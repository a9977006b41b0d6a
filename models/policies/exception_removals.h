// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Ends exceptions before their time, and makes them again as they were when that is taken back.

#include "core/base/error.h"
#include "models/undo_steps.h"

#include <memory>

namespace gatehouse::console {

class ExceptionDesk;
struct ExceptionEntry;

class ExceptionRemovals : public QObject {
    Q_OBJECT

public:
    // `desk` outlives it.
    explicit ExceptionRemovals(ExceptionDesk &desk, QObject *parent = nullptr);
    void remove(const ExceptionEntry &entry);
    [[nodiscard]] UndoSteps &undoSteps() { return m_undo; }
    [[nodiscard]] bool isBusy() const { return m_asked > 0; }

Q_SIGNALS:
    // In words; `id` is the exception that was removed or made.
    void done(const QString &what, const QString &id);
    void failed(const QString &why);

private:
    struct Removal;
    using RemovalPtr = std::shared_ptr<Removal>;
    void take(const RemovalPtr &removal, bool again);
    void giveBack(const RemovalPtr &removal);
    void settle(const Error *trouble, const QString &what, const QString &id);
    ExceptionDesk &m_desk;
    UndoSteps m_undo;
    int m_asked = 0; // of the store, which has not answered
};

} // namespace gatehouse::console
