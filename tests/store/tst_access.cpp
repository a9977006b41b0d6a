// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/access/virtual_key.h"
#include "store/access.h"
#include "store/audit.h"
#include "store_fixture.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace gatehouse;
using namespace gatehouse::store;
using namespace gatehouse::store::test;

namespace {

NewKeyRequest keyRequest()
{
    NewKeyRequest request;
    request.team = "payments";
    request.environment = "production";
    request.useCase = "assistant";
    request.createNames = true;
    request.entitlement.models = {"model-a", "model-b"};
    return request;
}

Provider provider(const std::string &name, const std::string &url)
{
    return {name, ProviderKind::OpenAi, url, {"*"},
        SecretString("s"
                     "k-not-a-real-credential"),
        {}};
}

QJsonObject json(const std::string &text)
{
    return QJsonDocument::fromJson(QByteArray::fromStdString(text)).object();
}

} // namespace

// Teams, keys and providers: their rules, and what is never shown.
class TestAccess : public QObject {
    Q_OBJECT

private slots:
    void namesAreUniqueAndArchived();
    void namesAreChecked_data();
    void namesAreChecked();
    void issuedKeyHasDefaults();
    void secretIsNowhereInTheStore();
    void requestsAreChecked_data();
    void requestsAreChecked();
    void unknownNamesNeedCreate();
    void lifecycle();
    void entitlementIsChangedAsItWasSeen();
    void entitlementIsChecked();
    void expiryIsShown();
    void activityCountsTheLastHour();
    void providersSealTheirCredential();
    void credentialsAreReplaced();
    void providersHaveKinds();
    void modelsHaveTargets();
    void targetsAreReplacedAsTheyWereSeen();
    void targetsAreChecked_data();
    void targetsAreChecked();
    void providersAreChecked_data();
    void providersAreChecked();
    void keyJson();
};

void TestAccess::namesAreUniqueAndArchived()
{
    const Place place;
    const auto store = place.open();
    QVERIFY_DONE(createName(*store, NameKind::Team, "payments"));
    QVERIFY_DONE(createName(*store, NameKind::UseCase, "payments"));
    QCOMPARE(createName(*store, NameKind::Team, "payments").error().kind, ErrorKind::Conflict);
    QVERIFY_DONE(archiveName(*store, NameKind::Team, "payments"));
    QVERIFY(listNames(*store, NameKind::Team)->front().archived);
    QCOMPARE(archiveName(*store, NameKind::Team, "payments").error().kind, ErrorKind::Conflict);
    QCOMPARE(archiveName(*store, NameKind::Team, "nobody").error().kind, ErrorKind::NotFound);
    QCOMPARE(issueKey(*store, keyRequest()).error().kind, ErrorKind::Conflict);
}

void TestAccess::namesAreChecked_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<bool>("good");
    QTest::newRow("plain") << QByteArray("payments") << true;
    QTest::newRow("with spaces and dots") << QByteArray("e.g. Team No. 1") << true;
    QTest::newRow("other script") << QByteArray("支払い") << true;
    QTest::newRow("64 characters") << QByteArray("ä").repeated(64) << true;
    QTest::newRow("65 characters") << QByteArray("ä").repeated(65) << false;
    QTest::newRow("empty") << QByteArray() << false;
    QTest::newRow("space in front") << QByteArray(" a") << false;
    QTest::newRow("line feed") << QByteArray("a\nb") << false;
    QTest::newRow("escape") << QByteArray("a\x1b[31m") << false;
    QTest::newRow("turns text around") << QByteArray("a" + QString(QChar(0x202e)).toUtf8() + "b") << false;
    QTest::newRow("C1 control") << QByteArray("a\xc2\x9b"
                                              "b")
                                << false;
    QTest::newRow("broken UTF-8") << QByteArray("a\xc3") << false;
    QTest::newRow("overlong UTF-8") << QByteArray("\xc0\xaf") << false;
    QTest::newRow("surrogate") << QByteArray("\xed\xa0\x80") << false;
}

