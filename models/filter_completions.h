// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What can be written where the cursor of a filter stands: fields, and values of the field it is in.
//
// What the language itself knows is offered at once; what the store knows as soon as it has been read, and
// from then on at once, read anew when it is older than a few seconds.

#include <QElapsedTimer>
#include <QHash>
#include <QObject>
#include <QStringList>

namespace gatehouse::console {

class StoreReader;
class StoreSession;

struct FilterOffer {
    int from = 0, length = 0; // of the text, which a choice takes the place of
    QStringList shown;
    QStringList written; // as `shown`: what stands there then
};

class FilterCompletions : public QObject {
    Q_OBJECT

public:
    explicit FilterCompletions(StoreSession &session, QObject *parent = nullptr);

    // Answered by offered(), at once and perhaps once more, until another question or forget(). `all`: also
    // where no word has been begun.
    void ask(const QString &text, int cursor, bool all);
    void forget() { m_text.clear(); }

Q_SIGNALS:
    void offered(const gatehouse::console::FilterOffer &offer);

private:
    struct Known {
        QStringList values;
        QElapsedTimer since;
    };
    void offer();
    void read(const QString &field);
    StoreReader *m_reader;
    QHash<QString, Known> m_known; // by field
    QString m_text; // of the present question
    int m_cursor = 0;
    bool m_all = false;
};

} // namespace gatehouse::console
