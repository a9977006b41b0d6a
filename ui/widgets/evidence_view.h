// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A conversation to read: parts under their trust zone, evidence marked in its place, long or dull parts
// folded.

#include "ui/widgets/evidence.h"
#include "ui/widgets/evidence_writer.h"

#include <QTextEdit>

namespace gatehouse::console {

class EvidenceView : public QTextEdit {
    Q_OBJECT

public:
    explicit EvidenceView(QWidget *parent = nullptr);

    // Of a secret one, what is copied leaves the clipboard after a while and stays out of its history, and
    // the text is overwritten when another takes its place.
    void setContent(QList<EvidencePart> parts, QList<EvidenceMark> marks, bool secret = false);
    void setAllUnfolded();
    // The next or previous mark comes into view and is outlined; wraps around. False when there is none.
    bool goToMark(int step);
    void goToNumber(int number); // the mark with this number, when there is one
    // The innermost object or array of JSON the cursor stands in is folded, or the one that begins on its
    // line is unfolded. False when there is none.
    bool foldHere();
    bool unfoldHere();
    [[nodiscard]] int currentMark() const { return m_current; } // index into the marks, -1 for none
    [[nodiscard]] const QList<EvidenceMark> &marks() const { return m_marks; }

Q_SIGNALS:
    void currentMarkChanged(int index);

protected:
    QMimeData *createMimeDataFromSelection() const override; // without the markers we put in
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override; // tool tips name the label under the pointer

private:
    void rebuild();
    void refreshMarks();
    void setFolded(int place, bool folded);
    [[nodiscard]] QString selectedText() const;
    [[nodiscard]] int markAt(int position) const;

    QList<EvidencePart> m_parts;
    QList<EvidenceMark> m_marks;
    QList<std::pair<int, int>> m_places; // document positions of each mark; {-1,-1} while folded away
    QList<FoldPlace> m_folds;
    int m_current = -1;
    bool m_secret = false;
};

} // namespace gatehouse::console