void TestAccess::namesAreChecked()
{
    QFETCH(QByteArray, name);
    QFETCH(bool, good);
    const Place place;
    const auto store = place.open();
    const Status created = createName(*store, NameKind::Team, name.toStdString());
    QCOMPARE(created.has_value(), good);
    if (!good)
        QCOMPARE(created.error().kind, ErrorKind::InvalidInput);
    QCOMPARE(listNames(*store, NameKind::Team)->size(), std::size_t{good ? 1U : 0U});
}

void TestAccess::issuedKeyHasDefaults()
{
    const Place place;
    const auto store = place.open();
    const auto issued = issueKey(*store, keyRequest());
    QVERIFY_DONE(issued);
    const auto parsed = parseVirtualKey(issued->text.reveal());
    QVERIFY_DONE(parsed);
    QVERIFY(parsed->id == issued->row.record.id);
    const auto shown = showKey(*store, parsed->id);
    QVERIFY_DONE(shown);
    const KeyRecord &key = shown->record;
    QVERIFY(key.secretHash == parsed->secretHash);
    QCOMPARE(key.entitlement.models, (std::vector<std::string>{"model-a", "model-b"}));
    QCOMPARE(key.entitlement.providers, std::vector<std::string>{"*"});
    QCOMPARE(key.entitlement.routes.size(), std::size_t{7});
    QVERIFY(key.entitlement.tools.empty());
    QVERIFY(key.expiresAt == place.clock.now() + std::chrono::days(90));
    QVERIFY(!shown->lastUsedAt);
    QVERIFY(shown->createdBy.starts_with("user:"));
    QCOMPARE(loadKeyTable(*store)->size(), std::size_t{1});
}

void TestAccess::secretIsNowhereInTheStore()
{
    const Place place;
    std::string secret;
    {
        const auto store = place.open();
        const auto issued = issueKey(*store, keyRequest());
        QVERIFY_DONE(issued);
        QVERIFY_DONE(addProvider(*store, provider("main", "https://api.example.com/v1")));
        secret = std::string(issued->text.reveal().substr(18, 43));
        const auto entries = listAudit(*store, 100);
        QVERIFY_DONE(entries);
        for (const AuditEntry &entry : *entries)
            QVERIFY(toJson(entry).find(secret) == std::string::npos);
    }
    const QByteArray bytes = contentOf(place);
    QVERIFY(bytes.contains("payments"));
    QVERIFY(!bytes.contains(QByteArray::fromStdString(secret)));
    QVERIFY(!bytes.contains("not-a-real-credential"));
}

void TestAccess::requestsAreChecked_data()
{
    QTest::addColumn<QString>("what");
    for (const char *what :
        {"no models", "empty model", "bad route", "bad team", "past expiry", "metadata with a line feed"})
        QTest::newRow(what) << what;
}

void TestAccess::requestsAreChecked()
{
    QFETCH(QString, what);
    const Place place;
    const auto store = place.open();
    NewKeyRequest request = keyRequest();
    if (what == "no models")
        request.entitlement.models.clear();
    else if (what == "empty model")
        request.entitlement.models = {""};
    else if (what == "bad route")
        request.entitlement.routes = {"chat", "telepathy"};
    else if (what == "bad team")
        request.team = "a\tb";
    else if (what == "past expiry")
        request.expiresAt = place.clock.now() - std::chrono::seconds(1);
    else
        request.metadata["purpose"] = "a\nb";
    const auto issued = issueKey(*store, request);
    QVERIFY(!issued);
    QCOMPARE(issued.error().kind, ErrorKind::InvalidInput);
    QVERIFY(listKeys(*store)->empty());
    QVERIFY(listNames(*store, NameKind::Team)->empty());
}

void TestAccess::unknownNamesNeedCreate()
{
    const Place place;
    const auto store = place.open();
    NewKeyRequest request = keyRequest();
    request.createNames = false;
    const auto refused = issueKey(*store, request);
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::NotFound);
    QVERIFY(listAudit(*store, 10)->empty());
    request.createNames = true;
    QVERIFY_DONE(issueKey(*store, request));
    request.createNames = false;
    QVERIFY_DONE(issueKey(*store, request));
    QCOMPARE(listNames(*store, NameKind::UseCase)->size(), std::size_t{1});
}

