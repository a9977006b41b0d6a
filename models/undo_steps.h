// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What can be taken back on a desk, the last first. A step is a change of its own, asked of the store like
// any other.

#include <QObject>
#include <QString>

#include <functional>
#include <vector>

namespace gatehouse::console {

class UndoSteps : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    // `what` was done, in words; `takeBack` asks for the opposite.
    void push(const QString &what, std::function<void()> takeBack);
    void undo(); // nothing when there is nothing
    void clear();
    [[nodiscard]] QString text() const; // what undo would undo; "" when nothing

Q_SIGNALS:
    void changed();

private:
    struct Step {
        QString what;
        std::function<void()> takeBack;
    };
    std::vector<Step> m_steps;
};

} // namespace gatehouse::console
