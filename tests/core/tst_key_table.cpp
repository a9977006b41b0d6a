// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/access/key_table.h"

#include <QTest>

using namespace gatehouse;

namespace {

const Timestamp noon = fromMicros(1'700'000'000'000'000);

KeyRecord recordOf(const NewVirtualKey &key, KeyState state = KeyState::Active)
{
    KeyRecord record;
    record.id = key.id;
    record.secretHash = key.secretHash;
    record.state = state;
    return record;
}

} // namespace

class TestKeyTable : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void knowsItsKeys()
    {
        const NewVirtualKey key = newVirtualKey();
        const KeyTable table({recordOf(key)});
        const Authentication result = table.authenticate(key.text.reveal(), noon);
        QVERIFY(!result.denial);
        QVERIFY(result.key);
        QCOMPARE(result.key->id, key.id);
    }

    void refusesStrangers()
    {
        const KeyTable table({recordOf(newVirtualKey())});
        for (const std::string &text :
            {std::string(newVirtualKey().text.reveal()), std::string("sk-x"), std::string()}) {
            const Authentication result = table.authenticate(text, noon);
            QVERIFY(!result.key);
            QCOMPARE(result.denial, std::optional(AccessDenial::UnknownKey));
        }
    }

    void aWrongSecretTellsNoState()
    {
        const NewVirtualKey key = newVirtualKey(), other = newVirtualKey();
        KeyRecord record = recordOf(key, KeyState::Revoked);
        record.secretHash = other.secretHash;
        const Authentication result = KeyTable({record}).authenticate(key.text.reveal(), noon);
        QVERIFY(!result.key);
        QCOMPARE(result.denial, std::optional(AccessDenial::WrongSecret));
    }

    void tellsTheStateAfterTheSecretMatched()
    {
        const NewVirtualKey key = newVirtualKey();
        const std::pair<KeyState, AccessDenial> cases[] = {{KeyState::Revoked, AccessDenial::Revoked},
            {KeyState::Suspended, AccessDenial::Suspended}, {KeyState::Expired, AccessDenial::Expired}};
        for (const auto &[state, denial] : cases) {
            const Authentication result
                = KeyTable({recordOf(key, state)}).authenticate(key.text.reveal(), noon);
            QCOMPARE(result.denial, std::optional(denial));
        }
    }

    void expiresOnTheSecond()
    {
        const NewVirtualKey key = newVirtualKey();
        KeyRecord record = recordOf(key);
        record.expiresAt = noon;
        const KeyTable table({record});
        QVERIFY(!table.authenticate(key.text.reveal(), noon - Micros(1)).denial);
        QCOMPARE(table.authenticate(key.text.reveal(), noon).denial, std::optional(AccessDenial::Expired));
    }

    void anEmptyListDenies()
    {
        QVERIFY(!allowsModel({}, "gpt-x"));
        QVERIFY(!allowsRoute({}, "chat"));
        QVERIFY(allowsModel({.models = {"*"}, .providers = {}, .routes = {}, .tools = {}}, "gpt-x"));
        QVERIFY(!allowsModel({.models = {"gpt"}, .providers = {}, .routes = {}, .tools = {}}, "gpt-x"));
    }
};

QTEST_GUILESS_MAIN(TestKeyTable)
#include "tst_key_table.moc"
