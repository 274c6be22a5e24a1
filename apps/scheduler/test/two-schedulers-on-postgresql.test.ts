import { connect, createServer, type Socket } from 'node:net'
import { followClock } from '@wayproof/kernel/clock-guard/follow-clock'
import { clockGuard } from '@wayproof/kernel/clock-guard/watch-clock'
import { systemClock, systemIds, systemTokens } from '@wayproof/kernel/system'
import { dispatchLetters } from '@wayproof/letters/delivery/dispatch-letters'
import { letterRenderer } from '@wayproof/letters/rendering/render-letter'
import { smtpTransport } from '@wayproof/letters/smtp/smtp-transport'
import { type Sink, sinkServer } from '@wayproof/letters/testing/sink-server'
import { openStore, type Store } from '@wayproof/operations/store/open-store'
import { RULES } from '@wayproof/scorecard/rules'
import { expect, it, onTestFinished } from 'vitest'
import { runCalendar } from '../src/calendar/run-calendar.ts'
import { inviteToday, openCompany, ring, sleep, timeZone, traveler, urls } from './company.ts'
import { deliverDue } from './deliver-due.ts'

// Two schedulers on two machines: on a server only, because the processes of a file share one machine.

const LETTERS = 12
const HOUR = 3_600_000

/** A mail server that replies to each letter only when the test says so, and a company whose letters wait. */
async function setUp() {
  const company = await openCompany(systemClock)
  await inviteToday(company, LETTERS)
  const waiting: (() => void)[] = []
  let isHeld = true
  const sink: Sink = await sinkServer({
    onData(stream, session, callback) {
      stream.resume()
      stream.on('end', () => {
        sink.received.push({ from: '', to: session.envelope.rcptTo.map(({ address }) => address), raw: '' })
        if (isHeld) waiting.push(() => callback(null, 'taken'))
        else callback(null, 'taken')
      })
    },
  })
  const reply = () => {
    isHeld = false
    for (const one of waiting.splice(0)) one()
  }
  const transport = smtpTransport(sink.url)
  onTestFinished(() => transport.close())
  const organisation = { nameZh: '远行', nameEn: 'Faraway', contactEmail: 'privacy@faraway.example', sample: true }
  const machine = { transport, keyring: ring, render: letterRenderer(), organisation, urls, bounceAddress: null }
  const deliver = (store: Pick<Store, 'outbox'>, clock = systemClock, workers = 3) =>
    deliverDue({ ...machine, outbox: store.outbox, clock, sender: 'a@faraway.example', workers, firstWait: 1_000 })
  /** Delivers until `stop`, also after errors of the database. */
  const dispatch = (store: Pick<Store, 'outbox'>, stop: AbortSignal) => {
    const ports = { ...machine, outbox: store.outbox, clock: systemClock, workers: 3, firstWait: 1_000 }
    const from = async () => ({ organisation, sender: 'a@faraway.example' })
    const nothing = async () => {}
    return dispatchLetters({ ...ports, from, pause: () => sleep(50), ended: nothing, failed: nothing }, stop)
  }
  const received = () => sink.received.map(({ to }) => to.join()).toSorted()
  return { company, deliver, dispatch, reply, received }
}

const TRAVELERS = Array.from({ length: LETTERS }, (_, n) => traveler(n)).toSorted()

async function until(isMet: () => boolean): Promise<void> {
  for (let waited = 0; !isMet(); waited += 10) {
    if (waited > 20_000) throw new Error('it took too long')
    await sleep(10)
  }
}

it('clocks an hour apart double no letter and no run, because both follow the clock of the server', async () => {
  const { company, deliver, reply, received } = await setUp()
  const store = await company.openSecondStore()
  const ahead = followClock({ now: () => systemClock.now() + HOUR }, store.databaseTime)
  await ahead.follow()
  const first = deliver(company.store)
  await until(() => received().length === 3)
  const second = deliver(store, ahead)
  await sleep(300)
  reply()
  await Promise.all([first, second])
  await deliver(store, ahead)
  expect(received()).toEqual(TRAVELERS)

  let runs = 0
  const { promise: ended, resolve: end } = Promise.withResolvers<void>()
  const work = async () => {
    runs += 1
    await ended
    return 'done'
  }
  const entry = { job: 'test', schedule: '* * * * * *', period: () => '2026', run: work }
  const machine = { ids: systemIds, tokens: systemTokens, keyring: ring, timeZone, rules: RULES, urls, log: () => {} }
  const look = (own: Store, clock: typeof systemClock) => {
    const guard = clockGuard({
      ...{ clock, clockOffset: async () => 0, trustedClock: own.trustedClock },
      stopwatch: { elapsed: () => performance.now() },
    })
    return runCalendar({ ...machine, store: own, clock, clockGuard: guard }, [entry])
  }
  await company.store.jobRuns.recordLooks(['test'], systemClock.now() - 10_000)
  const running = look(company.store, systemClock)
  await until(() => runs === 1)
  await look(store, ahead)
  end()
  await running
  expect(runs).toBe(1)
})

it('a scheduler cut off from the database records the sent letters once it is back, and doubles none', async () => {
  const { company, deliver, dispatch, reply, received } = await setUp()
  const way = await cuttableWay(company.database.databaseUrl)
  const machine = { clock: systemClock, ids: systemIds, tokens: systemTokens, keyring: ring, timeZone, rules: RULES }
  const store = await openStore({ ...machine, databaseUrl: way.url, sleep })
  onTestFinished(() => store.close())
  const stop = new AbortController()
  const first = dispatch(store, stop.signal)
  await until(() => received().length === 3)
  way.cut()
  reply()
  await sleep(300)
  const second = deliver(company.store)
  await sleep(300)
  way.mend()
  await second
  await until(() => received().length >= LETTERS)
  stop.abort()
  await first
  await deliver(company.store)
  expect(received()).toEqual(TRAVELERS)
  expect(await company.store.outbox.counts()).toMatchObject({ sent: LETTERS, queued: 0 })
})

/** A way to the server of `databaseUrl` that can be cut: open connections end, and new ones are refused. */
async function cuttableWay(databaseUrl: string) {
  const server = new URL(databaseUrl)
  const sockets = new Set<Socket>()
  let isCut = false
  const proxy = createServer((here) => {
    if (isCut) return void here.destroy()
    const there = connect(Number(server.port), server.hostname)
    for (const [socket, other] of [
      [here, there],
      [there, here],
    ] as const) {
      sockets.add(socket)
      socket.pipe(other)
      socket.on('error', () => {}).on('close', () => other.destroy())
    }
  })
  await new Promise<void>((listening) => proxy.listen(0, '127.0.0.1', listening))
  onTestFinished(() => void proxy.close())
  const address = proxy.address()
  const url = new URL(databaseUrl)
  url.port = String(typeof address === 'object' ? address?.port : '')
  return {
    url: url.href,
    cut: () => {
      isCut = true
      for (const socket of sockets) socket.destroy()
    },
    mend: () => {
      isCut = false
    },
  }
}
