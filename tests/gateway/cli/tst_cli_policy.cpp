// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// gatehouse policy: documents are tried out, kept, published, compared and rolled back.

#include "tests/gateway/cli/cli_runner.h"

#include <QJsonArray>
#include <QTest>

namespace {

QByteArray document(
    const QByteArray &action, const QByteArray &more = {}, const QByteArray &expected = "blocked")
{
    return R"({"format":"gatehouse-policy/1","name":"trial","rules":[{"id":"stop","title":"Stop","stage":"request",)"
           R"("check":{"kind":"keywords","keywords":["halt"]},"action":")"
        + action + R"(","severity":"high"})" + more
        + R"(],"tests":[{"name":"halt is refused","input":{"text":"halt"},"expect":{"verdict":")" + expected
        + R"("}},{"name":"others pass","input":{"text":"go"},"expect":{"verdict":"allowed"}}]})";
}

const QByteArray second
    = R"(,{"id":"watch","stage":"response","check":{"kind":"keywords","keywords":["spill"]},)"
      R"("action":"flag","severity":"low"})";

} // namespace

class TestCliPolicy : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void validateTellsEveryProblem();
    void validateNamesTheVersion();
    void testPrintsALineACase();
    void testFailureIsExitOne();
    void invalidDocumentIsNeverPublished();
    void failingTestIsNeverPublished();
    void publishAndRollBack();
    void publishNeedsAReason();
    void draftsAreKeptApart();
    void showAndExport();
    void versionsByAnyName();
    void diffTellsRuleByRule();
    void diffOfFilesNeedsNoStore();
    void aFingerprintFindsItsSecret();
    void checkAndTestKnowASecretByTheStoreNamed();
    void fingerprintTellsWhatItCantTake();
    void exceptionsAreAddedListedAndRemoved();
    void hostileFilesAreRefused_data();
    void hostileFilesAreRefused();

private:
    [[nodiscard]] QString write(const QByteArray &text) const { return m_cli->writeFile("p.json", text); }
    QJsonObject publish(const QByteArray &text) const
    {
        return m_cli->json({"policy", "publish", write(text), "--reason", "trial"}).object();
    }

    std::unique_ptr<CliRunner> m_cli;
};

void TestCliPolicy::init()
{
    m_cli = std::make_unique<CliRunner>();
    QCOMPARE(m_cli->run({"store", "init"}).status, 0);
}

void TestCliPolicy::validateTellsEveryProblem()
{
    const QString file = write(R"json({"format": "gatehouse-policy/1", "name": "trial", "rules": [
        {"id": "a", "stage": "request", "check": {"kind": "keywords", "keywords": ["x"]}, "action": "flag",
         "severty": "low"},
        {"id": "b", "stage": "request", "check": {"kind": "regex", "patterns": [{"expression": "(?=x)"}]},
         "action": "flag"}]})json");
    const CliResult result = m_cli->json({"policy", "validate", file});
    QCOMPARE(result.status, 1);
    QVERIFY(result.isOneLineError());
    const QJsonObject answer = result.object();
    QCOMPARE(answer["ok"].toBool(true), false);
    const QJsonArray errors = answer["errors"].toArray();
    QVERIFY(!errors.isEmpty());
    QVERIFY(errors.at(0).toObject()["where"].toString().startsWith("/rules/0"));
    QVERIFY(QJsonDocument(errors).toJson().contains("severity"));
    const CliResult text = m_cli->run({"policy", "validate", file});
    QVERIFY(text.out.startsWith("error: "));
}

void TestCliPolicy::validateNamesTheVersion()
{
    const CliResult result = m_cli->json({"policy", "validate", write(document("block"))});
    QCOMPARE(result.status, 0);
    QCOMPARE(result.object()["ok"].toBool(), true);
    QCOMPARE(result.object()["version"], publish(document("block"))["version"]);
    QCOMPARE(m_cli->json({"policy", "validate", "-"}, document("block")).status, 0);
}

void TestCliPolicy::testPrintsALineACase()
{
    const CliResult result = m_cli->json({"policy", "test", write(document("block"))});
    QCOMPARE(result.status, 0);
    const auto cases = result.objects();
    QCOMPARE(cases.size(), 2);
    QCOMPARE(cases[0].keys(), QStringList({"expected", "got", "name", "ok"}));
    QCOMPARE(cases[0]["name"].toString(), "halt is refused");
    QCOMPARE(cases[0]["ok"].toBool(), true);
    QVERIFY(cases[0]["expected"].toString().contains("blocked"));
}

