// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The numbers around a list of calls: how many match, the facets, how many are open, mine and overdue.
//
// The facets come one after the other, on a connection of their own: on a long store each of them reads much
// of an index. Counting them anew for every call that comes in would never end, so they rest for ten times as
// long as they took.

#include <QElapsedTimer>
#include <QList>
#include <QMap>
#include <QObject>
#include <QString>
#include <QTimer>

namespace gatehouse::console {

class StoreReader;
class StoreSession;

struct FacetValue {
    QString value; // the filter language's word
    qint64 count = 0;
    friend bool operator==(const FacetValue &, const FacetValue &) = default;
};

class QueueCounts : public QObject {
    Q_OBJECT

public:
    explicit QueueCounts(StoreSession &session, QObject *parent = nullptr);

    // Facets leave out their own field, so that a chosen value does not hide its neighbours. Nothing of the
    // filter is counted before `begin`: whoever wants to see what matches comes first.
    void setFilter(const QString &filter);
    void begin();
    // Nothing is counted while nobody sees it.
    void setActive(bool active);

    // Whether matching() is of this filter already, and not of the one before.
    [[nodiscard]] bool isCounted() const { return m_counted; }
    [[nodiscard]] qint64 matching() const { return m_now.numbers.matching; }
    [[nodiscard]] qint64 open() const { return m_now.numbers.open; }
    [[nodiscard]] qint64 mine() const { return m_now.numbers.mine; }
    [[nodiscard]] qint64 overdue() const { return m_now.overdue; }
    [[nodiscard]] QList<FacetValue> facet(const QString &field) const { return m_now.facets.value(field); }

    static const QStringList &facetFields(); // verdict, severity, check, team

Q_SIGNALS:
    void changed(); // of the numbers
    void facetChanged(const QString &field);

private:
    struct Numbers {
        qint64 matching = 0, open = 0, mine = 0;
    };
    struct Counts {
        Numbers numbers;
        qint64 overdue = 0;
        QMap<QString, QList<FacetValue>> facets;
    };
    void ask();
    void askFacets();
    void askFacet(int place);
    void askOverdue(); // last of the facets: it goes through all that wait
    void askAll(); // the store has changed
    void endFacets();
    StoreReader *m_reader, *m_facetReader;
    QString m_filter;
    Counts m_now;
    bool m_counted = false;
    bool m_deskIsOld = true; // open, mine: of the store, whatever the filter
    bool m_overdueIsOld = true;
    bool m_asking = false;
    bool m_again = false;
    bool m_active = true;
    bool m_begun = false;
    bool m_askingFacets = false;
    bool m_facetsAgain = false;
    QTimer m_pause; // until what changed is counted again
    QTimer m_rest; // until the facets may be counted again
    QElapsedTimer m_facetTime;
    QElapsedTimer m_overdueTime; // since it was counted
};

// The login name decisions of this console are made under.
[[nodiscard]] QString currentUser();

} // namespace gatehouse::console
