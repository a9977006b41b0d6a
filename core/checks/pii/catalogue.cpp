// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/pii/catalogue.h"

#include "core/base/digest.h"
#include "core/checks/pii/phone.h"

#include <algorithm>
#include <array>

namespace gatehouse {

std::vector<IdentifierKind> allIdentifiers()
{
    using namespace pii;
    std::vector<IdentifierKind> all;
    for (const auto table :
        {unitedStatesIdentifiers, americanIdentifiers, britishIdentifiers, westEuropeanIdentifiers,
            southEuropeanIdentifiers, northEuropeanIdentifiers, eastEuropeanIdentifiers,
            middleEasternAndAfricanIdentifiers, southAsianIdentifiers, eastAsianIdentifiers,
            pacificIdentifiers, vatIdentifiers, bankIdentifiers, documentIdentifiers, deviceIdentifiers}) {
        std::vector<IdentifierKind> more = table();
        all.insert(all.end(), more.begin(), more.end());
    }
    return all;
}

namespace pii {

namespace {

constexpr std::array<std::string_view, 13> versionWords{"version", "release", "v", "ver", "build", "firmware",
    "sdk", "upgrade", "oid", "changelog", "driver", "kernel", "assembly"};

// Numbers of things, not of people: what they name is left out unless words or form say more.
constexpr std::array<std::string_view, 46> thingWords{"order", "order number", "order id", "invoice",
    "tracking", "ticket", "sku", "part number", "serial number", "serial", "product code", "product id",
    "isbn", "issn", "doi", "ean", "upc", "gtin", "barcode", "commit", "build", "version", "transaction id",
    "request id", "trace id", "session id", "timestamp", "epoch", "hash", "checksum", "nonce", "seed",
    "total", "sum", "population", "revenue", "bestellnummer", "rechnungsnummer", "artikelnummer",
    "numéro de commande", "facture", "pedido", "factura", "ordine", "bestelnummer", "order no"};

std::vector<std::string_view> shapesOf(const std::vector<IdentifierKind> &kinds)
{
    std::vector<std::string_view> shapes;
    for (const IdentifierKind &kind : kinds) {
        for (const IdentifierForm &form : kind.forms)
            shapes.push_back(form.shape);
    }
    return shapes;
}

std::vector<CatalogueForm> formsOf(const std::vector<IdentifierKind> &kinds)
{
    std::vector<CatalogueForm> forms;
    for (std::size_t kind = 0; kind < kinds.size(); ++kind) {
        for (const IdentifierForm &form : kinds[kind].forms) {
            const bool bare = form.shape.find_first_not_of('9') == std::string_view::npos;
            forms.push_back({static_cast<std::uint16_t>(kind), static_cast<float>(form.alone), bare});
        }
    }
    return forms;
}

ContextWords wordsOf(const std::vector<IdentifierKind> &kinds)
{
    ContextWords words;
    for (std::size_t kind = 0; kind < kinds.size(); ++kind) {
        for (const std::string_view word : kinds[kind].context)
            words.add(word, kind);
    }
    for (const std::string_view word : phoneWords())
        words.add(word, Subject::phone);
    for (const std::string_view word : versionWords)
        words.add(word, Subject::version);
    for (const std::string_view word : thingWords)
        words.add(word, Subject::thing);
    words.finish();
    return words;
}

Catalogue build()
{
    std::vector<IdentifierKind> kinds = allIdentifiers();
    std::vector<CatalogueForm> forms = formsOf(kinds);
    ShapeAutomaton shapes(shapesOf(kinds));
    std::vector<Topics> ending(shapes.size());
    for (std::size_t state = 0; state < ending.size(); ++state) {
        for (const std::uint16_t form : shapes.accepted(static_cast<ShapeAutomaton::State>(state)))
            ending[state].set(forms[form].kind);
    }
    Topics capitals;
    for (std::size_t kind = 0; kind < kinds.size(); ++kind)
        capitals.set(kind, kinds[kind].capitals);
    ContextWords words = wordsOf(kinds);
    return {
        std::move(kinds), std::move(forms), std::move(shapes), std::move(words), std::move(ending), capitals};
}

} // namespace

const Catalogue &Catalogue::shared()
{
    static const Catalogue catalogue = build();
    return catalogue;
}

std::string catalogueDigest()
{
    std::string tables;
    const auto add = [&](std::string_view text) { tables.append(text) += '\n'; };
    const auto addNumber = [&](double number) { add(std::to_string(number)); };
    for (const IdentifierKind &kind : Catalogue::shared().kinds) {
        add(kind.kind);
        add(kind.group);
        addNumber(kind.withContext);
        add(kind.adjacent ? "adjacent" : "");
        add(kind.capitals ? "capitals" : "");
        for (const IdentifierForm &form : kind.forms) {
            add(form.shape);
            addNumber(form.alone);
        }
        for (const std::string_view word : kind.context)
            add(word);
    }
    for (const std::string_view word : phoneWords())
        add(word);
    for (const std::string_view word : versionWords)
        add(word);
    for (const std::string_view word : thingWords)
        add(word);
    for (const NationalPhone &phone : nationalPhones()) {
        add(phone.form);
        addNumber(phone.alone);
    }
    return sha256Hex(tables);
}

} // namespace pii

} // namespace gatehouse
