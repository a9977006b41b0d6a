// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// A thousand decisions by keyboard, in an order drawn from a fixed seed and with some of them taken back:
// each has its entry in the audit log, in that order, with what the call was before and after, and the store
// says the same.
#include "models/review/decisions.h"
#include "store/audit.h"
#include "store/interactions.h"
#include "tests/ui/window_fixture.h"
#include "ui/review/queue_view.h"
#include "ui/widgets/filter_bar.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <map>
#include <random>

using namespace gatehouse;
using namespace gatehouse::console;
using namespace gatehouse::console::test;

namespace {

struct Review {
    QString state = QStringLiteral("open"), disposition, assignee;
    friend bool operator==(const Review &, const Review &) = default;
};

struct Step {
    QString action, id;
    Review before, after;
};

Review leftBy(const store::InteractionRow &row)
{
    return {QString::fromStdString(std::string(store::name(row.state))),
        QString::fromStdString(std::string(store::name(row.disposition))),
        QString::fromStdString(row.assignee)};
}

// One key after the other, and what each ought to have done.
class Analyst {
public:
    explicit Analyst(QueuePlace &place)
        : m_desk(place)
        , m_login(QString::fromStdString(assigneeOf(*place.place.open(), {})))
    {
    }

    [[nodiscard]] bool sitDown()
    {
        if (!m_desk.show(QStringLiteral("review")))
            return false;
        m_view = m_desk.find<QueueView>();
        m_decisions = m_desk.window.findChild<Decisions *>();
        QObject::connect(m_decisions, &Decisions::failed, m_view,
            [this](const QStringList &, const QString &why) { m_troubles.append(why); });
        m_desk.find<FilterBar>()->setFilter(QStringLiteral("state:open,in_review"));
        return QTest::qWaitFor([this] { return !m_view->currentId().isEmpty(); }, patienceMs);
    }

    // False when the call to decide about does not come: keys may be quicker than the page it is on is read.
    [[nodiscard]] bool decide(Qt::Key key)
    {
        if (!QTest::qWaitFor([this] { return !m_view->currentId().isEmpty(); }, patienceMs))
            return false;
        Step step{QStringLiteral("review.resolve"), m_view->currentId(), m_known[m_view->currentId()], {}};
        step.after = step.before;
        if (key == Qt::Key_A) {
            step.action = QStringLiteral("review.assign");
            step.after.state = QStringLiteral("in_review");
            step.after.assignee = m_login;
        } else if (key == Qt::Key_E) {
            step.action = QStringLiteral("review.escalate");
            step.after.state = QStringLiteral("escalated");
        } else {
            step.after.state = QStringLiteral("resolved");
            step.after.disposition = dispositionOf(key);
        }
        press(key);
        if (key == Qt::Key_A) // it stays
            press(Qt::Key_J);
        take(step);
        m_done.push_back(step);
        return true;
    }

    // Takes the last decision back; false when its call does not come back.
    [[nodiscard]] bool takeBack()
    {
        const Step last = m_done.back();
        m_done.pop_back();
        press(Qt::Key_Z);
        take({QStringLiteral("review.undo"), last.id, last.after, last.before});
        return QTest::qWaitFor(
            [&] {
                const auto chosen = m_view->chosen();
                return chosen.size() == 1 && chosen.first().id == last.id
                    && chosen.first().state == last.before.state;
            },
            patienceMs);
    }