void TestAccess::lifecycle()
{
    const Place place;
    const auto store = place.open();
    const KeyId id = issueKey(*store, keyRequest())->row.record.id;
    QCOMPARE(resumeKey(*store, id, "").error().kind, ErrorKind::Conflict);
    QVERIFY_DONE(suspendKey(*store, id, "leak suspected"));
    QCOMPARE(showKey(*store, id)->record.state, KeyState::Suspended);
    QCOMPARE(suspendKey(*store, id, "").error().kind, ErrorKind::Conflict);
    QVERIFY_DONE(resumeKey(*store, id, "false alarm"));
    QVERIFY_DONE(revokeKey(*store, id, "retired"));
    QCOMPARE(showKey(*store, id)->record.state, KeyState::Revoked);
    for (const Status &again :
        {revokeKey(*store, id, ""), suspendKey(*store, id, ""), resumeKey(*store, id, "")})
        QCOMPARE(again.error().kind, ErrorKind::Conflict);
    QCOMPARE(revokeKey(*store, {"unknown"}, "").error().kind, ErrorKind::NotFound);
    const auto audit = listAudit(*store, 3);
    QVERIFY_DONE(audit);
    QCOMPARE(audit->front().action, std::string("key.revoke"));
    QCOMPARE(audit->front().before, std::string(R"({"state":"active"})"));
    QCOMPARE(audit->front().after, std::string(R"({"state":"revoked"})"));
    QCOMPARE(audit->front().reason, std::string("retired"));
}

void TestAccess::entitlementIsChangedAsItWasSeen()
{
    const Place place;
    const auto store = place.open();
    const KeyRecord issued = issueKey(*store, keyRequest())->row.record;
    Entitlement wanted = issued.entitlement;
    wanted.models = {"model-b", "model-c"};
    wanted.addresses = {"10.0.0.0/8"};
    wanted.maxOutputTokens = 200;
    wanted.requiresUser = true;
    const auto changed = changeEntitlement(*store, issued.id, issued.entitlement, wanted, "more models");
    QVERIFY_DONE(changed);
    QVERIFY(changed->record.entitlement == wanted);
    const KeyRecord shown = showKey(*store, issued.id)->record;
    QVERIFY(shown.entitlement == wanted);
    QCOMPARE(shown.identity.team, issued.identity.team);
    QVERIFY(shown.secretHash == issued.secretHash);
    const AuditEntry entry = listAudit(*store, 1)->front();
    QCOMPARE(entry.action, std::string("key.edit"));
    QCOMPARE(entry.object, "key:" + issued.id.value);
    QCOMPARE(entry.reason, std::string("more models"));
    QCOMPARE(json(entry.before)["models"].toArray().size(), 2);
    QCOMPARE(json(entry.after)["models"].toArray()[1].toString(), "model-c");
    QVERIFY(json(entry.before)["max_output_tokens"].isNull());
    QCOMPARE(json(entry.after)["max_output_tokens"].toInt(), 200);

    // Who saw it before that change would undo it unawares.
    Entitlement late = issued.entitlement;
    late.tools = {"search"};
    QCOMPARE(
        changeEntitlement(*store, issued.id, issued.entitlement, late, "").error().kind, ErrorKind::Conflict);
    QVERIFY_DONE(changeEntitlement(*store, issued.id, wanted, wanted, ""));
    QCOMPARE(listAudit(*store, 1)->front().seq, entry.seq);
    QVERIFY_DONE(revokeKey(*store, issued.id, "retired"));
    QCOMPARE(changeEntitlement(*store, issued.id, wanted, late, "").error().kind, ErrorKind::Conflict);
    QCOMPARE(changeEntitlement(*store, {"unknown"}, wanted, late, "").error().kind, ErrorKind::NotFound);
}

