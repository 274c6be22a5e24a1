import { join } from 'node:path'
import { FIRST_WAIT_MS } from '@wayproof/letters/delivery/back-off'
import type { LetterOutcomes } from '@wayproof/letters/delivery/delivery-result'
import { withinHours } from '@wayproof/letters/delivery/sending-hours'
import { letterRenderer } from '@wayproof/letters/rendering/render-letter'
import { outboxFolderTransport } from '@wayproof/letters/smtp/outbox-folder-transport'
import { smtpTransport } from '@wayproof/letters/smtp/smtp-transport'
import type { Transport } from '@wayproof/letters/smtp/transport'
import { refusal, type Sink, sinkServer } from '@wayproof/letters/testing/sink-server'
import type { Store } from '@wayproof/operations/store/open-store'
import { unsubscribe } from '@wayproof/survey/links/unsubscribe-address'
import { unsubscribeToken } from '@wayproof/survey/links/unsubscribe-link'
import { countOpenWaves } from '@wayproof/survey/waves/count-open-waves'
import { remindWave } from '@wayproof/survey/waves/remind-wave'
import { describe, expect, it, onTestFinished } from 'vitest'
import { runDelivery } from '../src/delivery/run-delivery.ts'
import {
  addPerson,
  guardOf,
  invite,
  openCompany,
  ring,
  type SetClock,
  setClock,
  sleep,
  timeZone,
  traveler,
  urls,
} from './company.ts'
import { deliverDue } from './deliver-due.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

function portsOf(store: Store, clock: SetClock, transport: Transport) {
  return {
    outbox: store.outbox,
    transport,
    clock,
    keyring: ring,
    render: letterRenderer(),
    organisation: { nameZh: '远行旅行社', nameEn: 'Faraway', contactEmail: 'privacy@faraway.example', sample: true },
    urls,
    sender: 'privacy@faraway.example',
    bounceAddress: 'bounces@faraway.example',
    firstWait: FIRST_WAIT_MS,
  }
}

function delivery(
  store: Store,
  clock: SetClock,
  transport: Transport,
  workers = 5,
  isSendingHour?: (at: number) => boolean,
) {
  const ports = { ...portsOf(store, clock, transport), workers, isSendingHour }
  return () => deliverDue(ports)
}

/** A sleep that stops delivery once the server has this many letters. */
const stopAfter =
  (letters: number, { received }: Sink, abort: AbortController) =>
  async () => {
    await sleep(1)
    if (received.length >= letters) abort.abort()
  }

const smtp = (url: string, times = {}): Transport => {
  const transport = smtpTransport(url, times)
  onTestFinished(() => transport.close())
  return transport
}

/** Delivers, with an hour between rounds, until nothing waits. Returns the number of rounds. */
async function deliverAll(store: Store, clock: SetClock, round: () => ReturnType<ReturnType<typeof delivery>>) {
  for (let rounds = 1; rounds < 400; rounds += 1) {
    await round()
    if ((await store.outbox.counts()).queued === 0) return rounds
    clock.set(clock.now() + HOUR)
  }
  throw new Error('letters still wait')
}

const recipients = ({ received }: Sink) => received.map(({ to }) => to.join()).sort()
const travelers = (count: number) => Array.from({ length: count }, (_, n) => traveler(n)).sort()

/** Pseudo-random numbers that are the same in every run. */
function* sequence(seed: number): Generator<number, never> {
  for (let state = seed; ; ) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    yield state / 2_147_483_648
  }
}

