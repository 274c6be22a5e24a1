import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { addDays, dateAt } from '@wayproof/kernel'
import { UNUSABLE_SETTINGS } from '@wayproof/kernel/setting'
import { systemClock, systemIds, systemTokens } from '@wayproof/kernel/system'
import { FIRST_WAIT_MS, letterRenderer, smtpTransport } from '@wayproof/letters'
import { sinkServer } from '@wayproof/letters/testing'
import { RULES } from '@wayproof/scorecard'
import { expect, it, onTestFinished } from 'vitest'
import { runScheduler } from '../src/scheduler.ts'
import { company, guardOf, invite, noComparison, noPages, ring, sleep, timeZone, traveler, urls } from './company.ts'

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
  const made = await company(systemClock)
  await invite(made, LETTERS, '2025-H2', addDays(dateAt(systemClock.now(), timeZone), 20))
  writeFileSync(join(made.folder, 'key'), Buffer.alloc(32, 9).toString('hex'))
  const sink = await sinkServer()
  const env = { DATABASE_URL: `file:${made.file}`, KEY_FILE: join(made.folder, 'key'), SMTP_URL: sink.url }

  for (let kill = 1; kill <= KILLS; kill += 1) {
    const child = startScheduler(env)
    const said = textOf(child)
    const goal = sink.received.length + 60 + kill * 7
    for (let waited = 0; sink.received.length < goal; waited += 2) {
      if (waited > 30_000 || child.exitCode !== null) throw new Error(`nothing is sent: ${said()}`)
      await wait(2)
    }
    child.kill('SIGKILL')
    await once(child, 'exit')
    expect((await made.store.outbox.counts()).queued).toBeGreaterThan(0)
  }

  // The killed schedulers' claims end with their leases, so the next one starts a minute later.
  const clock = { now: () => systemClock.now() + 61_000 }
  const stopping = new AbortController()
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
    store: made.store,
    clockGuard: guardOf(made.store),
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
  const running = runScheduler(ports, stopping.signal)
  for (let waited = 0; (await made.store.outbox.counts()).queued > 0; waited += 100) {
    if (waited > 30_000) throw new Error(`letters still wait: ${JSON.stringify(log)}`)
    await wait(100)
  }
  stopping.abort()
  await running
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
  for (const [, known] of ids) expect(known.size).toBe(1)
  expect(await made.store.outbox.counts()).toEqual({
    queued: 0,
    sent: LETTERS,
    written: 0,
    failed: 0,
    suppressed: 0,
    bounced: 0,
    complained: 0,
  })
  expect(JSON.stringify(log)).not.toMatch(/traveler\.example|\/s\/|\/u\//)
}, 120_000)

it('finishes the letters in flight when it is stopped, and sends none twice after a restart', async () => {
  const made = await company(systemClock)
  await invite(made, 400, '2025-H2', addDays(dateAt(systemClock.now(), timeZone), 20))
  writeFileSync(join(made.folder, 'key'), Buffer.alloc(32, 9).toString('hex'))
  const sink = await sinkServer()
  const env = { DATABASE_URL: `file:${made.file}`, KEY_FILE: join(made.folder, 'key'), SMTP_URL: sink.url }
  for (const goal of [100, 400]) {
    const child = startScheduler(env)
    const said = textOf(child)
    for (let waited = 0; sink.received.length < goal && waited < 30_000; waited += 5) await wait(5)
    if (goal === 400) await wait(300)
    child.kill('SIGTERM')
    const [code] = await once(child, 'exit')
    expect(code, said()).toBe(0)
    expect(said()).toContain('调度程序已停止。')
    expect(said()).not.toMatch(/traveler\.example|\/s\/|\/u\//)
    expect((await made.store.outbox.counts()).sent).toBe(sink.received.length)
  }
  expect(new Set(sink.received.map(({ to }) => to.join())).size).toBe(400)
  expect(sink.received).toHaveLength(400)
}, 60_000)

it('stops before it starts, and names every wrong setting in both languages', async () => {
  const child = startScheduler({ SMTP_URL: 'nonsense', TIME_ZONE: 'Nowhere' })
  const said = textOf(child)
  const [code] = await once(child, 'exit')
  expect(code).toBe(UNUSABLE_SETTINGS)
  for (const part of ['SMTP_URL', 'TIME_ZONE', 'Not started', '启动失败']) expect(said()).toContain(part)
})
