// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// The official OpenAI client on the routes beside chat, structured chat answers, and curl.

import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {after, before, test} from 'node:test';
import OpenAI from 'openai';

import {Gateway, until} from './gateway.mjs';

const gateway = new Gateway(process.env.GATEHOUSE_PROGRAM);
let key;
let client;

const respond = (input, more = {}) => client.responses.create({model: 'sandbox-small', input, ...more});

before(async () => {
  await gateway.start();
  key = gateway.issueKey();
  client = new OpenAI({apiKey: key.secret, baseURL: gateway.url});
  await until(() => client.models.list().then(() => true, () => false));
});

after(async () => assert.equal(await gateway.stop(), 0));

test('a response', async () => {
  const answer = await respond('What is a monad?', {instructions: 'Be brief'});
  assert.match(answer.output_text, /What is a monad\?/);
  assert.equal(answer.status, 'completed');
  assert.ok(answer.usage.total_tokens > 0);
  assert.equal(gateway.interactions()[0].route, 'responses');
});

test('a streamed response', async () => {
  const stream = client.responses.stream({model: 'sandbox-small', input: 'Tell me a maskword story'});
  let text = '';
  stream.on('response.output_text.delta', (event) => (text += event.delta));
  const final = await stream.finalResponse();
  assert.match(text, /^You asked: Tell me a \[masked:keyword\] story/);
  assert.equal(final.output[0].content[0].text, text);
  assert.equal(final.status, 'completed');
});

const tools = [{type: 'function', name: 'lookup', strict: false, parameters: {type: 'object', properties: {}}}];

test('a function call in a response, plain and streamed', async () => {
  const [call] = (await respond('sandbox: tool lookup', {tools})).output;
  assert.equal(call.name, 'lookup');
  assert.equal(typeof JSON.parse(call.arguments).text, 'string');
  const final = await client.responses.stream({model: 'sandbox-small', input: 'sandbox: tool lookup', tools})
      .finalResponse();
  assert.equal(final.output[0].name, 'lookup');
  const next = await respond([
    {role: 'user', content: 'look it up'}, call,
    {type: 'function_call_output', call_id: call.call_id, output: 'forty-two'},
  ], {tools});
  assert.match(next.output_text, /The tool returned: forty-two/);
});

test('a blocked response is a bad request, a cut one is incomplete', async () => {
  const error = await respond('the blockword').catch((reason) => reason);
  assert.ok(error instanceof OpenAI.BadRequestError);
  assert.equal(error.error.gatehouse.rule, 'no-blockword');
  let last;
  let text = '';
  for await (const event of await respond('some words, then stopword, then more', {stream: true})) {
    last = event;
    if (event.type === 'response.output_text.delta') text += event.delta;
  }
  assert.equal(last.type, 'response.incomplete');
  assert.equal(last.response.incomplete_details.reason, 'content_filter');
  assert.doesNotMatch(text, /stopword|then more/);
});

test('structured answers', async () => {
  const schema = {type: 'object', properties: {text: {type: 'string'}}, required: ['text']};
  const chat = await client.beta.chat.completions.parse({
    model: 'sandbox-small',
    messages: [{role: 'user', content: 'sandbox: json once upon a time'}],
    response_format: {type: 'json_schema', json_schema: {name: 'story', strict: true, schema}},
  });
  assert.equal(JSON.parse(chat.choices[0].message.content).text, 'once upon a time');
  const format = {type: 'json_schema', name: 'story', strict: true, schema};
  const response = await respond('sandbox: json once upon a time', {text: {format}});
  assert.equal(JSON.parse(response.output_text).text, 'once upon a time');
});

test('completions', async () => {
  const plain = await client.completions.create({model: 'sandbox-small', prompt: 'Once upon'});
  assert.match(plain.choices[0].text, /Once upon/);
  let text = '';
  const stream = await client.completions.create({model: 'sandbox-small', prompt: 'Once upon', stream: true});
  for await (const chunk of stream) text += chunk.choices[0]?.text ?? '';
  assert.equal(text, plain.choices[0].text);
});

test('embeddings', async () => {
  const answer = await client.embeddings.create(
      {model: 'sandbox-small', input: ['one', 'two'], encoding_format: 'float'});
  assert.equal(answer.data.length, 2);
  assert.equal(answer.data[0].embedding.length, 8);
});

test('moderations', async () => {
  const answer = await client.moderations.create({input: ['fine', 'the blockword']});
  assert.deepEqual(answer.results.map((result) => result.flagged), [false, true]);
  assert.equal(answer.gatehouse.verdict, 'blocked');
});

test('curl, plain and streamed, with each way to send a key', () => {
  const curl = (path, field, body) => execFileSync('curl', ['-sS', '--no-buffer', gateway.url + path, '-H', field,
    '-H', 'content-type: application/json', '-d', JSON.stringify(body)], {encoding: 'utf8'});
  const chat = {model: 'sandbox-small', messages: [{role: 'user', content: 'hello'}]};
  const plain = JSON.parse(curl('/chat/completions', `authorization: Bearer ${key.secret}`, chat));
  assert.match(plain.choices[0].message.content, /hello/);
  const streamed = curl('/chat/completions', `api-key: ${key.secret}`, {...chat, stream: true});
  assert.match(streamed, /data: \[DONE\]\n\n$/);
  const message = curl('/messages', `x-api-key: ${key.secret}`, {...chat, max_tokens: 10, stream: true});
  assert.match(message, /^event: message_start\n/);
});

test('every call was recorded once, and none is left open', () => {
  const all = gateway.interactions();
  assert.equal(new Set(all.map((row) => row.id)).size, all.length);
  assert.deepEqual(all.filter((row) => row.outcome === 'pending'), []);
});
