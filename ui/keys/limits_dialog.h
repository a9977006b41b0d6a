// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What a key, a use case, an environment or a team may use in which time, to be changed.

#include "models/keys/key_entry.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QPushButton;

namespace gatehouse::console {

class KeyDesk;
class LimitsEditor;

class LimitsDialog : public QDialog {
    Q_OBJECT

public:
    // `first` are the subjects offered before all others; the one at `chosen` is shown. `desk` outlives the
    // dialog.
    LimitsDialog(KeyDesk &desk, const QList<LimitSubject> &first, int chosen, QWidget *parent = nullptr);

private:
    void addSubject(const LimitSubject &subject);
    void showSubject();
    void setEdited(bool edited);
    void save();
    void waitFor(bool waiting);
    KeyDesk &m_desk;
    QList<LimitSubject> m_subjects; // as the choices
    std::vector<Limit> m_shown;
    QComboBox *m_whose;
    LimitsEditor *m_editor;
    QLabel *m_problem;
    QPushButton *m_save;
    QPushButton *m_cancel;
};

} // namespace gatehouse::console
