// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Work that follows what someone types, off the GUI thread: one question running, one next; the answer to a
// question that was overtaken is dropped.

#include <QObject>
#include <QThread>

#include <functional>
#include <optional>
#include <utility>

namespace gatehouse::console {

template <class Question, class Answer>
class LatestTask {
public:
    // `work` runs in a thread of its own, never twice at once; `done` runs in the thread that made this task.
    LatestTask(std::function<Answer(const Question &)> work, std::function<void(const Answer &)> done)
        : m_work(std::move(work))
        , m_done(std::move(done))
    {
        m_there.moveToThread(&m_thread);
    }

    // Waits for the running question; its answer is not delivered.
    ~LatestTask()
    {
        m_thread.quit();
        m_thread.wait();
    }

    LatestTask(const LatestTask &) = delete;
    LatestTask &operator=(const LatestTask &) = delete;

    void ask(Question question)
    {
        if (m_running)
            m_next = std::move(question);
        else
            start(std::move(question));
    }

    [[nodiscard]] bool isBusy() const { return m_running; }

private:
    void start(Question question)
    {
        m_running = true;
        m_thread.start(); // the first time; afterwards this does nothing
        // The thread is joined before this object dies, and an answer still on its way dies with m_here.
        QMetaObject::invokeMethod(&m_there, [this, asked = std::move(question)] {
            QMetaObject::invokeMethod(&m_here, [this, answer = m_work(asked)] { finish(answer); });
        });
    }

    void finish(const Answer &answer)
    {
        m_running = false;
        if (m_next)
            start(*std::exchange(m_next, std::nullopt));
        else
            m_done(answer);
    }

    std::function<Answer(const Question &)> m_work;
    std::function<void(const Answer &)> m_done;
    std::optional<Question> m_next;
    bool m_running = false;
    QThread m_thread;
    QObject m_here;
    QObject m_there;
};

} // namespace gatehouse::console
