// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/keys/snippets.h"

namespace gatehouse::console {

QString curlSnippet(const QString &address, const QString &model, const QString &key)
{
    return QStringLiteral(
        "curl http://%1/v1/chat/completions \\\n"
        "  -H 'Authorization: Bearer %2' \\\n"
        "  -H 'Content-Type: application/json' \\\n"
        "  -d '{\"model\": \"%3\", \"messages\": [{\"role\": \"user\", \"content\": \"Hello\"}]}'\n")
        .arg(address, key, model);
}

QString nodeSnippet(const QString &address, const QString &model, const QString &key)
{
    return QStringLiteral("import OpenAI from 'openai';\n\n"
                          "const client = new OpenAI({ baseURL: 'http://%1/v1', apiKey: '%2' });\n"
                          "const answer = await client.chat.completions.create({\n"
                          "  model: '%3', messages: [{ role: 'user', content: 'Hello' }] });\n"
                          "console.log(answer.choices[0].message.content);\n")
        .arg(address, key, model);
}

QString pythonSnippet(const QString &address, const QString &model, const QString &key)
{
    return QStringLiteral("from openai import OpenAI\n\n"
                          "client = OpenAI(base_url=\"http://%1/v1\", api_key=\"%2\")\n"
                          "answer = client.chat.completions.create(\n"
                          "    model=\"%3\", messages=[{\"role\": \"user\", \"content\": \"Hello\"}])\n"
                          "print(answer.choices[0].message.content)\n")
        .arg(address, key, model);
}

} // namespace gatehouse::console
