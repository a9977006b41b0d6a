// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/access/virtual_key.h"

#include <QTest>

using namespace gatehouse;

class TestVirtualKey : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void hasTheDocumentedForm()
    {
        const NewVirtualKey key = newVirtualKey();
        const std::string text(key.text.reveal());
        QCOMPARE(text.size(), std::size_t(67));
        QVERIFY(text.starts_with("gthk_" + key.id.value + "_"));
        QCOMPARE(key.secretHash, sha256(std::string_view(text).substr(18, 43)));
    }

    void parsesWhatItMakes()
    {
        const NewVirtualKey key = newVirtualKey();
        const auto parsed = parseVirtualKey(key.text.reveal());
        QVERIFY(parsed.has_value());
        QCOMPARE(parsed->id, key.id);
        QCOMPARE(parsed->secretHash, key.secretHash);
    }

    void everyChangedCharacterIsNoticed()
    {
        const std::string good(newVirtualKey().text.reveal());
        for (std::size_t at = 0; at < good.size(); ++at) {
            std::string changed = good;
            changed[at] = changed[at] == 'x' ? 'y' : 'x';
            QVERIFY2(!parseVirtualKey(changed).has_value(), changed.c_str());
        }
        QVERIFY(!parseVirtualKey(good + "0").has_value());
        QVERIFY(!parseVirtualKey(good.substr(1)).has_value());
        QVERIFY(!parseVirtualKey("").has_value());
    }

    void isFoundInOtherBytes()
    {
        const NewVirtualKey a = newVirtualKey(), b = newVirtualKey();
        std::string text = "gthk_gthk_ not a key\n";
        const std::size_t firstAt = text.size();
        text += a.text.reveal();
        text += std::string("\0 binary \xff", 10);
        text += b.text.reveal();
        const auto found = findVirtualKeys(text);
        QCOMPARE(found.size(), std::size_t(2));
        QCOMPARE(found[0].id, a.id);
        QCOMPARE(found[0].range.start, firstAt);
        QCOMPARE(found[0].range.size(), std::size_t(67));
        QCOMPARE(found[1].id, b.id);
    }

    void keysDiffer() { QVERIFY(!newVirtualKey().text.matches(newVirtualKey().text.reveal())); }
};

QTEST_GUILESS_MAIN(TestVirtualKey)
#include "tst_virtual_key.moc"
