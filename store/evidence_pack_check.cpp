// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "store/evidence_pack.h"

#include "core/base/digest.h"
#include "core/policy/canonical_json.h"
#include "store/audit_signature.h"

#include <boost/json.hpp>

#include <map>
#include <openssl/crypto.h>

namespace gatehouse::store {

namespace {

namespace json = boost::json;

// Larger ones were not made here; the whole document is held in memory.
constexpr std::size_t largestPack = 64UL * 1024 * 1024;

// Of a member that has to be there; throws as the library does for one that is not.
const json::value &at(const json::value &object, const char *member)
{
    return object.as_object().at(member);
}

std::string textAt(const json::value &object, const char *member)
{
    return std::string(at(object, member).as_string());
}

std::string bytesOf(const std::string &hex)
{
    std::string bytes(hex.size() / 2, '\0');
    std::size_t written = 0;
    if (OPENSSL_hexstr2buf_ex(
            reinterpret_cast<unsigned char *>(bytes.data()), bytes.size(), &written, hex.c_str(), '\0')
        != 1)
        return {};
    bytes.resize(written);
    return bytes;
}

class PackCheck {
public:
    explicit PackCheck(const json::value &pack)
        : m_pack(pack)
    {
    }

    PackVerification run()
    {
        m_result.interaction = textAt(at(m_pack, "interaction"), "id");
        checkVerdict();
        checkPolicy();
        checkEntries();
        checkSignature();
        if (const json::value &head = at(at(m_pack, "audit"), "head"); !head.is_null())
            m_result.head = textAt(head, "hash");
        return std::move(m_result);
    }

private:
    void wrong(std::string problem)
    {
        if (m_result.problem.empty())
            m_result.problem = std::move(problem);
    }

    // What is shown of the call must be what was hashed.
    void checkVerdict()
    {
        const std::string text = textAt(m_pack, "verdict");
        if (sha256Hex(text) != textAt(m_pack, "verdict_hash"))
            return wrong("the verdict is not the one that was hashed");
        const json::value verdict = json::parse(text);
        const json::value &shown = at(m_pack, "interaction");
        for (const char *member : {"id", "at", "verdict", "severity", "outcome", "checks", "coverage"}) {
            if (at(verdict, member) != at(shown, member))
                return wrong(std::string("the call's \"") + member + "\" is not that of its verdict");
        }
        if (at(verdict, "policy") != at(at(shown, "policy"), "version"))
            wrong("the call's policy is not that of its verdict");
    }

    void checkPolicy()
    {
        const json::value &policy = at(m_pack, "policy");
        if (policy.is_null())
            return;
        const std::string version = textAt(policy, "version");
        const auto canonical = canonicalJson(json::parse(textAt(policy, "document")));
        if (!canonical || "sha256:" + sha256Hex(*canonical) != version)
            wrong("the policy's document is not the one of its version");
        else if (version != textAt(at(at(m_pack, "interaction"), "policy"), "version"))
            wrong("the policy is not the one that judged the call");
    }

    void checkEntries()
    {
        std::int64_t before = 0;
        for (const json::value &entry : at(at(m_pack, "audit"), "entries").as_array()) {
            const std::int64_t seq = at(entry, "seq").as_int64();
            const std::string text = textAt(entry, "entry");
            const std::string previous = textAt(entry, "previous_hash");
            const std::string hash = textAt(entry, "hash");
            if (sha256Hex(previous + "\n" + text) != hash)
                return wrong("audit entry " + std::to_string(seq) + " is not the one that was hashed");
            const json::value parsed = json::parse(text);
            if (at(parsed, "seq") != seq)
                return wrong("audit entry " + std::to_string(seq) + " has another number inside");
            const bool follows = m_result.entries > 0 && seq == before + 1;
            if (seq <= before || (follows && previous != m_lastHash))
                return wrong("audit entry " + std::to_string(seq) + " does not follow the one before it");
            // From the last one about the call on, hash after hash has to lead to the signature.
            const bool isAboutCall = textAt(parsed, "object") == "interaction:" + m_result.interaction;
            m_isLinked = isAboutCall || (m_isLinked && follows);
            if (m_isLinked)
                m_linked.insert_or_assign(seq, hash);
            before = seq;
            m_lastHash = hash;
            ++m_result.entries;
        }
    }

    void checkSignature()
    {
        const json::value &read = at(at(m_pack, "audit"), "signed_head");
        if (read.is_null())
            return;
        const auto time = fromRfc3339(textAt(read, "at"));
        AuditHead head{at(read, "seq").as_int64(), textAt(read, "hash"), {}, textAt(read, "gateway"),
            bytesOf(textAt(read, "public_key")), bytesOf(textAt(read, "signature"))};
        if (time)
            head.at = *time;
        if (!time || !isSignatureGood(head))
            return wrong("the signature of the audit log's head does not fit");
        const auto linked = m_linked.find(head.seq);
        if (linked != m_linked.end() && linked->second != head.hash)
            return wrong("the signed head is not the entry of its number");
        // Every entry about the call stands before the signature, or is the one that was signed.
        m_result.isSigned = linked != m_linked.end() && m_linked.rbegin()->first == head.seq;
    }

    const json::value &m_pack;
    PackVerification m_result;
    std::map<std::int64_t, std::string> m_linked; // hashes by number
    std::string m_lastHash;
    bool m_isLinked = false;
};

} // namespace

Result<PackVerification> verifyPack(std::string_view text)
{
    const auto noPack = [] {
        return fail(ErrorKind::InvalidInput, "this is no evidence pack", {},
            "give the JSON file of `gatehouse interaction pack` or of the console");
    };
    if (text.size() > largestPack)
        return noPack();
    try {
        const json::value pack = json::parse(text);
        if (textAt(pack, "format") != "gatehouse-evidence-pack/1")
            return noPack();
        return PackCheck(pack).run();
    } catch (const std::exception &) {
        return noPack();
    }
}

} // namespace gatehouse::store