void TestCliPolicy::testFailureIsExitOne()
{
    const CliResult result = m_cli->json({"policy", "test", write(document("flag"))});
    QCOMPARE(result.status, 1);
    QVERIFY(result.isOneLineError());
    QCOMPARE(result.objects().size(), 2);
    QCOMPARE(result.objects()[0]["ok"].toBool(true), false);
    QVERIFY(result.objects()[0]["got"].toString().contains("flagged"));
    QCOMPARE(result.objects()[1]["ok"].toBool(), true);
}

void TestCliPolicy::invalidDocumentIsNeverPublished()
{
    const QJsonValue version = publish(document("block"))["version"];
    for (const char *verb : {"publish", "import"}) {
        QStringList command{
            "policy", verb, write(R"({"format":"gatehouse-policy/9","name":"trial","rules":[]})")};
        if (QByteArray(verb) == "publish")
            command << "--reason"
                    << "x";
        const CliResult result = m_cli->run(command);
        QCOMPARE(result.status, 1);
        QVERIFY(result.isOneLineError());
    }
    QCOMPARE(m_cli->json({"policy", "list"}).objects().size(), 1);
    QCOMPARE(m_cli->json({"policy", "show"}).object()["version"], version);
}

void TestCliPolicy::failingTestIsNeverPublished()
{
    const CliResult result = m_cli->run({"policy", "publish", write(document("flag")), "--reason", "x"});
    QCOMPARE(result.status, 1);
    QVERIFY(result.isOneLineError());
    QVERIFY(result.err.contains("halt is refused"));
    QVERIFY(m_cli->json({"policy", "list"}).out.isEmpty());
}

void TestCliPolicy::publishAndRollBack()
{
    const QJsonObject first = publish(document("block"));
    QCOMPARE(first["ordinal"].toInt(), 1);
    QCOMPARE(first["state"].toString(), "published");
    QCOMPARE(m_cli->run({"policy", "publish", write(document("block")), "--reason", "again"}).status, 1);
    const QJsonObject next = publish(document("block", second));
    QCOMPARE(next["ordinal"].toInt(), 2);
    QCOMPARE(m_cli->json({"policy", "show"}).object()["version"], next["version"]);
    const CliResult back = m_cli->json({"policy", "rollback", "v1", "--reason", "too strict"});
    QCOMPARE(back.status, 0);
    QCOMPARE(back.object()["version"], first["version"]);
    QCOMPARE(m_cli->json({"policy", "show"}).object()["version"], first["version"]);
    QCOMPARE(m_cli->run({"policy", "rollback", "v99", "--reason", "x"}).status, 1);
    const auto rows = m_cli->json({"policy", "list"}).objects();
    for (const char *field : {"version", "ordinal", "name", "published_at", "author", "reason", "state"})
        QVERIFY2(rows.first().contains(field), field);
    int published = 0;
    for (const QJsonObject &row : rows)
        published += row["state"] == "published" ? 1 : 0;
    QCOMPARE(published, 1);
    QCOMPARE(rows.first()["reason"].toString(), "too strict");
}

void TestCliPolicy::publishNeedsAReason()
{
    const CliResult result = m_cli->run({"policy", "publish", write(document("block")), "--reason", " "});
    QCOMPARE(result.status, 2);
    QVERIFY(result.isOneLineError());
}

void TestCliPolicy::draftsAreKeptApart()
{
    const QJsonObject draft = m_cli->json({"policy", "import", write(document("flag"))}).object();
    QCOMPARE(draft["state"].toString(), "draft");
    QCOMPARE(m_cli->run({"policy", "show"}).status, 1);
    publish(document("block"));
    const auto rows = m_cli->json({"policy", "list"}).objects();
    QCOMPARE(rows.size(), 2);
    QCOMPARE(rows[0]["state"].toString(), "draft");
}

void TestCliPolicy::showAndExport()
{
    const QByteArray text = document("block", second);
    publish(text);
    QCOMPARE(m_cli->run({"policy", "export"}).out, text + "\n");
    const QJsonObject shown = m_cli->json({"policy", "show", "v1"}).object();
    QCOMPARE(shown["document"].toObject(), QJsonDocument::fromJson(text).object());
    QCOMPARE(shown["ordinal"].toInt(), 1);
    const CliResult table = m_cli->run({"policy", "show"});
    QVERIFY(table.out.startsWith("v1 "));
    QVERIFY(table.out.contains("watch"));
}