describe('delivery', () => {
  it('keeps letters to travelers for the sending hours, and sends others at any hour', async () => {
    const clock = setClock('2026-01-02T07:59:00+08:00')
    const company = await openCompany(clock)
    const officer = await addPerson(company, 'officer', 'en')
    await invite(company, 3)
    const person = (await company.store.people.list())[0]
    const letter = {
      kind: 'user-invitation',
      locale: 'en',
      data: { userInvitationId: person?.id ?? '', role: 'officer' },
    } as const
    const recipient = { kind: 'user', id: person?.id ?? '' } as const
    await company.store.outbox.post([{ letter, recipient, dedupeKey: 'any' }], clock.now())
    const sink = await sinkServer()
    const hours = { from: 8 * 60, to: 20 * 60 }
    const isSendingHour = (at: number) => withinHours(hours, at, timeZone)
    const round = delivery(company.store, clock, smtp(sink.url), 1, isSendingHour)
    expect(await round()).toMatchObject({ sent: 1 })
    expect(recipients(sink)).toEqual([officer])
    clock.set('2026-01-02T08:00:00+08:00')
    expect(await round()).toMatchObject({ sent: 3 })
  })

  it('defers a letter that cannot be rendered, and sends the others', async () => {
    const clock = setClock('2026-01-02T12:00:00+08:00')
    const company = await openCompany(clock)
    await invite(company, 5)
    await company.database.run(`UPDATE letter SET kind = 'of-tomorrow' WHERE id = (SELECT id FROM letter LIMIT 1)`)
    const sink = await sinkServer()
    const round = delivery(company.store, clock, smtp(sink.url), 1)
    expect(await round()).toMatchObject({ sent: 4, deferred: 1 })
    expect(await round()).toMatchObject({ sent: 0, deferred: 0 })
    const replies = await company.database.rows(`SELECT smtp_reply AS reply FROM delivery WHERE outcome = 'deferred'`)
    expect(replies).toEqual([{ reply: expect.stringMatching(/^not composed: \w*Error$/) }])
  })

  it('defers a letter that its folder does not accept', async () => {
    const clock = setClock('2026-01-02T12:00:00+08:00')
    const company = await openCompany(clock)
    await invite(company, 2)
    const round = delivery(company.store, clock, outboxFolderTransport(join(import.meta.filename, 'no-folder')), 1)
    expect(await round()).toMatchObject({ sent: 0, deferred: 2 })
    const replies = await company.database.rows('SELECT DISTINCT outcome, smtp_reply AS reply FROM delivery')
    expect(replies).toEqual([{ outcome: 'deferred', reply: 'not sent: Error' }])
  })

  it('does not report a letter in a folder as sent', async () => {
    const clock = setClock('2026-01-02T12:00:00+08:00')
    const company = await openCompany(clock)
    await invite(company, 2)
    const round = delivery(company.store, clock, outboxFolderTransport(join(company.folder, 'outbox')), 1)
    expect(await round()).toMatchObject({ sent: 0, written: 2, deferred: 0, failed: 0 })
    expect(await company.database.rows('SELECT DISTINCT state, reason FROM letter')).toEqual([
      { state: 'written', reason: null },
    ])
    const ledger = await company.database.rows('SELECT outcome, smtp_reply AS reply FROM delivery')
    expect(ledger).toEqual(Array(2).fill({ outcome: 'written', reply: expect.stringMatching(/\.eml$/) }))
  })

  it('logs and counts a letter that is damaged in the database, and sends the others', async () => {
    const clock = setClock('2026-01-02T12:00:00+08:00')
    const company = await openCompany(clock)
    await invite(company, 5)
    await company.database.run(`UPDATE letter SET data = '{' WHERE id = (SELECT id FROM letter LIMIT 1)`)
    const sink = await sinkServer()
    const abort = new AbortController()
    const log: Readonly<Record<string, unknown>>[] = []
    const counted: LetterOutcomes[] = []
    const ports = {
      ...portsOf(company.store, clock, smtp(sink.url)),
      store: company.store,
      clockGuard: guardOf(company.store),
      mailFrom: null,
      sleep: stopAfter(4, sink, abort),
      log: (entry: Readonly<Record<string, unknown>>) => void log.push(entry),
      figures: { countLetters: (letters: LetterOutcomes) => void counted.push(letters), countRuns: () => undefined },
    }
    await runDelivery(ports, abort.signal)
    expect(sink.received).toHaveLength(4)
    expect(log).toContainEqual({
      event: 'letter-unreadable',
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      part: 'data',
    })
    expect(counted).toContainEqual({ sent: 4, written: 0, deferred: 0, failed: 1, suppressed: 0 })
    expect(log).toContainEqual({ event: 'letters', sent: 4, written: 0, deferred: 0, failed: 1, suppressed: 0 })
    expect(await company.store.questions.open()).toMatchObject([{ kind: 'letters-unreadable', data: { part: 'data' } }])
  })

  it('neither logs nor counts reminders, nor takes them for a sign of the mail server, because each tells that somebody has not answered', async () => {
    const clock = setClock('2026-01-02T12:00:00+08:00')
    const company = await openCompany(clock)
    await invite(company, 5)
    const sink = await sinkServer()
    await deliverAll(company.store, clock, delivery(company.store, clock, smtp(sink.url)))
    await remindWave({ ...company.surveyPorts, clock }, { period: '2025-H2' })
    const contacts = await company.store.services.contacts()
    const abort = new AbortController()
    const log: Readonly<Record<string, unknown>>[] = []
    const counted: LetterOutcomes[] = []
    const ports = {
      ...portsOf(company.store, clock, smtp(sink.url)),
      store: company.store,
      clockGuard: guardOf(company.store),
      mailFrom: null,
      sleep: stopAfter(10, sink, abort),
      log: (entry: Readonly<Record<string, unknown>>) => void log.push(entry),
      figures: { countLetters: (letters: LetterOutcomes) => void counted.push(letters), countRuns: () => undefined },
    }
    await runDelivery(ports, abort.signal)
    expect(sink.received).toHaveLength(10)
    expect(log).toEqual([])
    expect(await company.store.services.contacts()).toEqual(contacts)
    expect(counted.flatMap((letters) => Object.values(letters)).some((count) => count > 0)).toBe(false)
  })

  it('sends each invitation once to its traveler, with the own link, a text part and one-click unsubscribing', async () => {
    const clock = setClock('2026-01-02T12:00:00+08:00')
    const company = await openCompany(clock)
    await invite(company, 60)
    const sink = await sinkServer()
    await deliverAll(company.store, clock, delivery(company.store, clock, smtp(sink.url)))
    expect(recipients(sink)).toEqual(travelers(60))
    const links = sink.received.map(
      ({ raw }) => /http:\/\/survey\.test\.example\/s\/[\w-]+/.exec(raw.replace(/=\r\n/g, ''))?.[0],
    )
    expect(new Set(links).size).toBe(60)
    for (const { raw: folded } of sink.received) {
      const raw = folded.slice(0, folded.indexOf('\r\n\r\n')).replace(/\r\n[ \t]+/g, ' ')
      expect(raw).toMatch(/^List-Unsubscribe: <http:\/\/survey\.test\.example\/u\/[\w-]+>/m)
      expect(raw).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click/m)
      expect(raw).toMatch(/^Message-ID: <[0-9a-f-]{36}@faraway\.example>/m)
    }
    expect(await company.store.outbox.counts()).toEqual({
      queued: 0,
      sent: 60,
      written: 0,
      failed: 0,
      suppressed: 0,
      bounced: 0,
      complained: 0,
    })
    await countOpenWaves({ store: company.store.survey, clock, timeZone: 'Asia/Shanghai' })
    expect((await company.store.survey.funnel('2025-H2'))?.delivered).toBe(60)
  })

  it('skips and duplicates nothing while the server greylists, disconnects, and drops connections in mid-DATA', async () => {
    const clock = setClock('2026-01-02T12:00:00+08:00')
    const company = await openCompany(clock)
    await invite(company, 200)
    const chance = sequence(7)
    const refusedAddresses = new Set([traveler(3), traveler(77)])
    const sink: Sink = await sinkServer({
      onRcptTo({ address }, _session, callback) {
        if (refusedAddresses.has(address)) return callback(refusal(550, '5.1.1 no such user'))
        const draw = chance.next().value
        callback(draw < 0.15 ? refusal(451, 'greylisted') : draw < 0.2 ? refusal(421, 'too busy') : null)
      },
      onData(stream, session, callback) {
        const chunks: Buffer[] = []
        const shouldDrop = chance.next().value < 0.05
        stream.on('data', (chunk: Buffer) => {
          if (!shouldDrop) return chunks.push(chunk)
          for (const connection of sink.server.connections as Set<{ id: string; _socket: { destroy(): void } }>) {
            if (connection.id === session.id) connection._socket.destroy()
          }
        })
        stream.on('end', () => {
          if (shouldDrop) return callback(refusal(451, 'dropped'))
          sink.received.push({ from: '', to: session.envelope.rcptTo.map(({ address }) => address), raw: '' })
          callback(null, 'taken')
        })
      },
    })
    const round = delivery(company.store, clock, smtp(sink.url, { silence: 20_000 }))
    const rounds = await deliverAll(company.store, clock, round)
    expect(rounds).toBeGreaterThan(1)
    expect(recipients(sink)).toEqual(travelers(200).filter((address) => !refusedAddresses.has(address)))
    expect(await company.store.outbox.counts()).toEqual({
      queued: 0,
      sent: 198,
      written: 0,
      failed: 2,
      suppressed: 0,
      bounced: 0,
      complained: 0,
    })
  })

  it('waits for a server that is down or refuses to talk, without counting an attempt, and then delivers all', async () => {
    const clock = setClock('2026-01-02T12:00:00+08:00')
    const company = await openCompany(clock)
    await invite(company, 40)
    const first = await sinkServer({ onConnect: (_session, callback) => callback(refusal(554, 'not you')) })
    const transport = smtp(first.url)
    const round = delivery(company.store, clock, transport)
    expect((await round()).unreachable).toContain('554')
    await first.close()
    for (let day = 0; day < 10; day += 1) {
      const report = await round()
      expect(report).toMatchObject({ sent: 0, deferred: 0, failed: 0 })
      expect(report.unreachable).toContain('ECONNREFUSED')
      clock.set(clock.now() + 24 * HOUR)
    }
    clock.set('2026-01-20T12:00:00+08:00')
    const restartedSink = await sinkServer({}, first.port)
    expect(await deliverAll(company.store, clock, round)).toBe(1)
    expect(recipients(restartedSink)).toEqual(travelers(40))
  })

  it('gives a letter up after three days of refusals, with the last reply', async () => {
    const clock = setClock('2026-01-02T12:00:00+08:00')
    const company = await openCompany(clock)
    await invite(company, 1)
    let commandCount = 0
    const sink = await sinkServer({
      onRcptTo: (_address, _session, callback) => {
        commandCount += 1
        callback(refusal(451, 'come back later'))
      },
    })
    const startedAt = clock.now()
    await deliverAll(company.store, clock, delivery(company.store, clock, smtp(sink.url)))
    expect((await company.store.outbox.counts()).failed).toBe(1)
    expect(commandCount).toBe(11)
    expect((clock.now() - startedAt) / (24 * HOUR)).toBeGreaterThan(2.8)
  })

  it('sends nothing more to a person who unsubscribes during a campaign, even while the letter is in flight', async () => {
    const clock = setClock('2026-01-02T12:00:00+08:00')
    const company = await openCompany(clock)
    await invite(company, 30)
    const travelers = await company.database.rows<{ readonly id: string; readonly number: string }>(
      'SELECT id, customer_number AS number FROM traveler ORDER BY customer_number',
    )
    const numbers = new Map(travelers.map(({ id, number }) => [id, Number(number.slice(1))]))
    const last = [...numbers.keys()].slice(-10)
    const leave = (id: string) =>
      unsubscribe(company.surveyPorts, { token: unsubscribeToken(ring, traveler(numbers.get(id) ?? -1)) })
    let leaving: Promise<unknown> | undefined
    const sink: Sink = await sinkServer({
      onData(stream, session, callback) {
        stream.resume()
        stream.on('end', async () => {
          leaving ??= Promise.all(last.map(leave))
          await leaving
          sink.received.push({ from: '', to: session.envelope.rcptTo.map(({ address }) => address), raw: '' })
          callback(null, 'taken')
        })
      },
    })
    await delivery(company.store, clock, smtp(sink.url), 1)()
    const counts = await company.store.outbox.counts()
    expect(counts.suppressed).toBeGreaterThanOrEqual(9)
    expect(counts.sent + counts.suppressed).toBe(30)
    expect(sink.received).toHaveLength(counts.sent)
    const { store } = company
    await remindWave({ ...company.surveyPorts, clock }, { period: '2025-H2' })
    const receivedBefore = sink.received.length
    await deliverAll(store, clock, delivery(store, clock, smtp(sink.url)))
    expect(sink.received.length - receivedBefore).toBe(20)
  })

  it('sends nothing twice when two schedulers empty one outbox at the same time', async () => {
    const clock = setClock('2026-01-02T12:00:00+08:00')
    const company = await openCompany(clock)
    await invite(company, 150)
    const sink = await sinkServer()
    const otherStore = await company.openSecondStore()
    const rounds = [delivery(company.store, clock, smtp(sink.url)), delivery(otherStore, clock, smtp(sink.url))]
    for (let round = 0; round < 6; round += 1) await Promise.all(rounds.map((deliver) => deliver()))
    expect(recipients(sink)).toEqual(travelers(150))
  })

  it('takes over the letters of a crashed sender, whose late result changes nothing', async () => {
    const clock = setClock('2026-01-02T12:00:00+08:00')
    const company = await openCompany(clock)
    await invite(company, 10)
    const { outbox } = company.store
    const dead = await outbox.claim(10, clock.now(), clock.now() + MINUTE)
    expect(dead).toHaveLength(10)
    const sink = await sinkServer()
    const round = delivery(company.store, clock, smtp(sink.url))
    expect((await round()).sent).toBe(0)
    clock.set(clock.now() + 61_000)
    expect((await round()).sent).toBe(10)
    for (const claim of dead) expect(await outbox.markFailed(claim, 'too late', clock.now())).toBe(false)
    expect(await outbox.counts()).toMatchObject({ sent: 10, failed: 0 })
  })

  it('limits each letter to the rest of its lease, and claims letters again whose lease is too short', async () => {
    const clock = setClock('2026-01-02T12:00:00+08:00')
    const company = await openCompany(clock)
    await invite(company, 10)
    const { outbox } = company.store
    const leases = new Map<string, number>()
    const claim: typeof outbox.claim = async (limit, now, leaseUntil, choices) => {
      const letters = await outbox.claim(limit, now, leaseUntil, choices)
      for (const { id } of letters) leases.set(`<${id}@faraway.example>`, leaseUntil)
      return letters
    }
    const times: (readonly [end: number, lease: number])[] = []
    const slow: Transport = {
      kind: 'smtp',
      place: 'slow.example:25',
      send: async ({ messageId }, timeoutMs = Number.POSITIVE_INFINITY) => {
        times.push([clock.now() + timeoutMs, leases.get(messageId) ?? 0])
        clock.set(clock.now() + 4000)
        return { outcome: 'sent', reply: '250 ok' }
      },
      check: async () => null,
      close: async () => undefined,
    }
    const store = { ...company.store, outbox: { ...outbox, claim } }
    expect(await delivery(store, clock, slow, 1)()).toMatchObject({ sent: 10, deferred: 0, failed: 0 })
    for (const [end, lease] of times) expect(end).toBeLessThan(lease)
    // One claim has time for three letters of four seconds each.
    for (const lease of leases.values())
      expect(times.filter(([, letterLease]) => letterLease === lease).length).toBeLessThan(4)
  })

  it('mails users in their language at their current address', async () => {
    const clock = setClock('2026-01-02T12:00:00+08:00')
    const company = await openCompany(clock)
    const address = await addPerson(company, 'executive', 'zh-CN')
    const [reader] = await company.store.usersOf('executive')
    const letter = {
      kind: 'user-invitation',
      locale: 'zh-CN',
      data: { userInvitationId: reader?.id ?? '', role: 'executive' },
    } as const
    const letterToPost = { letter, recipient: { kind: 'user', id: reader?.id ?? '' }, dedupeKey: 'once' } as const
    expect(await company.store.outbox.post([letterToPost], clock.now())).toBe(1)
    expect(await company.store.outbox.post([letterToPost], clock.now())).toBe(0)
    const otherAddress = { kind: 'address', id: 'New.Person@faraway.example' } as const
    const hostileAddress = { kind: 'address', id: 'a@x.test\r\nBcc: evil@y.test' } as const
    await company.store.outbox.post([{ letter, recipient: otherAddress, dedupeKey: 'twice' }], clock.now())
    await company.store.outbox.post([{ letter, recipient: hostileAddress, dedupeKey: 'thrice' }], clock.now())
    const sink = await sinkServer()
    const report = await delivery(company.store, clock, smtp(sink.url))()
    expect(report).toMatchObject({ sent: 2, failed: 1 })
    expect(recipients(sink)).toEqual([address, 'new.person@faraway.example'].sort())
  })
})