void TestAccess::entitlementIsChecked()
{
    const Place place;
    const auto store = place.open();
    const KeyRecord key = issueKey(*store, keyRequest())->row.record;
    const auto change = [&](const Entitlement &wanted) {
        return changeEntitlement(*store, key.id, key.entitlement, wanted, "");
    };
    Entitlement wanted = key.entitlement;
    wanted.models = {};
    QCOMPARE(change(wanted).error().where, std::string("models"));
    wanted = key.entitlement;
    wanted.routes = {"nowhere"};
    QCOMPARE(change(wanted).error().where, std::string("routes nowhere"));
    wanted = key.entitlement;
    wanted.maxInputBytes = 0;
    QCOMPARE(change(wanted).error().where, std::string("max_input_bytes"));
    // What is left empty is filled in as when a key is issued.
    wanted = key.entitlement;
    wanted.routes = {};
    wanted.providers = {};
    wanted.tools = {"search"};
    const auto changed = change(wanted);
    QVERIFY_DONE(changed);
    QCOMPARE(changed->record.entitlement.routes.size(), std::size_t{7});
    QCOMPARE(changed->record.entitlement.providers, std::vector<std::string>{"*"});
}

void TestAccess::expiryIsShown()
{
    Place place;
    const auto store = place.open();
    const KeyId id = issueKey(*store, keyRequest())->row.record.id;
    place.clock.advance(std::chrono::days(91));
    QCOMPARE(showKey(*store, id)->record.state, KeyState::Expired);
    QCOMPARE(listKeys(*store)->front().record.state, KeyState::Expired);
    // As stored: the gateway judges expiry against its own clock.
    QCOMPARE(loadKeyTable(*store)->front().state, KeyState::Active);
}

void TestAccess::activityCountsTheLastHour()
{
    const Place place;
    const auto store = place.open();
    const KeyId id = issueKey(*store, keyRequest())->row.record.id;
    std::vector<RequestRecord> requests;
    for (const auto ago : {std::chrono::minutes(10), std::chrono::minutes(59), std::chrono::minutes(61)}) {
        const Timestamp at = place.clock.now() - ago;
        requests.push_back(requestRecord(idAt(at), at));
        requests.back().row.key = id;
    }
    record(place, requests);
    const auto activity = keyActivity(*store, id);
    QVERIFY_DONE(activity);
    QCOMPARE(activity->callsLastHour, 2);
    QVERIFY(activity->lastUsedAt == place.clock.now() - std::chrono::minutes(10));
}

void TestAccess::providersSealTheirCredential()
{
    const Place place;
    const auto store = place.open();
    QVERIFY(listProviders(*store)->empty());
    QVERIFY_DONE(addProvider(*store, provider("main", "https://api.example.com/v1")));
    QVERIFY_DONE(addProvider(*store, {"sandbox", ProviderKind::Sandbox, "", {}, {}, {}}));
    QCOMPARE(addProvider(*store, provider("main", "https://other.example.com/v1")).error().kind,
        ErrorKind::Conflict);
    const auto listed = listProviders(*store);
    QVERIFY_DONE(listed);
    QVERIFY(listed->front().hasCredential);
    QVERIFY(listed->front().provider.credential.empty());
    QCOMPARE(listed->back().provider.models, std::vector<std::string>{"*"});
    const auto loaded = loadProviders(*store);
    QVERIFY_DONE(loaded);
    QVERIFY(loaded->front().credential.matches("s"
                                               "k-not-a-real-credential"));
    QVERIFY_DONE(removeProvider(*store, "main"));
    QCOMPARE(removeProvider(*store, "main").error().kind, ErrorKind::NotFound);
}

