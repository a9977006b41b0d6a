// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The line on top of every list: the filter language, the only place where a list's filter is kept.

#include <QLineEdit>

class QCompleter;
class QStringListModel;
class QTimer;

namespace gatehouse::console {

class FilterCompletions;
struct FilterOffer;

// Facets and menus change the filter by `setFilter`. What cannot be read keeps the last good filter in force,
// is underlined, and why is said in the tool tip and the accessible description. Fields and values are
// offered while one writes, or by Down; Tab takes the first or the chosen one, Return the chosen one, Escape
// none.
class FilterBar : public QLineEdit {
    Q_OBJECT

public:
    explicit FilterBar(QWidget *parent = nullptr);

    [[nodiscard]] const QString &filter() const { return m_filter; } // in force
    [[nodiscard]] const QString &problem() const
    {
        return m_problem;
    } // empty when the text is the filter in force
    void setFilter(const QString &text);
    void applyNow(); // without waiting for a pause in typing
    void setCompletions(FilterCompletions *completions); // outlives the bar, or goes with the same parent
    // What is offered now, or nothing.
    [[nodiscard]] QStringList offered() const;

Q_SIGNALS:
    void filterChanged(const QString &filter);
    void problemChanged(const QString &problem);
    void left(); // Return or Escape: the list wants the focus

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void setProblem(const QString &problem);
    void underline(int from, int length);
    void showOffer(const FilterOffer &offer);
    void hideOffer();
    void take(int choice);
    [[nodiscard]] bool isOffering() const;
    [[nodiscard]] int chosen() const; // -1 when none is
    QTimer *m_pause;
    FilterCompletions *m_completions = nullptr;
    QCompleter *m_completer;
    QStringListModel *m_choices;
    QStringList m_written; // as the choices: what each puts into the text
    int m_from = 0, m_length = 0; // of the text a choice takes the place of
    QString m_filter;
    QString m_problem;
};

} // namespace gatehouse::console
