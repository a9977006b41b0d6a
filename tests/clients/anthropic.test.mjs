// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// The official Anthropic client against a running gateway: what an application sees, in its own library's
// words.

import Anthropic from '@anthropic-ai/sdk';
import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';

import {Gateway, until} from './gateway.mjs';

const gateway = new Gateway(process.env.GATEHOUSE_PROGRAM);
let client;

const clientFor = (apiKey, options = {}) =>
  new Anthropic({apiKey, baseURL: gateway.url.replace(/\/v1$/, ''), ...options});
const request = (content, more = {}) =>
  ({model: 'sandbox-small', max_tokens: 1000, messages: [{role: 'user', content}], ...more});
const ask = (content, more = {}) => client.messages.create(request(content, more));

async function refused(promise, type, status, code) {
  const error = await promise.then(() => assert.fail('the call was answered'), (reason) => reason);
  assert.ok(error instanceof type, `${error.constructor.name}: ${error.message}`);
  assert.equal(error.status, status);
  assert.equal(error.error.type, 'error');
  assert.equal(error.error.error.code, code);
  return error.error.error;
}

before(async () => {
  await gateway.start();
  client = clientFor(gateway.issueKey().secret);
  await until(() => ask('ready?').then(() => true, () => false));
});

after(async () => assert.equal(await gateway.stop(), 0));

test('a plain answer', async () => {
  const {data, response} = await ask('What is a monad?', {system: 'Be brief'}).withResponse();
  assert.match(data.content[0].text, /What is a monad\?/);
  assert.equal(data.stop_reason, 'end_turn');
  assert.ok(data.usage.input_tokens > 0 && data.usage.output_tokens > 0);
  assert.equal(response.headers.get('x-gatehouse-verdict'), 'allowed');
  const [newest] = gateway.interactions();
  assert.equal(newest.id, response.headers.get('x-gatehouse-interaction'));
  assert.equal(newest.route, 'messages');
  assert.equal(newest.outcome, 'completed');
});

test('the tokens of a request', async () => {
  const count = await client.messages.countTokens(
      {model: 'sandbox-small', messages: [{role: 'user', content: 'hello'}]});
  assert.equal(count.input_tokens, 2);
});

test('the models of a key', async () => {
  const models = [];
  for await (const model of client.models.list()) models.push([model.id, model.type]);
  assert.deepEqual(models, [['sandbox-large', 'model'], ['sandbox-small', 'model']]);
});

test('a streamed answer', async () => {
  const stream = client.messages.stream(request('Tell me a maskword story'));
  let text = '';
  stream.on('text', (delta) => (text += delta));
  const final = await stream.finalMessage();
  assert.match(text, /^You asked: Tell me a \[masked:keyword\] story/);
  assert.equal(final.content[0].text, text);
  assert.equal(final.stop_reason, 'end_turn');
  assert.ok(final.usage.output_tokens > 0);
});

const tools = [{name: 'lookup', input_schema: {type: 'object', properties: {text: {type: 'string'}}}}];

test('a tool call and its result', async () => {
  const first = await ask('sandbox: tool lookup', {tools});
  const [call] = first.content;
  assert.equal(first.stop_reason, 'tool_use');
  assert.equal(call.name, 'lookup');
  assert.equal(typeof call.input.text, 'string');
  const second = await client.messages.create({
    model: 'sandbox-small',
    max_tokens: 1000,
    tools,
    messages: [
      {role: 'user', content: 'look it up'},
      {role: 'assistant', content: first.content},
      {role: 'user', content: [{type: 'tool_result', tool_use_id: call.id, content: 'forty-two'}]},
    ],
  });
  assert.match(second.content[0].text, /The tool returned: forty-two/);
});

test('a streamed tool call', async () => {
  const final = await client.messages.stream(request('sandbox: tool lookup', {tools})).finalMessage();
  assert.equal(final.content[0].name, 'lookup');
  assert.equal(typeof final.content[0].input.text, 'string');
  assert.equal(final.stop_reason, 'tool_use');
});

test('a structured answer, by the tool that must be called', async () => {
  const choice = {type: 'tool', name: 'lookup'};
  const answer = await ask('sandbox: tool lookup', {tools, tool_choice: choice});
  assert.deepEqual(Object.keys(answer.content[0].input), ['text']);
});

test('a wrong key is an authentication error', async () => {
  const promise = clientFor('nobody').messages.create(request('x'));
  await refused(promise, Anthropic.AuthenticationError, 401, 'invalid_api_key');
});

test('what a key may not is a permission error', async () => {
  await refused(ask('x', {model: 'no-such-model'}), Anthropic.PermissionDeniedError, 403, 'model_not_allowed');
  const other = [{name: 'delete_everything', input_schema: {type: 'object'}}];
  await refused(ask('x', {tools: other}), Anthropic.PermissionDeniedError, 403, 'tool_not_allowed');
  await refused(ask('holdword'), Anthropic.PermissionDeniedError, 403, 'held');
});

test('a blocked request is a bad request that says which rule, asked once', async () => {
  let calls = 0;
  const counted = clientFor(client.apiKey, {
    fetch: (url, init) => {
      calls++;
      return fetch(url, init);
    },
  });
  const promise = counted.messages.create(request('the blockword'));
  const error = await refused(promise, Anthropic.BadRequestError, 400, 'content_policy');
  assert.equal(error.type, 'invalid_request_error');
  assert.equal(error.gatehouse.rule, 'no-blockword');
  assert.equal(calls, 1);
  assert.equal(gateway.interaction(error.gatehouse.interaction).verdict, 'blocked');
});

test('a provider that fails is a server error', async () => {
  await refused(ask('sandbox: error 500'), Anthropic.InternalServerError, 502, 'upstream_error');
  await refused(ask('sandbox: garbage'), Anthropic.InternalServerError, 502, 'upstream_error');
  const promise = client.messages.create(request('sandbox: error 429'), {maxRetries: 0});
  await refused(promise, Anthropic.RateLimitError, 429, 'rate_limit_exceeded');
});

test('a cut stream ends with an error', async () => {
  let text = '';
  const stream = await ask('some words, then stopword, then more', {stream: true});
  await assert.rejects(async () => {
    for await (const event of stream) text += event.delta?.text ?? '';
  }, (error) => error instanceof Anthropic.APIError && /content_policy/.test(error.message));
  assert.match(text, /^You asked: some/);
  assert.doesNotMatch(text, /stopword|then more/);
  assert.equal(gateway.interactions()[0].outcome, 'cut');
});

test('an aborted stream is recorded as such', async () => {
  const stream = await ask('sandbox: long 100000, pace 5ms', {stream: true});
  for await (const event of stream) {
    if (event.delta?.text) break;
  }
  stream.controller.abort();
  await until(() => gateway.interactions()[0].outcome === 'client_abort');
});

test('every call was recorded once, and none is left open', () => {
  const all = gateway.interactions();
  assert.equal(new Set(all.map((row) => row.id)).size, all.length);
  assert.deepEqual(all.filter((row) => row.outcome === 'pending'), []);
});
