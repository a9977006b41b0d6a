// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// Times detectors from npm over the texts of one run: node peers.mjs TEXTS.json, {"group": ["text", …], …}.
// One JSON line a peer and group, in CPU time as we count ours; a peer that can't be loaded says so and is passed over.
import { readFileSync } from 'node:fs'

const rounds = 5
const groups = JSON.parse(readFileSync(process.argv[2], 'utf8'))

// The peers write notes of their own to the output that carries the figures.
const print = (line) => process.stdout.write(JSON.stringify(line) + '\n')
console.log = console.info = console.warn = () => {}
// A worker that a peer starts beside its pattern mode and can't load ends nobody else's measuring.
process.on('uncaughtException', () => {})

const peers = {
  vard: async () => {
    const { default: vard } = await import('@andersmyrmel/vard')
    return (text) => {
      try {
        vard(text)
      } catch {
        // a finding is thrown
      }
    }
  },
  hai_guardrails: async () => {
    const { injectionGuard } = await import('@presidio-dev/hai-guardrails')
    const guard = injectionGuard({ roles: ['user'] }, { mode: 'pattern', threshold: 0.5 })
    return (text) => guard([{ role: 'user', content: text }])
  },
  llm_guardrail: async () => {
    const { checkInjection } = await import('llm_guardrail')
    return (text) => checkInjection(text)
  }
}

async function microsPerText(judge, texts) {
  const times = []
  for (let round = 0; round <= rounds; ++round) {
    const start = process.cpuUsage()
    let judged = 0
    // Short runs would measure the grain of the clock.
    do {
      for (const text of texts) await judge(text)
      judged += texts.length
    } while (judged < 50)
    const { user, system } = process.cpuUsage(start)
    times.push((user + system) / judged)
  }
  // The first round warms up.
  return times.slice(1).sort((a, b) => a - b)[Math.floor(rounds / 2)]
}

for (const [peer, load] of Object.entries(peers)) {
  try {
    const judge = await load()
    for (const [group, texts] of Object.entries(groups)) {
      print({ peer, group, us: await microsPerText(judge, texts) })
    }
  } catch (error) {
    print({ peer, skipped: String(error.message ?? error).split('\n')[0] })
  }
}
process.exit(0)
