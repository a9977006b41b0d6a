// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What a fresh store offers, and never forces: sample data to look at, and a first call to paste.

#include <QDialog>

class QLabel;
class QProgressBar;
class QPushButton;
class QTabWidget;
class QVBoxLayout;

namespace gatehouse::console {

class SampleData;
class StoreSession;
struct FirstKey;

class WelcomeDialog : public QDialog {
    Q_OBJECT

public:
    WelcomeDialog(StoreSession &session, QString gatewayAddress, QWidget *parent);

private:
    void buildSamples(QVBoxLayout *column);
    void buildFirstCall(QVBoxLayout *column);
    void addSamples();
    void samplesFinished(qint64 added, const QString &trouble);
    void issueKey();
    void showSnippets(const FirstKey &key);
    void addSnippet(const QString &title, const QString &text);

    StoreSession &m_session;
    const QString m_address;
    SampleData *m_samples;
    QPushButton *m_add;
    QPushButton *m_cancel;
    QProgressBar *m_progress;
    QLabel *m_samplesWords;
    QPushButton *m_issue;
    QLabel *m_keyWords;
    QTabWidget *m_snippets;
};

} // namespace gatehouse::console
