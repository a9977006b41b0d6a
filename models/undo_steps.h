// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What can be taken back on a desk, the last first, and made again. A step is a change of its own, asked of
// the store like any other.

#include <QObject>
#include <QString>

#include <functional>
#include <vector>

namespace gatehouse::console {

class UndoSteps : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    // `what` was done, in words; `takeBack` asks for the opposite, `again` for the same once more (null: it
    // cannot be made again). Forgets what was taken back before.
    void push(const QString &what, std::function<void()> takeBack, std::function<void()> again = {});
    void undo(); // nothing when there is nothing
    void redo();
    [[nodiscard]] bool canRedo() const { return !m_undone.empty(); }
    [[nodiscard]] QString text() const; // what undo would undo; "" when nothing

Q_SIGNALS:
    void changed();

private:
    struct Step {
        QString what;
        std::function<void()> takeBack;
        std::function<void()> again;
    };
    std::vector<Step> m_steps;
    std::vector<Step> m_undone;
};

} // namespace gatehouse::console
