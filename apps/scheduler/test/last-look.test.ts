import { type DomainLimit, domainLimit, FIRST_WAIT_MS, letterRenderer, smtpTransport } from '@wayproof/letters'
import { sinkServer } from '@wayproof/letters/testing'
import { pauseWave, resumeWave, unsubscribe } from '@wayproof/survey'
import { describe, expect, it, onTestFinished } from 'vitest'
import { type Company, company, invite, ring, setClock, traveler, unsubscribeToken, urls } from './company.ts'
import { deliverDue } from './deliver-due.ts'

/** A gate at which a mail server stops until the test opens it. */
function gate() {
  const reached = Promise.withResolvers<string>()
  const open = Promise.withResolvers<void>()
  return {
    reached: reached.promise,
    open: () => open.resolve(),
    pass: (who: string, done: () => void) => {
      reached.resolve(who)
      void open.promise.then(done)
    },
  }
}

const clock = setClock('2026-01-02T12:00:00+08:00')

function delivery({ store }: Company, url: string, domains?: DomainLimit) {
  const transport = smtpTransport(url)
  onTestFinished(() => transport.close())
  const organisation = { nameZh: '远行', nameEn: 'Faraway', contactEmail: 'privacy@faraway.example', sample: true }
  const machine = {
    outbox: store.outbox,
    transport,
    clock,
    keyring: ring,
    render: letterRenderer(),
    organisation,
    urls,
  }
  const ports = { ...machine, sender: 'privacy@faraway.example', bounceAddress: null, firstWait: FIRST_WAIT_MS }
  return () => deliverDue({ ...ports, domains, workers: 2 })
}

const leave = (made: Company, address: string) =>
  unsubscribe(made.surveyPorts, { token: unsubscribeToken(ring, address) })

/**
 * Mail servers that let a letter wait before its message: at the greeting, or because they want commands one by one.
 */
const slow = {
  'for the greeting of its mail server': (at: ReturnType<typeof gate>) =>
    sinkServer({ onConnect: (_session, done) => at.pass('', done) }),
  'for a mail server that looks at its recipient': (at: ReturnType<typeof gate>) =>
    sinkServer({ hidePIPELINING: true, onRcptTo: ({ address }, _session, done) => at.pass(address, done) }),
}

describe.each(Object.entries(slow))('a letter that waits %s', (_, server) => {
  it('is not sent when its reader unsubscribes during the wait', async () => {
    const made = await company(clock)
    await invite(made, 1)
    const at = gate()
    const sink = await server(at)
    const round = delivery(made, sink.url)()
    await at.reached
    await leave(made, traveler(0))
    at.open()
    expect(await round).toMatchObject({ sent: 0, suppressed: 1, deferred: 0, unreachable: null })
    expect(sink.received).toEqual([])
    expect(await made.store.outbox.counts()).toMatchObject({ suppressed: 1, queued: 0 })
  })

  it('returns to the outbox when its wave is paused during the wait, and is sent once when the wave resumes', async () => {
    const made = await company(clock)
    await invite(made, 1)
    const at = gate()
    const sink = await server(at)
    const deliver = delivery(made, sink.url)
    const round = deliver()
    await at.reached
    expect((await pauseWave(made.surveyPorts, { period: '2025-H2' })).ok).toBe(true)
    at.open()
    expect(await round).toMatchObject({ sent: 0, suppressed: 0, deferred: 0, failed: 0, unreachable: null })
    expect(sink.received).toEqual([])
    expect((await resumeWave(made.surveyPorts, { period: '2025-H2' })).ok).toBe(true)
    expect(await deliver()).toMatchObject({ sent: 1 })
    expect(sink.received.map(({ to }) => to.join())).toEqual([traveler(0)])
  })
})

it('a letter that waits for its domain is not sent when its reader unsubscribes first', async () => {
  const made = await company(clock)
  await invite(made, 2)
  const at = gate()
  const sink = await sinkServer({ onRcptTo: ({ address }, _session, done) => at.pass(address, done) })
  const waits = Promise.withResolvers<string>()
  const limit = domainLimit(1, () => new Promise(() => {}))
  let asked = 0
  const enter: DomainLimit['enter'] = (address) => {
    asked += 1
    if (asked === 2) waits.resolve(address)
    return limit.enter(address)
  }
  const round = delivery(made, sink.url, { enter })()
  const first = await at.reached
  const second = await waits.promise
  await leave(made, second)
  at.open()
  expect(await round).toMatchObject({ sent: 1, suppressed: 1 })
  expect(sink.received.map(({ to }) => to.join())).toEqual([first])
})
