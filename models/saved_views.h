// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The saved views of a desk: one's own and those that are shared, how many calls each matches, and every
// change made to them, off the GUI thread.

#include "models/undo_steps.h"

#include <QElapsedTimer>
#include <QList>
#include <QObject>
#include <QString>
#include <QTimer>

namespace gatehouse::console {

class Permissions;
class StoreReader;
class StoreSession;

enum class ViewsOf { Review, Explorer };

struct ViewEntry {
    QString owner; // empty: whoever is at the console
    QString name;
    QString filter;
    bool live = true;
    bool shared = false;
    bool own = true;
    qint64 count = -1; // -1: not counted yet
    // The same view, whatever is in it.
    [[nodiscard]] bool is(const ViewEntry &other) const { return owner == other.owner && name == other.name; }
};

class SavedViews : public QObject {
    Q_OBJECT

public:
    // Reads at once, and again whenever the store changes.
    SavedViews(StoreSession &session, ViewsOf desk, QObject *parent = nullptr);

    // One's own first, in the order they were saved in.
    [[nodiscard]] const QList<ViewEntry> &views() const { return m_views; }
    [[nodiscard]] Permissions &permissions() const;
    // Counts one view after the other; each is said as it is known. Those of the last seconds are kept.
    void count();
    // While somebody sees them, counts are kept fresh: anew after a change of the store, and then at rest for
    // ten times as long as counting took.
    void keepCounted(bool on);

    // Each is answered by changed() or failed().
    void save(const ViewEntry &view); // a new one of one's own, or what this one holds now
    void rename(const ViewEntry &view, const QString &name);
    void setShared(const ViewEntry &view, bool shared);
    void remove(const ViewEntry &view); // can be taken back
    [[nodiscard]] UndoSteps &undoSteps() { return m_undo; }

Q_SIGNALS:
    void changed();
    void counted(int view);
    void failed(const QString &problem);

private:
    void refresh();
    void countNext();
    void countWhenRested();
    template <class Change>
    void change(Change change);
    StoreSession &m_session;
    const ViewsOf m_desk;
    StoreReader *m_reader;
    StoreReader *m_counter;
    QList<ViewEntry> m_views;
    QList<int> m_toCount;
    bool m_kept = false, m_stale = false;
    QElapsedTimer m_counting;
    QTimer m_rest; // until they may be counted again by themselves
    UndoSteps m_undo;
};

} // namespace gatehouse::console
