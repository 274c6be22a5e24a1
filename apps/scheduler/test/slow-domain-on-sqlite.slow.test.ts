import { FIRST_WAIT_MS } from '@wayproof/letters/delivery/back-off'
import { type DomainLimit, domainLimit } from '@wayproof/letters/delivery/domain-limit'
import { letterRenderer } from '@wayproof/letters/rendering/render-letter'
import { smtpTransport } from '@wayproof/letters/smtp/smtp-transport'
import { sinkServer } from '@wayproof/letters/testing/sink-server'
import { expect, it, onTestFinished } from 'vitest'
import { invite, openCompany, ring, setClock, sleep, urls } from './company.ts'
import { deliverDue } from './deliver-due.ts'

const LETTERS = 60
const MAX_PER_DOMAIN = 3
const TIMEOUT_MS = 30_000
/** Long enough that a busy machine does not make the fast domain look slow. */
const PATIENCE_MS = 2_000
const domainOf = (n: number) => (n % 2 === 0 ? 'slow.example' : 'fast.example')

/** A mail server that delays every letter to one domain until the test releases it. */
async function tarpit() {
  const heldCallbacks: (() => void)[] = []
  let peak = 0
  let isHolding = true
  const sink = await sinkServer({
    onRcptTo({ address }, _session, callback) {
      if (!isHolding || !address.endsWith('@slow.example')) return callback()
      heldCallbacks.push(() => callback())
      peak = Math.max(peak, heldCallbacks.length)
    },
  })
  const releaseAll = () => {
    isHolding = false
    for (const release of heldCallbacks.splice(0)) release()
  }
  const receivedBy = (domain: string) => sink.received.filter(({ to }) => to.join().endsWith(domain)).length
  return { sink, releaseAll, receivedBy, mostHeld: () => peak }
}

/** The same limit, with the number of times that it was full. */
function countTurnedAway(limit: DomainLimit) {
  let count = 0
  const domains: DomainLimit = {
    async enter(address) {
      const leave = await limit.enter(address)
      if (leave === null) count += 1
      return leave
    },
  }
  return { domains, turnedAway: () => count }
}

it('sends other domains their letters while one domain delays its own, and those later, each once', async () => {
  const clock = setClock('2026-01-02T12:00:00+08:00')
  const company = await openCompany(clock)
  await invite(company, LETTERS, '2025-H2', '2026-01-31', (n) => `t${n}@${domainOf(n)}`)
  const { sink, releaseAll, receivedBy, mostHeld } = await tarpit()
  const transport = smtpTransport(sink.url)
  onTestFinished(() => transport.close())
  const round = (domains: DomainLimit) =>
    deliverDue({
      outbox: company.store.outbox,
      transport,
      clock,
      keyring: ring,
      render: letterRenderer(),
      organisation: { nameZh: '远行', nameEn: 'Faraway', contactEmail: 'privacy@faraway.example', sample: true },
      urls,
      sender: 'privacy@faraway.example',
      bounceAddress: null,
      workers: MAX_PER_DOMAIN + 2,
      domains,
      firstWait: FIRST_WAIT_MS,
    })
  const { domains, turnedAway } = countTurnedAway(domainLimit(MAX_PER_DOMAIN, sleep, PATIENCE_MS))
  const first = round(domains)
  const snapshot = () => [receivedBy('fast.example'), receivedBy('slow.example'), mostHeld(), turnedAway()]
  // All are requested before the slow domain is released, because a letter that waits for it would be sent at once.
  const expected = [LETTERS / 2, 0, MAX_PER_DOMAIN, LETTERS / 2 - MAX_PER_DOMAIN]
  const startedAt = performance.now()
  while (snapshot().join() !== expected.join() && performance.now() - startedAt < TIMEOUT_MS) await sleep(10)
  const whileHeld = snapshot()
  releaseAll()
  const report = await first
  expect(whileHeld).toEqual(expected)
  expect(report).toMatchObject({ sent: LETTERS / 2 + MAX_PER_DOMAIN, deferred: 0, failed: 0, unreachable: null })
  expect(await round(domains)).toMatchObject({ sent: 0 })
  for (let rounds = 0; rounds < LETTERS && (await company.store.outbox.counts()).queued > 0; rounds += 1) {
    clock.set(clock.now() + 60_000)
    await round(domains)
  }
  const to = sink.received.map((letter) => letter.to.join())
  expect([to.length, new Set(to).size]).toEqual([LETTERS, LETTERS])
  expect(await company.store.outbox.counts()).toMatchObject({ sent: LETTERS, queued: 0 })
})
