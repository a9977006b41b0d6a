// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// The official OpenAI client against a running gateway: what an application sees, in its own library's words.

import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import OpenAI from 'openai';

import {Gateway, until} from './gateway.mjs';

const gateway = new Gateway(process.env.GATEHOUSE_PROGRAM);
let key;
let client;

const clientFor = (apiKey, options = {}) => new OpenAI({apiKey, baseURL: gateway.url, ...options});
const request = (content, more = {}) => ({model: 'sandbox-small', messages: [{role: 'user', content}], ...more});
const ask = (content, more = {}) => client.chat.completions.create(request(content, more));

// How often the client called, retries included.
function counting() {
  let calls = 0;
  const counted = clientFor(key.secret, {
    fetch: (url, init) => {
      calls++;
      return fetch(url, init);
    },
  });
  return {counted, calls: () => calls};
}

async function refused(promise, type, status, code) {
  const error = await promise.then(() => assert.fail('the call was answered'), (reason) => reason);
  assert.ok(error instanceof type, `${error.constructor.name}: ${error.message}`);
  assert.equal(error.status, status);
  assert.equal(error.code, code);
  return error;
}

before(async () => {
  await gateway.start();
  key = gateway.issueKey();
  client = clientFor(key.secret);
  await until(() => ask('ready?').then(() => true, () => false));
});

after(async () => assert.equal(await gateway.stop(), 0));

test('a plain answer', async () => {
  const {data, response} = await ask('What is a monad?').withResponse();
  assert.match(data.choices[0].message.content, /What is a monad\?/);
  assert.equal(data.choices[0].finish_reason, 'stop');
  assert.equal(data.usage.total_tokens, data.usage.prompt_tokens + data.usage.completion_tokens);
  assert.equal(response.headers.get('x-gatehouse-verdict'), 'allowed');
  assert.match(response.headers.get('x-gatehouse-policy'), /^clients@sha256:[0-9a-f]{12}$/);
  const [newest] = gateway.interactions();
  assert.equal(newest.id, response.headers.get('x-gatehouse-interaction'));
  assert.equal(newest.outcome, 'completed');
});

test('the models of a key', async () => {
  const models = [];
  for await (const model of client.models.list()) models.push(model.id);
  assert.deepEqual(models, ['sandbox-large', 'sandbox-small']);
});

test('a streamed answer, with usage', async () => {
  const stream = await ask('Tell me a story', {stream: true, stream_options: {include_usage: true}});
  let text = '';
  let finish;
  let usage;
  for await (const chunk of stream) {
    text += chunk.choices[0]?.delta?.content ?? '';
    finish = chunk.choices[0]?.finish_reason ?? finish;
    usage = chunk.usage ?? usage;
  }
  assert.match(text, /^You asked: Tell me a story/);
  assert.equal(finish, 'stop');
  assert.ok(usage.completion_tokens > 0);
});

test('the stream helper assembles the same', async () => {
  const stream = client.beta.chat.completions.stream(request('Tell me a story'));
  const final = await stream.finalChatCompletion();
  assert.match(final.choices[0].message.content, /^You asked: Tell me a story/);
});

const tools = [{type: 'function', function: {name: 'lookup', parameters: {type: 'object', properties: {}}}}];

test('a tool call and its result', async () => {
  const first = await ask('sandbox: tool lookup', {tools});
  const [call] = first.choices[0].message.tool_calls;
  assert.equal(first.choices[0].finish_reason, 'tool_calls');
  assert.equal(call.function.name, 'lookup');
  assert.equal(typeof JSON.parse(call.function.arguments).text, 'string');
  const second = await client.chat.completions.create({
    model: 'sandbox-small',
    tools,
    messages: [
      {role: 'user', content: 'look it up'},
      first.choices[0].message,
      {role: 'tool', tool_call_id: call.id, content: 'forty-two'},
    ],
  });
  assert.match(second.choices[0].message.content, /The tool returned: forty-two/);
});

test('a streamed tool call', async () => {
  const stream = client.beta.chat.completions.stream(request('sandbox: tool lookup', {tools}));
  const final = await stream.finalChatCompletion();
  const [call] = final.choices[0].message.tool_calls;
  assert.equal(call.function.name, 'lookup');
  assert.equal(typeof JSON.parse(call.function.arguments).text, 'string');
});

test('a wrong key is an authentication error, asked once', async () => {
  const stranger = clientFor('sk-nobody');
  const error = await refused(stranger.models.list(), OpenAI.AuthenticationError, 401, 'invalid_api_key');
  assert.equal(error.headers['x-should-retry'], 'false');
});

test('what a key may not is a permission error', async () => {
  await refused(ask('x', {model: 'no-such-model'}), OpenAI.PermissionDeniedError, 403, 'model_not_allowed');
  const other = [{type: 'function', function: {name: 'delete_everything'}}];
  await refused(ask('x', {tools: other}), OpenAI.PermissionDeniedError, 403, 'tool_not_allowed');
  const narrow = gateway.issueKey('--routes', 'models');
  const error = await until(async () => {
    const reason = await clientFor(narrow.secret).chat.completions.create(request('x')).catch((caught) => caught);
    return reason.status === 401 ? null : reason;
  });
  assert.equal(error.code, 'route_not_allowed');
});