    // For whoever reads why a test failed.
    [[nodiscard]] QString sight() const
    {
        const Step &last = m_steps.back();
        const auto chosen = m_view->chosen();
        return QStringLiteral("%1 of %2 (%3, was %4); shown: %5 %6; busy %7; %8")
            .arg(last.action, last.id, last.after.state, last.before.state, m_view->currentId(),
                chosen.isEmpty() ? QString() : chosen.first().state)
            .arg(m_decisions->isBusy())
            .arg(m_troubles.join(QStringLiteral("; ")));
    }
    [[nodiscard]] bool isDone() const { return !m_decisions->isBusy(); }
    [[nodiscard]] const QStringList &troubles() const { return m_troubles; }
    [[nodiscard]] const std::vector<Step> &steps() const { return m_steps; }
    [[nodiscard]] const std::map<QString, Review> &known() const { return m_known; }

private:
    static QString dispositionOf(Qt::Key key)
    {
        switch (key) {
        case Qt::Key_C:
            return QStringLiteral("true_positive");
        case Qt::Key_D:
            return QStringLiteral("false_positive");
        case Qt::Key_B:
            return QStringLiteral("benign");
        default:
            return QStringLiteral("duplicate");
        }
    }
    void press(Qt::Key key) { QTest::keyClick(m_view, key); }
    void take(const Step &step)
    {
        m_known[step.id] = step.after;
        m_steps.push_back(step);
    }

    WindowFixture m_desk;
    QString m_login;
    QueueView *m_view = nullptr;
    Decisions *m_decisions = nullptr;
    QStringList m_troubles;
    std::map<QString, Review> m_known;
    std::vector<Step> m_steps, m_done;
};

QJsonDocument inLog(const QString &id, const Review &review)
{
    return QJsonDocument(QJsonArray{QJsonObject{{QStringLiteral("assignee"), review.assignee},
        {QStringLiteral("disposition"), review.disposition}, {QStringLiteral("id"), id},
        {QStringLiteral("state"), review.state}}});
}

// Of decisions alone, oldest first.
std::vector<store::AuditEntry> entriesOf(const QueuePlace &place)
{
    auto entries = store::listAudit(*place.place.open(), 10'000).value_or(std::vector<store::AuditEntry>());
    std::reverse(entries.begin(), entries.end());
    std::erase_if(
        entries, [](const store::AuditEntry &entry) { return !entry.action.starts_with("review."); });
    return entries;
}

} // namespace

class TestManyDecisions : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void eachHasItsEntry();
};

void TestManyDecisions::eachHasItsEntry()
{
    QueuePlace place;
    const QStringList ids = place.addCalls(1100);
    Analyst analyst(place);
    QVERIFY(analyst.sitDown());
    constexpr Qt::Key keys[] = {Qt::Key_C, Qt::Key_D, Qt::Key_B, Qt::Key_Equal, Qt::Key_E, Qt::Key_A};
    std::mt19937 dice(20261128); // NOLINT(cert-msc51-cpp): the same keys each time
    for (int decision = 1; decision <= 1000; ++decision) {
        QVERIFY2(analyst.decide(keys[dice() % std::size(keys)]), qPrintable(analyst.sight()));
        if (decision % 20 == 0)
            QVERIFY2(analyst.takeBack(), qPrintable(analyst.sight()));
    }
    QTRY_VERIFY_WITH_TIMEOUT(analyst.isDone(), 3 * patienceMs);
    QCOMPARE(analyst.troubles(), QStringList());

    const auto entries = entriesOf(place);
    QCOMPARE(entries.size(), analyst.steps().size());
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const Step &step = analyst.steps()[i];
        QCOMPARE(QString::fromStdString(entries[i].action), step.action);
        QCOMPARE(QString::fromStdString(entries[i].object), QStringLiteral("interaction:") + step.id);
        QCOMPARE(QJsonDocument::fromJson(QByteArray::fromStdString(entries[i].before)),
            inLog(step.id, step.before));
        QCOMPARE(
            QJsonDocument::fromJson(QByteArray::fromStdString(entries[i].after)), inLog(step.id, step.after));
    }
    const auto verified = store::verifyAudit(*place.place.open());
    QVERIFY(verified && verified->ok);

    const auto reader = place.place.open();
    for (const QString &id : ids) {
        const auto call = store::showInteraction(*reader, {id.toStdString()});
        QVERIFY(call.has_value());
        const auto known = analyst.known().find(id);
        QCOMPARE(leftBy(call->row), known == analyst.known().end() ? Review() : known->second);
    }
}

QTEST_MAIN(TestManyDecisions)
#include "tst_many_decisions.moc"
