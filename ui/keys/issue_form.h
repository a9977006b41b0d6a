// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The questions answered before a key is issued: whose it is, what it may do, how much of it. What is wrong
// is said beside the field.

#include "core/base/error.h"
#include "models/keys/key_entry.h"

#include <QTabWidget>

class QCheckBox;
class QComboBox;
class QDateEdit;
class QFormLayout;
class QLabel;
class QLineEdit;

namespace gatehouse::console {

class EntitlementFields;
class FormFields;
class LimitsEditor;

class IssueForm : public QWidget {
    Q_OBJECT

public:
    static constexpr int defaultDays = 90;

    explicit IssueForm(const KeyChoices &choices, QWidget *parent = nullptr);

    // What was filled in, or nothing: then the first field that needs something has the focus and says what.
    [[nodiscard]] std::optional<KeyRequest> request();
    [[nodiscard]] QCheckBox *makingNames() { return m_create; } // ticked: names nobody used yet are made
    // Shows an error of the store beside the field it names, else under the form.
    void showError(const Error &error);

private:
    QWidget *newKeyPage();
    QWidget *newLimitsPage();
    QComboBox *addNames(
        QFormLayout &form, const QString &key, const QString &caption, const QStringList &known);
    void namesChanged();
    void refreshNewNames();
    void refreshOtherLimits();
    [[nodiscard]] QStringList newNames() const;
    [[nodiscard]] bool isComplete(const KeyRequest &wanted);

    const KeyChoices m_choices;
    FormFields *m_fields;
    QTabWidget *m_tabs;
    QComboBox *m_team;
    QComboBox *m_environment;
    QComboBox *m_useCase;
    QLineEdit *m_models;
    QDateEdit *m_expires;
    QCheckBox *m_create;
    EntitlementFields *m_entitlement;
    LimitsEditor *m_limits;
    QLabel *m_otherLimits;
};

} // namespace gatehouse::console
