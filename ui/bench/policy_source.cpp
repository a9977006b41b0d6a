// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bench/policy_source.h"

#include "models/policies/policy_entry.h"

#include <QFile>
#include <QFileDialog>
#include <QFileInfo>

namespace gatehouse::console {

namespace {
constexpr qint64 largest = 1024LL * 1024; // what the core reads at most
}

PolicySource::PolicySource(QWidget *parent)
    : QComboBox(parent)
{
    setObjectName(QStringLiteral("policy"));
    setAccessibleName(tr("Policy"));
    setToolTip(tr("The policy that judges"));
    setSizeAdjustPolicy(QComboBox::AdjustToContents);
    addItem(tr("Published policy"));
    addItem(tr("Draft text"));
    addItem(tr("File…"));
    connect(this, &QComboBox::activated, this, &PolicySource::choose);
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, [this] {
        // An editor that saves by renaming takes the watched file away; the new one has the same name.
        m_watcher.addPath(m_file);
        if (readFile() && kind() == Kind::File)
            Q_EMIT sourceChanged();
    });
}

PolicySource::Kind PolicySource::kind() const
{
    return static_cast<Kind>(currentIndex());
}

void PolicySource::setKind(Kind kind)
{
    setCurrentIndex(static_cast<int>(kind));
    m_before = currentIndex();
    Q_EMIT sourceChanged();
}

QByteArray PolicySource::json() const
{
    switch (kind()) {
    case Kind::Published:
        return m_published;
    case Kind::Draft:
        return m_draft;
    case Kind::File:
        return m_fileJson;
    }
    return {};
}

CheckLinePolicy PolicySource::forCommandLine() const
{
    switch (kind()) {
    case Kind::Published:
        return {{}, m_publishedVersion};
    case Kind::Draft:
        return {QStringLiteral("draft.json"), {}};
    case Kind::File:
        return {m_file, {}};
    }
    return {};
}

void PolicySource::setPublished(const PolicyEntry &entry, const QByteArray &json)
{
    m_published = json;
    m_publishedVersion = entry.version;
    setItemText(0, tr("Published %1").arg(entry.shown));
    if (kind() == Kind::Published)
        Q_EMIT sourceChanged();
}

void PolicySource::setDraft(const QByteArray &json)
{
    if (json == m_draft)
        return;
    m_draft = json;
    if (kind() == Kind::Draft)
        Q_EMIT sourceChanged();
}

void PolicySource::choose(int index)
{
    if (static_cast<Kind>(index) != Kind::File) {
        setKind(static_cast<Kind>(index));
        return;
    }
    const QString file = QFileDialog::getOpenFileName(
        this, tr("Judge by a policy file"), m_file, tr("Policies (*.json);;All files (*)"));
    if (file.isEmpty() || !setFile(file))
        setCurrentIndex(m_before);
}

bool PolicySource::setFile(const QString &file)
{
    const QString old = std::exchange(m_file, file);
    if (!readFile()) {
        m_file = old;
        return false;
    }
    if (!old.isEmpty())
        m_watcher.removePath(old);
    m_watcher.addPath(file);
    setItemText(static_cast<int>(Kind::File), tr("File %1").arg(QFileInfo(file).fileName()));
    setKind(Kind::File);
    return true;
}

bool PolicySource::readFile()
{
    QFile file(m_file);
    if (!file.open(QIODevice::ReadOnly)) {
        Q_EMIT troubleSaid(tr("%1 can't be read: %2").arg(m_file, file.errorString()));
        return false;
    }
    if (file.size() > largest) {
        Q_EMIT troubleSaid(tr("%1 is larger than a policy may be (1 MiB)").arg(m_file));
        return false;
    }
    m_fileJson = file.readAll();
    return true;
}

} // namespace gatehouse::console