void TestAccess::credentialsAreReplaced()
{
    const Place place;
    const auto store = place.open();
    QVERIFY_DONE(addProvider(*store, provider("main", "https://api.example.com/v1")));
    QVERIFY_DONE(addProvider(*store, {"sandbox", ProviderKind::Sandbox, "", {}, {}, {}}));
    QVERIFY_DONE(addModelTarget(*store, {"fast", "main", "model-1", 1, {}}));
    const SecretString next("another-not-a-real-credential");
    QVERIFY_DONE(replaceCredential(*store, "main", next));
    const AuditEntry entry = listAudit(*store, 1)->front();
    QCOMPARE(entry.action, std::string("provider.credential"));
    QCOMPARE(entry.object, std::string("provider:main"));
    QCOMPARE(entry.after, std::string(R"({"credential":true})"));
    QVERIFY(loadProviders(*store)->front().credential.matches("another-not-a-real-credential"));
    QCOMPARE(listModelTargets(*store)->size(), std::size_t{1});
    QCOMPARE(replaceCredential(*store, "nobody", next).error().kind, ErrorKind::NotFound);
    QCOMPARE(replaceCredential(*store, "sandbox", next).error().kind, ErrorKind::InvalidInput);
    QCOMPARE(replaceCredential(*store, "main", SecretString()).error().kind, ErrorKind::InvalidInput);
}

void TestAccess::providersHaveKinds()
{
    const Place place;
    const auto store = place.open();
    Provider added = provider("a", "https://api.example.com");
    added.kind = ProviderKind::Anthropic;
    QVERIFY_DONE(addProvider(*store, added));
    added.name = "b";
    added.kind = ProviderKind::Azure;
    added.apiVersion = "2025-04-01-preview";
    added.weight = 7;
    QVERIFY_DONE(addProvider(*store, added));
    const auto rows = listProviders(*store);
    QCOMPARE(rows->front().provider.apiVersion, std::string("2023-06-01"));
    QCOMPARE(rows->back().provider.apiVersion, std::string("2025-04-01-preview"));
    QCOMPARE(rows->back().provider.weight, 7);
    QCOMPARE(json(toJson(rows->back()))["kind"].toString(), QString("azure"));
    QCOMPARE(json(toJson(rows->back()))["health"].toArray().size(), 0);
    added.name = "c";
    for (const char *bad : {"2025 04", "a/b", "x&y=z"}) {
        added.apiVersion = bad;
        QCOMPARE(addProvider(*store, added).error().where, std::string("api_version"));
    }
    added.apiVersion = "1";
    added.kind = ProviderKind::OpenAi;
    QCOMPARE(addProvider(*store, added).error().where, std::string("api_version"));
    for (ProviderKind kind : {ProviderKind::OpenAi, ProviderKind::Sandbox, ProviderKind::Azure})
        QVERIFY(providerKindFromName(name(kind)) == kind);
    QVERIFY(!providerKindFromName("other"));
}

void TestAccess::targetsAreReplacedAsTheyWereSeen()
{
    const Place place;
    const auto store = place.open();
    QVERIFY_DONE(addProvider(*store, provider("a", "https://a.example.com/v1")));
    const ModelTarget small{"fast", "a", "small", 1};
    const ModelTarget large{"fast", "a", "large", 0};
    QVERIFY_DONE(replaceModelTargets(*store, "fast", {}, {small, large}));
    QCOMPARE(replaceModelTargets(*store, "fast", {small}, {}).error().kind, ErrorKind::Conflict);
    const auto nameless = replaceModelTargets(*store, "fast", {small, large}, {{"", "a", "", 1}});
    QCOMPARE(nameless.error().where, std::string("upstream_model"));
    QCOMPARE(listModelTargets(*store)->size(), std::size_t{2});
    QVERIFY_DONE(replaceModelTargets(*store, "fast", {large, small}, {{"fast", "a", "small", 3}}));
    QCOMPARE(listModelTargets(*store)->size(), std::size_t{1});
    QCOMPARE(listModelTargets(*store)->front().weight, 3);
    QCOMPARE(listAudit(*store, 1)->front().action, std::string("model.add"));
}