void TestCliPolicy::versionsByAnyName()
{
    const QString version = publish(document("block"))["version"].toString();
    QVERIFY(version.startsWith("sha256:"));
    for (const QString &name : {version, version.mid(7), version.mid(7, 7), QStringLiteral("v1")})
        QCOMPARE(m_cli->json({"policy", "show", name}).object()["version"].toString(), version);
    QCOMPARE(m_cli->run({"policy", "show", version.mid(7, 3)}).status == 0, false);
    QCOMPARE(m_cli->run({"policy", "show", "0000000"}).status, 1);
}

void TestCliPolicy::diffTellsRuleByRule()
{
    publish(document("block"));
    const QString file = write(document("hold", second, "held").replace("Stop", "Stop here"));
    const auto changes = m_cli->json({"policy", "diff", "v1", file}).objects();
    QStringList told;
    for (const QJsonObject &change : changes)
        told << QStringList{change["part"].toString(), change["id"].toString(), change["change"].toString(),
            change["pointer"].toString()}
                    .join(' ');
    QCOMPARE(told,
        QStringList({"rule stop changed /action", "rule stop changed /title", "rule watch added ",
            "test halt is refused changed /expect/verdict"}));
    QCOMPARE(changes[0]["before"].toString(), "block");
    QCOMPARE(changes[0]["after"].toString(), "hold");
    const CliResult text = m_cli->run({"policy", "diff", "v1", file});
    QVERIFY(text.out.contains("rule stop: changed /action: \"block\" -> \"hold\""));
    QCOMPARE(m_cli->run({"policy", "diff", "v1", "v1"}).out, QByteArray("no difference\n"));
    QVERIFY(m_cli->json({"policy", "diff", "v1", "v1"}).out.isEmpty());
    QCOMPARE(m_cli->run({"policy", "diff", "v1", "v2"}).status, 1);
}

void TestCliPolicy::diffOfFilesNeedsNoStore()
{
    const CliRunner other;
    const QString a = other.writeFile("a.json", document("block", second));
    const QString b = other.writeFile("b.json", document("block"));
    const CliResult result = other.run({"policy", "diff", a, b});
    QCOMPARE(result.status, 0);
    QCOMPARE(result.out, QByteArray("rule watch: removed\n"));
}

void TestCliPolicy::aFingerprintFindsItsSecret()
{
    const QByteArray secret = "correct-horse-7";
    const CliResult made = m_cli->run({"policy", "fingerprint", "--id", "vault", "--json"}, secret + "\n");
    QCOMPARE(made.status, 0);
    const QJsonObject object = QJsonDocument::fromJson(made.out).object();
    QCOMPARE(object["id"].toString(), QStringLiteral("vault"));
    QVERIFY(object["fingerprint"].toString().startsWith("kf1:"));
    QVERIFY(!made.out.contains(secret) && !made.err.contains(secret));
    // The line end is not part of the secret, and the same secret has the same fingerprint.
    QCOMPARE(m_cli->run({"policy", "fingerprint", "--id", "vault", "--json"}, secret).out, made.out);
    const QByteArray text
        = "{\"format\":\"gatehouse-policy/1\",\"name\":\"trial\",\"rules\":[{\"id\":\"known\","
          "\"stage\":\"request\",\"check\":{\"kind\":\"known_secrets\",\"secrets\":["
        + made.out.trimmed() + "]},\"action\":\"block\"}]}";
    QCOMPARE(publish(text)["state"].toString(), QStringLiteral("published"));
}

void TestCliPolicy::checkAndTestKnowASecretByTheStoreNamed()
{
    const QByteArray secret = "correct-horse-7";
    const QByteArray known = m_cli->run({"policy", "fingerprint", "--id", "vault", "--json"}, secret).out;
    const QString file = m_cli->writeFile("known.json",
        "{\"format\":\"gatehouse-policy/1\",\"name\":\"trial\",\"rules\":[{\"id\":\"known\","
        "\"stage\":\"request\",\"check\":{\"kind\":\"known_secrets\",\"secrets\":["
            + known.trimmed()
            + "]},\"action\":\"mask\"}],\"tests\":[{\"name\":\"it is masked\",\"input\":{\"text\":\"the word "
              "is "
            + secret + "\"},\"expect\":{\"verdict\":\"masked\",\"rule\":\"known\"}}]}");
    const QByteArray line = "{\"text\":\"the word is " + secret + "\"}\n";
    const auto ruleOf
        = [](const CliResult &result) { return result.object()["checks"].toArray().at(0).toObject(); };

    const CliResult found = m_cli->run({"check", "--policy", file, "--jsonl"}, line);
    QVERIFY2(found.status == 0 && found.err.isEmpty(), found.err.constData());
    QCOMPARE(found.object()["verdict"].toString(), QStringLiteral("masked"));
    QCOMPARE(ruleOf(found)["evidence"].toArray().at(0).toObject()["label"].toString(),
        QStringLiteral("known-secret/vault"));
    QCOMPARE(m_cli->run({"policy", "test", file}).status, 0);

    // No store is named: the rule can't tell, and its on_error is to block.
    const CliResult keyless = m_cli->runWithoutStore({"check", "--policy", file, "--jsonl"}, line);
    QCOMPARE(keyless.status, 0);
    QVERIFY(keyless.isOneLineError() && keyless.err.contains("GATEHOUSE_STORE"));
    QCOMPARE(keyless.object()["verdict"].toString(), QStringLiteral("blocked"));
    QCOMPARE(ruleOf(keyless)["reason"].toString(), QStringLiteral("no_fingerprint_key"));
    QCOMPARE(m_cli->runWithoutStore({"check", "--store", m_cli->store(), "--policy", file, "--jsonl"}, line)
                 .object()["verdict"],
        found.object()["verdict"]);
    // A store that can't be read is no reason to judge without it.
    QCOMPARE(m_cli->run({"check", "--store", m_cli->path("none.db"), "--policy", file}, "hello").status, 3);
}

