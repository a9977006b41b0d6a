// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/review/reveal.h"

#include "models/review/revealed_call.h"
#include "models/store_session.h"
#include "models/text.h"
#include "store/interactions.h"
#include "store/key_folder.h"
#include "store/sealed_originals.h"

namespace gatehouse::console {

namespace {

// The key is tried before anything is noted or asked: a mistyped passphrase is no look at anything.
Result<Conversation> read(store::Store &store, const RevealWish &wish)
{
    const auto file = store::readPrivateFile(wish.keyFile.toStdString());
    if (!file)
        return tl::unexpected<Error>(file.error());
    const auto key = store::RecipientKey::read(*file, wish.passphrase);
    if (!key)
        return tl::unexpected<Error>(key.error());
    const InteractionId id{wish.id.toStdString()};
    const auto bodies = store::revealOriginals(store, id, *key, wish.reason.toStdString());
    if (!bodies)
        return tl::unexpected<Error>(bodies.error());
    auto detail = store::showInteraction(store, id);
    if (!detail)
        return tl::unexpected<Error>(detail.error());
    return revealedConversation(std::move(*detail), *bodies);
}

} // namespace

Reveal::Reveal(StoreSession &session, QObject *parent)
    : QObject(parent)
    , m_session(session)
{
}

void Reveal::ask(const RevealWish &wish)
{
    m_session.writer().change(
        this, [wish](store::Store &store) { return read(store, wish); },
        [this, id = wish.id](const Result<Conversation> &conversation) {
            if (conversation)
                Q_EMIT revealed(id, *conversation);
            else
                Q_EMIT failed(errorText(conversation.error()));
        });
}

} // namespace gatehouse::console
