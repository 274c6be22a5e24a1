import { FIRST_WAIT_MS } from '@wayproof/letters/delivery/back-off'
import { type DomainLimit, domainLimit } from '@wayproof/letters/delivery/domain-limit'
import { letterRenderer } from '@wayproof/letters/rendering/render-letter'
import { smtpTransport } from '@wayproof/letters/smtp/smtp-transport'
import { sinkServer } from '@wayproof/letters/testing/sink-server'
import { unsubscribe } from '@wayproof/survey/links/unsubscribe-address'
import { unsubscribeToken } from '@wayproof/survey/links/unsubscribe-link'
import { pauseWave, resumeWave } from '@wayproof/survey/waves/pause-wave'
import { describe, expect, it, onTestFinished } from 'vitest'
import { type Company, invite, openCompany, ring, setClock, traveler, urls } from './company.ts'
import { deliverDue } from './deliver-due.ts'

/** A gate at which a mail server stops until the test opens it. */
function barrier() {
  const arrival = Promise.withResolvers<string>()
  const open = Promise.withResolvers<void>()
  return {
    reached: arrival.promise,
    open: () => open.resolve(),
    pass: (address: string, callback: () => void) => {
      arrival.resolve(address)
      void open.promise.then(callback)
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

const leave = (company: Company, address: string) =>
  unsubscribe(company.surveyPorts, { token: unsubscribeToken(ring, address) })

/**
 * Mail servers that let a letter wait before its message: at the greeting, or because they want commands one by one.
 */
const slow = {
  'for the greeting of its mail server': (at: ReturnType<typeof barrier>) =>
    sinkServer({ onConnect: (_session, callback) => at.pass('', callback) }),
  'for a mail server that looks at its recipient': (at: ReturnType<typeof barrier>) =>
    sinkServer({ hidePIPELINING: true, onRcptTo: ({ address }, _session, callback) => at.pass(address, callback) }),
}

describe.each(Object.entries(slow))('a letter that waits %s', (_, server) => {
  it('is not sent when its reader unsubscribes during the wait', async () => {
    const company = await openCompany(clock)
    await invite(company, 1)
    const at = barrier()
    const sink = await server(at)
    const round = delivery(company, sink.url)()
    await at.reached
    await leave(company, traveler(0))
    at.open()
    expect(await round).toMatchObject({ sent: 0, suppressed: 1, deferred: 0, unreachable: null })
    expect(sink.received).toEqual([])
    expect(await company.store.outbox.counts()).toMatchObject({ suppressed: 1, queued: 0 })
  })

  it('returns to the outbox when its wave is paused during the wait, and is sent once when the wave resumes', async () => {
    const company = await openCompany(clock)
    await invite(company, 1)
    const at = barrier()
    const sink = await server(at)
    const deliver = delivery(company, sink.url)
    const round = deliver()
    await at.reached
    expect((await pauseWave(company.surveyPorts, { period: '2025-H2' })).ok).toBe(true)
    at.open()
    expect(await round).toMatchObject({ sent: 0, suppressed: 0, deferred: 0, failed: 0, unreachable: null })
    expect(sink.received).toEqual([])
    expect((await resumeWave(company.surveyPorts, { period: '2025-H2' })).ok).toBe(true)
    expect(await deliver()).toMatchObject({ sent: 1 })
    expect(sink.received.map(({ to }) => to.join())).toEqual([traveler(0)])
  })
})

it('a letter that waits for its domain is not sent when its reader unsubscribes first', async () => {
  const company = await openCompany(clock)
  await invite(company, 2)
  const at = barrier()
  const sink = await sinkServer({ onRcptTo: ({ address }, _session, callback) => at.pass(address, callback) })
  const blocked = Promise.withResolvers<string>()
  const limit = domainLimit(1, () => new Promise(() => {}))
  let commandCount = 0
  const enter: DomainLimit['enter'] = (address) => {
    commandCount += 1
    if (commandCount === 2) blocked.resolve(address)
    return limit.enter(address)
  }
  const round = delivery(company, sink.url, { enter })()
  const first = await at.reached
  const second = await blocked.promise
  await leave(company, second)
  at.open()
  expect(await round).toMatchObject({ sent: 1, suppressed: 1 })
  expect(sink.received.map(({ to }) => to.join())).toEqual([first])
})