void TestCliPolicy::fingerprintTellsWhatItCantTake()
{
    const CliResult tooShort = m_cli->run({"policy", "fingerprint", "--id", "vault"}, "abc\n");
    QVERIFY(tooShort.status != 0);
    QVERIFY(!tooShort.err.isEmpty() && tooShort.out.isEmpty());
    QCOMPARE(m_cli->run({"policy", "fingerprint"}, "correct-horse-7\n").status, 2);
}

void TestCliPolicy::exceptionsAreAddedListedAndRemoved()
{
    publish(document("block"));
    QCOMPARE(m_cli->run({"team", "create", "payments"}).status, 0);
    const QStringList wanted{"exception", "add", "--rule", "stop", "--pattern", "-?halt", "--team",
        "payments", "--expires", "2d", "--reason", "a sign at the road"};
    const QJsonObject added = m_cli->json(wanted).object();
    QCOMPARE(added["state"].toString(), "active");
    QCOMPARE(added["pattern"].toString(), "-?halt");
    QCOMPARE(added["uses"].toInt(-1), 0);
    for (const char *field :
        {"environment", "use_case", "key", "payload_hash", "removed_at", "removed_by", "last_used_at"})
        QVERIFY2(added[field].isNull() && added.contains(field), field);
    QCOMPARE(m_cli->json({"exception", "list"}).object(), added);
    QVERIFY(m_cli->run({"exception", "list"}).out.contains("team payments"));
    const QString id = added["id"].toString();
    QCOMPARE(m_cli->run({"exception", "remove", id}).status, 0);
    QCOMPARE(m_cli->json({"exception", "list"}).object()["state"].toString(), "removed");
    const CliResult again = m_cli->run({"exception", "remove", id});
    QCOMPARE(again.status, 1);
    QVERIFY(again.isOneLineError());
    QStringList noCall = wanted;
    noCall.replace(4, "--interaction");
    noCall.replace(5, "01990000-0000-7000-8000-000000000000");
    QCOMPARE(m_cli->run(noCall).status, 1);
    QCOMPARE(
        m_cli->run({"exception", "add", "--rule", "stop", "--team", "payments", "--reason", "x"}).status, 2);
}

void TestCliPolicy::hostileFilesAreRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status");
    QTest::newRow("empty") << QByteArray() << 1;
    QTest::newRow("no JSON") << QByteArray("\x1b[31mred") << 1;
    QTest::newRow("invalid UTF-8") << document("block").replace("Stop", "St\xffp") << 1;
    QTest::newRow("deep") << QByteArray(100000, '[') << 1;
    QTest::newRow("duplicate key") << document("block").replace(
        "\"name\":\"trial\"", "\"name\":\"trial\",\"name\":\"b\"")
                                   << 1;
    QTest::newRow("too large") << QByteArray((1 << 20) + 1, ' ') << 2;
}

void TestCliPolicy::hostileFilesAreRefused()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, status);
    const QString file = write(bytes);
    for (const QStringList &command : {QStringList{"policy", "validate", file},
             QStringList{"policy", "test", file}, QStringList{"policy", "publish", file, "--reason", "x"}}) {
        const CliResult result = m_cli->run(command);
        QCOMPARE(result.status, status);
        QVERIFY2(result.isOneLineError(), result.err.constData());
        QVERIFY(!result.err.contains('\x1b'));
    }
}

QTEST_GUILESS_MAIN(TestCliPolicy)
#include "tst_cli_policy.moc"
