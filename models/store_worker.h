// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Work on a store off the GUI thread: each reader and writer is one thread with one connection of its own.
//
// A task gets the connection on the worker's thread and gives a Result; the answer comes back on the GUI
// thread and dies with its context object. Failing to open the store is an answer like any other. The store
// is opened when the first task runs, and again with the next task when that failed.

#include "core/base/error.h"
#include "store/store.h"

#include <QObject>
#include <QPointer>
#include <QString>

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <type_traits>

namespace gatehouse::console {

class StoreWorker : public QObject {
    Q_OBJECT

public:
    ~StoreWorker() override;
    [[nodiscard]] bool isIdle() const; // nothing running, nothing waiting
    void openAnew(); // a connection of its own again, before the next task

protected:
    // Runs on the worker's thread; what it gives runs on the GUI thread.
    using Job = std::function<std::function<void()>(Result<store::Store *>)>;

    StoreWorker(const QString &location, QObject *parent);
    void enqueue(Job job, bool replaceWaiting);
    void dropAll(); // nothing asked so far is answered; what runs is interrupted
    void finish(); // runs what is still queued and joins; called by every destructor
    void answerLater(std::function<void()> answer); // on this thread, when its events are handled

    template <class Work, class Done>
    static Job makeJob(const QObject *context, Work work, Done done)
    {
        using Answer = std::invoke_result_t<Work, store::Store &>;
        return [guard = QPointer<const QObject>(context), work = std::move(work), done = std::move(done)](
                   Result<store::Store *> opened) -> std::function<void()> {
            auto answer = std::make_shared<Answer>(
                opened ? Answer(work(**opened)) : Answer(tl::unexpected<Error>(opened.error())));
            return [guard, done, answer] {
                if (guard)
                    done(std::move(*answer));
            };
        };
    }

private:
    struct Queued {
        Job job;
        quint64 generation = 0;
    };
    void run();
    void runOne(std::unique_ptr<store::Store> &store, const Queued &queued);
    Result<store::Store *> openStore(std::unique_ptr<store::Store> &store);

    const std::string m_location;
    mutable std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<Queued> m_waiting; // guarded by m_mutex, as all below
    store::Store *m_store = nullptr;
    quint64 m_generation = 0;
    bool m_running = false;
    bool m_anew = false;
    bool m_stop = false;
    std::thread m_thread;
};

// Asks questions. At most one runs and one waits: a newer question takes the place of the waiting one, whose
// answer then never comes. Use one reader per purpose (list, detail, counts).
class StoreReader : public StoreWorker {
    Q_OBJECT

public:
    explicit StoreReader(const QString &location, QObject *parent = nullptr);
    ~StoreReader() override;

    // `read`: Result<T>(store::Store &), on the worker's thread. `done`: void(Result<T>), on the GUI thread.
    template <class Read, class Done>
    void ask(const QObject *context, Read read, Done done)
    {
        enqueue(makeJob(context, std::move(read), std::move(done)), true);
    }
    // Interrupts the running question; neither it nor the waiting one is answered.
    void cancel() { dropAll(); }
};

// Makes changes, in the order given; none is dropped, also not when the context or the writer goes away.
// While the store is known to be out of reach, a change is refused at once rather than waited for: it would
// be made at a moment nobody chose.
class StoreWriter : public StoreWorker {
    Q_OBJECT

public:
    explicit StoreWriter(const QString &location, QObject *parent = nullptr);
    ~StoreWriter() override;

    template <class Write, class Done>
    void change(const QObject *context, Write write, Done done)
    {
        Job job = makeJob(context, std::move(write), std::move(done));
        if (m_refusal)
            answerLater(job(tl::unexpected<Error>(*m_refusal)));
        else
            enqueue(std::move(job), false);
    }
    // From now on every change is answered with this error; nothing: changes are made again.
    void refuse(std::optional<Error> why) { m_refusal = std::move(why); }

private:
    std::optional<Error> m_refusal;
};

} // namespace gatehouse::console