test('a blocked request is a bad request that says which rule, asked once', async () => {
  const {counted, calls} = counting();
  const promise = counted.chat.completions.create(request('the blockword'));
  const error = await refused(promise, OpenAI.BadRequestError, 400, 'content_policy');
  assert.equal(error.error.gatehouse.rule, 'no-blockword');
  assert.equal(error.error.gatehouse.stage, 'request');
  assert.equal(error.param, null);
  assert.equal(calls(), 1);
  assert.equal(gateway.interaction(error.error.gatehouse.interaction).verdict, 'blocked');
});

test('a blocked answer of a plain call says so', async () => {
  const error = await refused(ask('say stopword'), OpenAI.BadRequestError, 400, 'content_policy');
  assert.equal(error.error.gatehouse.stage, 'response');
});

test('a held call passes once released', async () => {
  const error = await refused(ask('please holdword'), OpenAI.PermissionDeniedError, 403, 'held');
  gateway.run('review', 'release', error.error.gatehouse.interaction);
  const answer = await ask('please holdword');
  assert.equal(answer.choices[0].finish_reason, 'stop');
  await refused(ask('please holdword'), OpenAI.PermissionDeniedError, 403, 'held');
});

test('an unknown endpoint is not found', async () => {
  const promise = client.post('/audio/speech', {body: {model: 'sandbox-small', input: 'x'}});
  await refused(promise, OpenAI.NotFoundError, 404, 'unknown_url');
});

test('a body that cannot be read is a bad request', async () => {
  const promise = client.post('/chat/completions', {body: {model: 'sandbox-small', messages: 'none'}});
  await refused(promise, OpenAI.BadRequestError, 400, 'malformed_body');
});

test('a provider that fails is a server error, asked once', async () => {
  const {counted, calls} = counting();
  const promise = counted.chat.completions.create(request('sandbox: error 500'));
  await refused(promise, OpenAI.InternalServerError, 502, 'upstream_error');
  assert.equal(calls(), 1);
  await refused(ask('sandbox: garbage'), OpenAI.InternalServerError, 502, 'upstream_error');
  await refused(ask('sandbox: drop'), OpenAI.InternalServerError, 502, 'upstream_error');
  await refused(ask('sandbox: slow 20s'), OpenAI.InternalServerError, 504, 'upstream_timeout');
});

test('a provider out of patience is a rate limit, and is asked again', async () => {
  const {counted, calls} = counting();
  const promise = counted.chat.completions.create(request('sandbox: error 429'), {maxRetries: 1});
  const error = await refused(promise, OpenAI.RateLimitError, 429, 'rate_limit_exceeded');
  assert.equal(error.headers['retry-after'], '1');
  assert.equal(calls(), 2);
});

test('a cut stream ends with content_filter', async () => {
  let text = '';
  let finish;
  for await (const chunk of await ask('some words, then stopword, then more', {stream: true})) {
    text += chunk.choices[0]?.delta?.content ?? '';
    finish = chunk.choices[0]?.finish_reason ?? finish;
  }
  assert.equal(finish, 'content_filter');
  assert.doesNotMatch(text, /stopword|then more/);
  assert.equal(gateway.interactions()[0].outcome, 'cut');
});

test('a secret is masked across the pieces of a stream', async () => {
  let text = '';
  for await (const chunk of await ask('sandbox: secret', {stream: true})) {
    text += chunk.choices[0]?.delta?.content ?? '';
  }
  assert.match(text, /aws_access_key_id = \[masked:aws-access-key-id\]/);
  assert.doesNotMatch(text, /AKIA/);
  assert.equal(gateway.interactions()[0].verdict, 'masked');
});

test('a stream that breaks is an error, not an end', async () => {
  const stream = await ask('sandbox: long 2000, drop', {stream: true});
  await assert.rejects(async () => {
    for await (const chunk of stream) assert.equal(chunk.object, 'chat.completion.chunk');
  }, OpenAI.APIError);
  assert.equal(gateway.interactions()[0].outcome, 'upstream_error');
});

test('an aborted stream is recorded as such', async () => {
  const stream = await ask('sandbox: long 100000, pace 5ms', {stream: true});
  let id;
  for await (const chunk of stream) {
    id = chunk.id;
    if (chunk.choices[0]?.delta?.content) break;
  }
  assert.ok(id);
  stream.controller.abort();
  await until(() => gateway.interactions()[0].outcome === 'client_abort');
  const {received_bytes: received} = gateway.interaction(gateway.interactions()[0].id);
  assert.ok(received > 0 && received < 100000);
});

test('a revoked key is refused', async () => {
  const other = gateway.issueKey();
  const theirs = clientFor(other.secret);
  await until(() => theirs.models.list().then(() => true, () => false));
  gateway.run('key', 'revoke', other.id);
  const error = await until(() => theirs.models.list().then(() => null, (reason) => reason));
  assert.ok(error instanceof OpenAI.PermissionDeniedError);
  assert.equal(error.code, 'key_revoked');
});

test('every call was recorded once, and none is left open', () => {
  const all = gateway.interactions();
  assert.equal(new Set(all.map((row) => row.id)).size, all.length);
  assert.deepEqual(all.filter((row) => row.outcome === 'pending'), []);
});
