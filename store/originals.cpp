// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "store/originals.h"

#include "core/policy/verdict.h"

#include <boost/json.hpp>
#include <openssl/crypto.h>

namespace gatehouse::store {

namespace json = boost::json;

namespace {

// Wipes what it gives back, so that originals stay in no block of memory that was used for reading. Nothing
// in JSON is aligned more than new aligns, and Boost.JSON does not give a short key back as it asked for it.
class WipingMemory : public json::memory_resource {
    void *do_allocate(std::size_t size, std::size_t /*alignment*/) override { return ::operator new(size); }
    void do_deallocate(void *place, std::size_t size, std::size_t /*alignment*/) override
    {
        OPENSSL_cleanse(place, size);
        ::operator delete(place);
    }
    bool do_is_equal(const json::memory_resource &other) const noexcept override { return this == &other; }
};

json::array rangeJson(const ByteRange &range, json::storage_ptr memory)
{
    return json::array({range.start, range.end}, std::move(memory));
}

ByteRange rangeFrom(const json::value &in)
{
    const json::array &pair = in.as_array();
    return {pair.at(0).to_number<std::size_t>(), pair.at(1).to_number<std::size_t>()};
}

Original originalFrom(const json::object &in)
{
    return {in.at("segment").to_number<int>(), rangeFrom(in.at("range")), rangeFrom(in.at("stored")),
        json::value_to<std::string>(in.at("label")), SecretString(in.at("text").as_string())};
}

tl::unexpected<Error> strange(const char *what, const InteractionId &call)
{
    return fail(ErrorKind::Corrupt, what, call.value, "restore the store from a backup");
}

} // namespace

SecretString toJson(const BodyOriginals &body)
{
    WipingMemory memory;
    const json::storage_ptr wiping(&memory);
    json::array originals(wiping);
    for (const Original &each : body.originals) {
        json::object original(wiping);
        original["segment"] = each.segment;
        original["range"] = rangeJson(each.range, wiping);
        original["stored"] = rangeJson(each.stored, wiping);
        original["label"] = each.label;
        original["text"] = each.text.reveal();
        originals.push_back(std::move(original));
    }
    json::object all(wiping);
    all["call"] = body.call.value;
    all["in"] = name(body.in);
    all["originals"] = std::move(originals);
    std::string text = json::serialize(all);
    SecretString sealed(text);
    OPENSSL_cleanse(text.data(), text.size());
    return sealed;
}

Result<BodyOriginals> originalsFromJson(std::string_view text, const InteractionId &call, BodyPart in)
{
    WipingMemory memory;
    try {
        const json::value value
            = json::parse(json::string_view(text.data(), text.size()), json::storage_ptr(&memory));
        const json::object &all = value.as_object();
        BodyOriginals body{call, in, {}};
        if (all.at("call").as_string() != call.value || all.at("in").as_string() != name(in))
            return strange("sealed originals are those of another call", call);
        for (const json::value &each : all.at("originals").as_array())
            body.originals.push_back(originalFrom(each.as_object()));
        return body;
    } catch (const std::exception &) {
        return strange("sealed originals can't be read", call);
    }
}

} // namespace gatehouse::store
