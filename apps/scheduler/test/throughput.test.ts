import { addDays, dateAt } from '@wayproof/kernel'
import { systemClock, systemIds, systemTokens } from '@wayproof/kernel/system'
import { FIRST_WAIT_MS, letterRenderer, smtpTransport } from '@wayproof/letters'
import { sinkServer } from '@wayproof/letters/testing'
import { RULES } from '@wayproof/scorecard'
import { expect, it, onTestFinished } from 'vitest'
import { runScheduler } from '../src/scheduler.ts'
import { company, invite, noPages, ring, sleep, timeZone, urls } from './company.ts'

const LETTERS = 1000
/** Five hundred a second on a quiet machine; a loaded one is given ten times as long. */
const SLOWEST_MS = 20_000

it('delivers a thousand letters in seconds, every one marked before the next is begun', async () => {
  const made = await company(systemClock)
  await invite(made, LETTERS, '2025-H2', addDays(dateAt(systemClock.now(), timeZone), 20))
  const sink = await sinkServer()
  const transport = smtpTransport(sink.url)
  onTestFinished(() => transport.close())
  const machine = {
    ids: systemIds,
    tokens: systemTokens,
    clock: systemClock,
    timeZone,
    sleep,
    keyring: ring,
    rules: RULES,
    log: () => undefined,
  }
  const stopping = new AbortController()
  const begun = performance.now()
  const cpu = process.cpuUsage()
  const running = runScheduler(
    {
      ...machine,
      store: made.store,
      transport,
      render: letterRenderer(),
      urls,
      mailFrom: null,
      bounceAddress: null,
      bounceFolder: null,
      fetchPage: noPages,
      firstWait: FIRST_WAIT_MS,
    },
    stopping.signal,
  )
  while (sink.received.length < LETTERS && performance.now() - begun < SLOWEST_MS) await sleep(10)
  const took = performance.now() - begun
  stopping.abort()
  await running
  expect(sink.received).toHaveLength(LETTERS)
  expect(took).toBeLessThan(SLOWEST_MS)
  if (process.env.SHOW_RATE) {
    const { user, system } = process.cpuUsage(cpu)
    process.stdout.write(
      `${Math.round((LETTERS / took) * 1000)} letters a second, ${Math.round(LETTERS / ((user + system) / 1e6))} a second of processor\n`,
    )
  }
}, 60_000)
