// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The numbers around the queue: how many match, the facets, how many are open and mine.

#include <QList>
#include <QMap>
#include <QObject>
#include <QString>

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

    // Facets leave out their own field, so that a chosen value does not hide its neighbours.
    void setFilter(const QString &filter);

    [[nodiscard]] qint64 matching() const { return m_now.matching; }
    [[nodiscard]] qint64 open() const { return m_now.open; }
    [[nodiscard]] qint64 mine() const { return m_now.mine; }
    [[nodiscard]] QList<FacetValue> facet(const QString &field) const { return m_now.facets.value(field); }

    static const QStringList &facetFields(); // verdict, severity, check, team

Q_SIGNALS:
    void changed();

private:
    struct Counts {
        qint64 matching = 0, open = 0, mine = 0;
        QMap<QString, QList<FacetValue>> facets;
    };
    void ask();
    StoreReader *m_reader;
    QString m_filter;
    Counts m_now;
    bool m_asking = false;
    bool m_again = false;
};

// The login name decisions of this console are made under.
[[nodiscard]] QString currentUser();

} // namespace gatehouse::console
