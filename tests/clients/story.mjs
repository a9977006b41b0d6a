// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// One call by the official SDK; prints what an application would see as one JSON line.
// usage: GATEHOUSE_KEY=… GATEHOUSE_URL=… node story.mjs PROMPT
import OpenAI from 'openai';

const client = new OpenAI({apiKey: process.env.GATEHOUSE_KEY, baseURL: process.env.GATEHOUSE_URL, maxRetries: 0});
try {
  const {data, response} = await client.chat.completions
    .create({model: 'sandbox-small', messages: [{role: 'user', content: process.argv[2]}]})
    .withResponse();
  console.log(JSON.stringify({
    status: response.status,
    verdict: response.headers.get('x-gatehouse-verdict'),
    text: data.choices[0].message.content,
  }));
} catch (error) {
  if (!(error instanceof OpenAI.APIError) || error.status === undefined) throw error;
  console.log(JSON.stringify({status: error.status, type: error.constructor.name, code: error.code}));
}
