// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "store/key_material.h"
#include "store/recipient_key.h"
#include "store_fixture.h"

#include <QDir>
#include <filesystem>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace gatehouse;
using namespace gatehouse::store;
using namespace gatehouse::store::test;

namespace {

Result<std::string> sealAt(const std::string &location, const std::string &secret)
{
    const auto key = RecipientKey::ensure(location);
    if (!key)
        return tl::unexpected(key.error());
    return sealFor(std::span(&key->certificate(), 1), SecretString(secret));
}

Result<SecretString> openAt(const std::string &location, const std::string &envelope)
{
    const auto key = RecipientKey::open(location);
    if (!key)
        return tl::unexpected(key.error());
    return key->unseal(envelope);
}

} // namespace

// Keys beside the store: made once, private, the same for everybody.
class TestKeyMaterial : public QObject {
    Q_OBJECT

private slots:
    void hashDependsOnKeyBodyAndStore();
    void sealsAndOpens();
    void sealIsForOneStore();
    void damagedEnvelopeIsCorrupt();
    void filesArePrivate();
    void readableByOthersIsRefused();
    void twoProcessesMakeOneKey();
    void noTemporaryFileStays();
};

void TestKeyMaterial::hashDependsOnKeyBodyAndStore()
{
    const Place place, other;
    const auto hasher = PayloadHasher::open(place.store());
    QVERIFY_DONE(hasher);
    const std::string hash = hasher->hash({"k1"}, "body");
    QCOMPARE(hash.size(), std::size_t{64});
    QCOMPARE(PayloadHasher::open(place.store())->hash({"k1"}, "body"), hash);
    QVERIFY(hasher->hash({"k2"}, "body") != hash);
    QVERIFY(hasher->hash({"k1"}, "body ") != hash);
    QVERIFY(hasher->hash({"k1body"}, "") != hasher->hash({"k1"}, "body"));
    QVERIFY(PayloadHasher::open(other.store())->hash({"k1"}, "body") != hash);
}

void TestKeyMaterial::sealsAndOpens()
{
    const Place place;
    for (const std::string &secret : {std::string("s"
                                                  "k-not-a-real-one"),
             std::string("a\0b\r\n", 5), std::string(5000, 'x')}) {
        const auto envelope = sealAt(place.store(), secret);
        QVERIFY_DONE(envelope);
        QVERIFY(envelope->starts_with("-----BEGIN CMS-----"));
        QVERIFY(envelope->find(secret.substr(0, 10)) == std::string::npos || secret.size() < 6);
        const auto opened = openAt(place.store(), *envelope);
        QVERIFY_DONE(opened);
        QVERIFY(opened->matches(secret));
    }
}

void TestKeyMaterial::sealIsForOneStore()
{
    const Place place, other;
    const auto envelope = sealAt(place.store(), "not-a-real-one");
    QVERIFY_DONE(envelope);
    QCOMPARE(openAt(other.store(), *envelope).error().kind, ErrorKind::NotFound);
    QVERIFY_DONE(sealAt(other.store(), "x"));
    QCOMPARE(openAt(other.store(), *envelope).error().kind, ErrorKind::Corrupt);
}

void TestKeyMaterial::damagedEnvelopeIsCorrupt()
{
    const Place place;
    auto envelope = sealAt(place.store(), "not-a-real-one");
    QVERIFY_DONE(envelope);
    for (const std::string &bad :
        {std::string(), std::string("garbage"), envelope->substr(0, envelope->size() / 2)})
        QCOMPARE(openAt(place.store(), bad).error().kind, ErrorKind::Corrupt);
    // One character of the sealed text itself: authenticated encryption must notice.
    std::string &changed = *envelope;
    const std::size_t at = changed.rfind("\n-----END") - 30;
    changed[at] = changed[at] == 'A' ? 'B' : 'A';
    QCOMPARE(openAt(place.store(), changed).error().kind, ErrorKind::Corrupt);
}

void TestKeyMaterial::filesArePrivate()
{
    const Place place;
    const mode_t before = ::umask(0);
    QVERIFY_DONE(PayloadHasher::open(place.store()));
    QVERIFY_DONE(sealAt(place.store(), "x"));
    ::umask(before);
    struct stat info { };
    QCOMPARE(::stat(keyFolderOf(place.store()).c_str(), &info), 0);
    QCOMPARE(info.st_mode & 0777, mode_t{0700});
    int files = 0;
    for (const auto &entry : std::filesystem::directory_iterator(keyFolderOf(place.store()))) {
        QCOMPARE(::stat(entry.path().c_str(), &info), 0);
        QCOMPARE(info.st_mode & 0777, mode_t{0600});
        ++files;
    }
    QCOMPARE(files, 2);
}

void TestKeyMaterial::readableByOthersIsRefused()
{
    const Place place;
    QVERIFY_DONE(PayloadHasher::open(place.store()));
    const std::string file = (keyFolderOf(place.store()) / "payload.key").string();
    ::chmod(file.c_str(), 0644);
    QCOMPARE(PayloadHasher::open(place.store()).error().kind, ErrorKind::NotPermitted);
    ::chmod(file.c_str(), 0600);
    std::filesystem::resize_file(file, 5);
    QCOMPARE(PayloadHasher::open(place.store()).error().kind, ErrorKind::Corrupt);
}

void TestKeyMaterial::twoProcessesMakeOneKey()
{
    for (int round = 0; round < 20; ++round) {
        const Place place;
        int ends[2];
        QCOMPARE(::pipe(ends), 0);
        std::vector<pid_t> children;
        for (int i = 0; i < 4; ++i) {
            const pid_t child = ::fork();
            if (child == 0) {
                const auto hasher = PayloadHasher::open(place.store());
                const std::string hash = hasher ? hasher->hash({"k"}, "b") : std::string(64, '-');
                ::_exit(::write(ends[1], hash.data(), hash.size()) == 64 ? 0 : 1);
            }
            children.push_back(child);
        }
        ::close(ends[1]);
        std::string hashes(64 * children.size(), ' ');
        std::size_t size = 0;
        for (ssize_t got = 0; (got = ::read(ends[0], hashes.data() + size, hashes.size() - size)) > 0;)
            size += static_cast<std::size_t>(got);
        ::close(ends[0]);
        for (const pid_t child : children)
            ::waitpid(child, nullptr, 0);
        const std::string expected = PayloadHasher::open(place.store())->hash({"k"}, "b");
        for (std::size_t i = 0; i < children.size(); ++i)
            QCOMPARE(hashes.substr(64 * i, 64), expected);
    }
}

void TestKeyMaterial::noTemporaryFileStays()
{
    const Place place;
    QVERIFY_DONE(PayloadHasher::open(place.store()));
    QVERIFY_DONE(sealAt(place.store(), "x"));
    QCOMPARE(QDir(QString::fromStdString(keyFolderOf(place.store()).string())).entryList(QDir::Files),
        (QStringList{"payload.key", "recipient.pem"}));
}

QTEST_GUILESS_MAIN(TestKeyMaterial)
#include "tst_key_material.moc"
