// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Reaching a store before there is a session on it, off the GUI thread: to use it, or to see whether that
// would work.
//
// One question at a time; a later one takes the place of what runs, whose answer then never comes.

#include "models/latest_task.h"

#include "core/base/error.h"

#include <QObject>
#include <QString>

namespace gatehouse::console {

class StoreOpening : public QObject {
    Q_OBJECT

public:
    enum class For {
        Use, // brought to the newest schema; a published policy is seen to
        NewStore, // the same, and the store is made when there is none
        Test, // nothing is changed
    };

    // What would help against a failure.
    enum class Mend { None, NewStore, Password };

    explicit StoreOpening(QObject *parent = nullptr);
    ~StoreOpening() override;

    // `location` may hold a password; it is not kept after the answer.
    void start(const QString &location, For purpose);
    void cancel();
    [[nodiscard]] bool isBusy() const { return m_wanted; }

Q_SIGNALS:
    // `words`, after a test: "postgresql 15.8 · schema 4 · 1,284 interactions", and what one may do there
    // where that is not everything.
    void opened(const QString &words);
    void failed(const Error &error, Mend mend);

private:
    struct Question {
        QString location;
        For purpose = For::Test;
        int number = 0;
    };
    struct Answer {
        Result<QString> words;
        int number = 0;
    };
    static Answer answerTo(const Question &question);
    void deliver(const Answer &answer);
    int m_number = 0;
    bool m_wanted = false;
    LatestTask<Question, Answer> m_task;
};

} // namespace gatehouse::console
