import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { UNUSABLE_SETTINGS } from '@wayproof/kernel/settings/setting'
import { systemClock, systemIds, systemTokens } from '@wayproof/kernel/system'
import { FIRST_WAIT_MS } from '@wayproof/letters/delivery/back-off'
import { letterRenderer } from '@wayproof/letters/rendering/render-letter'
import { smtpTransport } from '@wayproof/letters/smtp/smtp-transport'
import { sinkServer } from '@wayproof/letters/testing/sink-server'
import { RULES } from '@wayproof/scorecard/rules'
import { expect, it, onTestFinished } from 'vitest'
import { runScheduler } from '../src/scheduler.ts'
import {
  guardOf,
  inviteToday,
  noComparison,
  noPages,
  openCompany,
  ring,
  sleep,
  timeZone,
  traveler,
  urls,
} from './company.ts'

const LETTERS = 1000
const KILLS = 3
/** Workers of a scheduler, and so the number of letters in flight when it crashes. */
const IN_FLIGHT = 5

const main = fileURLToPath(new URL('../src/main.ts', import.meta.url))
const tsconfig = fileURLToPath(new URL('../tsconfig.json', import.meta.url))

function startScheduler(env: Record<string, string>): ChildProcess {
  const child = spawn(process.execPath, ['--import', 'tsx', main], {
    env: { PATH: process.env.PATH ?? '', TSX_TSCONFIG_PATH: tsconfig, ...env },
    cwd: fileURLToPath(new URL('..', import.meta.url)),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  return child
}

const textOf = (child: ChildProcess) => {
  let text = ''
  child.stdout?.on('data', (chunk) => {
    text += chunk
  })
  child.stderr?.on('data', (chunk) => {
    text += chunk
  })
  return () => text
}

it('reaches everyone although the scheduler is killed repeatedly, and duplicates at most the letters in flight', async () => {
  const company = await openCompany(systemClock)
  await inviteToday(company, LETTERS)
  writeFileSync(join(company.folder, 'key'), Buffer.alloc(32, 9).toString('hex'))
  const sink = await sinkServer()
  const env = { DATABASE_URL: company.database.databaseUrl, KEY_FILE: join(company.folder, 'key'), SMTP_URL: sink.url }

  for (let kill = 1; kill <= KILLS; kill += 1) {
    const child = startScheduler(env)
    const output = textOf(child)
    const goal = sink.received.length + 60 + kill * 7
    for (let waited = 0; sink.received.length < goal; waited += 2) {
      if (waited > 60_000 || child.exitCode !== null) throw new Error(`nothing is sent: ${output()}`)
      await wait(2)
    }
    child.kill('SIGKILL')
    await once(child, 'exit')
    expect((await company.store.outbox.counts()).queued).toBeGreaterThan(0)
  }

  // The killed schedulers' claims end with their leases, so the next one starts a minute later.
  const clock = { now: () => systemClock.now() + 61_000 }
  const abort = new AbortController()
  const log: unknown[] = []
  const transport = smtpTransport(sink.url)
  const machine = {
    ids: systemIds,
    tokens: systemTokens,
    clock,
    timeZone,
    sleep,
    keyring: ring,
    rules: RULES,
    log: (entry: unknown) => void log.push(entry),
  }
  const ports = {
    ...machine,
    store: company.store,
    clockGuard: guardOf(company.store),
    transport,
    render: letterRenderer(),
    urls,
    mailFrom: null,
    bounceAddress: null,
    bounceSources: [],
    fetchPage: noPages,
    comparePage: noComparison,
    firstWait: FIRST_WAIT_MS,
  }
  const run = runScheduler(ports, abort.signal)
  for (let waited = 0; (await company.store.outbox.counts()).queued > 0; waited += 100) {
    if (waited > 60_000) throw new Error(`letters still wait: ${JSON.stringify(log)}`)
    await wait(100)
  }
  abort.abort()
  await run
  await transport.close()

  const times = new Map<string, number>()
  const ids = new Map<string, Set<string>>()
  for (const { to, raw } of sink.received) {
    const address = to.join()
    times.set(address, (times.get(address) ?? 0) + 1)
    ids.set(address, (ids.get(address) ?? new Set()).add(/^Message-ID:\s+(\S+)/m.exec(raw)?.[1] ?? ''))
  }
  expect([...times.keys()].sort()).toEqual(Array.from({ length: LETTERS }, (_, n) => traveler(n)).sort())
  expect(sink.received.length - LETTERS).toBeLessThanOrEqual(KILLS * IN_FLIGHT)
  for (const [, messageIds] of ids) expect(messageIds.size).toBe(1)
  expect(await company.store.outbox.counts()).toEqual({
    queued: 0,
    sent: LETTERS,
    written: 0,
    failed: 0,
    suppressed: 0,
    bounced: 0,
    complained: 0,
  })
  expect(JSON.stringify(log)).not.toMatch(/traveler\.example|\/s\/|\/u\//)
})

it('finishes the letters in flight when it is stopped, and sends none twice after a restart', async () => {
  const company = await openCompany(systemClock)
  await inviteToday(company, 400)
  writeFileSync(join(company.folder, 'key'), Buffer.alloc(32, 9).toString('hex'))
  const sink = await sinkServer()
  const env = { DATABASE_URL: company.database.databaseUrl, KEY_FILE: join(company.folder, 'key'), SMTP_URL: sink.url }
  for (const goal of [100, 400]) {
    const child = startScheduler(env)
    const output = textOf(child)
    for (let waited = 0; sink.received.length < goal && waited < 60_000; waited += 5) await wait(5)
    if (goal === 400) await wait(300)
    child.kill('SIGTERM')
    // `close` comes after all output; `exit` may come earlier.
    const [code] = await once(child, 'close')
    expect(code, output()).toBe(0)
    expect(output()).toContain('调度程序已停止。')
    expect(output()).not.toMatch(/traveler\.example|\/s\/|\/u\//)
    expect((await company.store.outbox.counts()).sent).toBe(sink.received.length)
  }
  expect(new Set(sink.received.map(({ to }) => to.join())).size).toBe(400)
  expect(sink.received).toHaveLength(400)
})

it('stops before it starts, and names every wrong setting in both languages', async () => {
  const child = startScheduler({ SMTP_URL: 'nonsense', TIME_ZONE: 'Nowhere' })
  const output = textOf(child)
  const [code] = await once(child, 'close')
  expect(code).toBe(UNUSABLE_SETTINGS)
  for (const part of ['SMTP_URL', 'TIME_ZONE', 'Not started', '启动失败']) expect(output()).toContain(part)
})
