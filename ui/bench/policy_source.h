// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Which policy judges on the bench: the published one, a text of the author's, or a file that is followed as
// it changes.

#include "models/bench/check_line.h"

#include <QByteArray>
#include <QComboBox>
#include <QFileSystemWatcher>

namespace gatehouse::console {

struct PolicyEntry;

class PolicySource : public QComboBox {
    Q_OBJECT

public:
    enum class Kind { Published, Draft, File };

    explicit PolicySource(QWidget *parent = nullptr);

    [[nodiscard]] Kind kind() const;
    void setKind(Kind kind);
    [[nodiscard]] QByteArray json() const; // empty when there is none
    [[nodiscard]] CheckLinePolicy forCommandLine() const;

    void setPublished(const PolicyEntry &entry, const QByteArray &json);
    [[nodiscard]] const QByteArray &publishedJson() const { return m_published; }
    void setDraft(const QByteArray &json);
    // Reads the file; false, and troubleSaid(), when it can't be read.
    bool setFile(const QString &file);

Q_SIGNALS:
    void sourceChanged(); // another policy judges, or it has another text
    void troubleSaid(const QString &problem);

private:
    void choose(int index);
    bool readFile();

    QFileSystemWatcher m_watcher;
    QByteArray m_published;
    QString m_publishedVersion;
    QByteArray m_draft;
    QString m_file;
    QByteArray m_fileJson;
    int m_before = 0; // index to go back to when choosing a file is given up
};

} // namespace gatehouse::console