void TestAccess::modelsHaveTargets()
{
    const Place place;
    const auto store = place.open();
    QVERIFY_DONE(
        addProvider(*store, provider("a", "https://a.example.com/v1"), {{"fast", "", "small-1", 3}}));
    QVERIFY_DONE(addProvider(*store, provider("b", "https://b.example.com/v1")));
    QVERIFY_DONE(addModelTarget(*store, {"fast", "b", "small-2", 0}));
    QCOMPARE(addModelTarget(*store, {"fast", "b", "small-2", 1}).error().kind, ErrorKind::Conflict);
    QCOMPARE(addModelTarget(*store, {"fast", "nobody", "small", 1}).error().kind, ErrorKind::NotFound);
    auto targets = listModelTargets(*store);
    QVERIFY_DONE(targets);
    QCOMPARE(targets->size(), std::size_t{2});
    QCOMPARE(targets->front().provider, std::string("a"));
    QCOMPARE(targets->front().weight, 3);
    QCOMPARE(json(toJson(targets->back()))["upstream_model"].toString(), QString("small-2"));
    // With a provider go the targets on it.
    QVERIFY_DONE(removeProvider(*store, "a"));
    QCOMPARE(listModelTargets(*store)->size(), std::size_t{1});
    QCOMPARE(removeModelTargets(*store, "fast", "a").error().kind, ErrorKind::NotFound);
    QVERIFY_DONE(removeModelTargets(*store, "fast", ""));
    QVERIFY(listModelTargets(*store)->empty());
    QCOMPARE(listAudit(*store, 1)->front().action, std::string("model.remove"));
    // A provider whose targets are wrong is not added at all.
    QVERIFY(!addProvider(*store, provider("c", "https://c.example.com/v1"), {{"", "", "x", 1}}));
    QCOMPARE(listProviders(*store)->size(), std::size_t{1});
}

void TestAccess::targetsAreChecked_data()
{
    QTest::addColumn<QString>("model");
    QTest::addColumn<QString>("upstream");
    QTest::addColumn<int>("weight");
    QTest::newRow("no name") << ""
                             << "x" << 1;
    QTest::newRow("no upstream name") << "x"
                                      << "" << 1;
    QTest::newRow("all models") << "*"
                                << "x" << 1;
    QTest::newRow("all upstream models") << "x"
                                         << "*" << 1;
    QTest::newRow("two lines") << "x\ny"
                               << "x" << 1;
    QTest::newRow("light") << "x"
                           << "x" << -1;
    QTest::newRow("heavy") << "x"
                           << "x" << 1001;
}

void TestAccess::targetsAreChecked()
{
    QFETCH(QString, model);
    QFETCH(QString, upstream);
    QFETCH(int, weight);
    const Place place;
    const auto store = place.open();
    QVERIFY_DONE(addProvider(*store, provider("a", "https://a.example.com/v1")));
    const Status added = addModelTarget(*store, {model.toStdString(), "a", upstream.toStdString(), weight});
    QCOMPARE(added.error().kind, ErrorKind::InvalidInput);
}

void TestAccess::providersAreChecked_data()
{
    QTest::addColumn<QString>("url");
    for (const char *url : {"", "api.example.com/v1", "ftp://example.com", "https://", "https:///v1",
             "https://user:word@example.com/v1", "https://exa mple.com", "https://example.com/\n"})
        QTest::newRow(url) << QString(url);
}

void TestAccess::providersAreChecked()
{
    QFETCH(QString, url);
    const Place place;
    const auto store = place.open();
    const Status added = addProvider(*store, provider("main", url.toStdString()));
    QVERIFY(!added);
    QCOMPARE(added.error().kind, ErrorKind::InvalidInput);
}

void TestAccess::keyJson()
{
    const Place place;
    const auto store = place.open();
    const auto issued = issueKey(*store, keyRequest());
    const QJsonObject object = json(toJson(issued->row, {}));
    for (const char *field : {"id", "state", "team", "environment", "use_case", "models", "providers",
             "routes", "tools", "limits", "expires_at", "created_at", "created_by", "last_used_at"})
        QVERIFY2(object.contains(QLatin1String(field)), field);
    QCOMPARE(object["state"].toString(), QString("active"));
    QCOMPARE(object["created_at"].toString(), QString("2026-11-20T12:00:00.000000Z"));
    QVERIFY(object["last_used_at"].isNull());
    QVERIFY(!object.contains(QLatin1String("secret")));
}

QTEST_GUILESS_MAIN(TestAccess)
#include "tst_access.moc"
