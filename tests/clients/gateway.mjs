// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// A gateway of its own for a test run: the real program, a fresh store, a sandbox provider, keys.

import {execFileSync, spawn} from 'node:child_process';
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {createInterface} from 'node:readline';

const wordRule = (id, stage, word, action) => ({
  id, stage, check: {kind: 'keywords', keywords: [word]}, action, severity: 'high',
});

// Words with a meaning: blockword and holdword in a request, maskword in either, stopword in an answer.
const policy = {
  format: 'gatehouse-policy/1',
  name: 'clients',
  defaults: {tell_caller: 'rule'},
  rules: [
    wordRule('no-blockword', 'request', 'blockword', 'block'),
    wordRule('ask-holdword', 'request', 'holdword', 'hold'),
    wordRule('mask-request', 'request', 'maskword', 'mask'),
    wordRule('mask-answer', 'response', 'maskword', 'mask'),
    wordRule('no-stopword', 'response', 'stopword', 'block'),
    {id: 'no-secrets-out', stage: 'response', check: {kind: 'secrets'}, action: 'mask', severity: 'high'},
  ],
};

export class Gateway {
  constructor(program) {
    this.program = program;
    this.folder = mkdtempSync(join(tmpdir(), 'gatehouse-clients-'));
    this.store = join(this.folder, 'gatehouse.db');
  }

  // Runs one command on the store; its output's lines as objects.
  run(...args) {
    const out = execFileSync(this.program, [...args, '--store', this.store, '--json'], {encoding: 'utf8'});
    return out.split('\n').filter(Boolean).map((line) => JSON.parse(line));
  }

  issueKey(...more) {
    return this.run('key', 'issue', '--team', 'payments', '--environment', 'test', '--use-case', 'assistant',
        '--models', '*', '--tools', 'lookup', '--create', ...more)[0];
  }

  // Newest first.
  interactions() {
    return this.run('interaction', 'list', '--limit', '1000');
  }

  interaction(id) {
    return this.run('interaction', 'show', id)[0];
  }

  async start() {
    this.run('store', 'init');
    const file = join(this.folder, 'policy.json');
    writeFileSync(file, JSON.stringify(policy));
    this.run('policy', 'publish', file, '--reason', 'client tests');
    this.run('provider', 'add', '--name', 'sandbox', '--kind', 'sandbox', '--models', 'sandbox-small,sandbox-large');
    const config = join(this.folder, 'gateway.json');
    writeFileSync(config, JSON.stringify({timeouts: {first_byte_ms: 1500}}));
    this.process = spawn(this.program,
        ['serve', '--store', this.store, '--listen', '127.0.0.1:0', '--config', config, '--exit-with-parent'],
        {stdio: ['pipe', 'pipe', 'inherit']});
    for await (const line of createInterface({input: this.process.stdout})) {
      this.url = `http://${JSON.parse(line).listening}/v1`;
      return;
    }
    throw new Error('the gateway ended before it listened');
  }

  async stop() {
    const ended = new Promise((resolve) => this.process.once('exit', resolve));
    this.process.stdin.end();
    const status = await ended;
    rmSync(this.folder, {recursive: true});
    return status;
  }
}

// Asks again and again, without a clock, until `holds` says yes.
export async function until(holds, tries = 2000) {
  for (let i = 0; i < tries; i++) {
    const value = await holds();
    if (value) return value;
    await new Promise(setImmediate);
  }
  throw new Error('what was waited for did not come');
}
