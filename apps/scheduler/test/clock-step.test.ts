import { FIRST_WAIT_MS } from '@wayproof/letters/delivery/back-off'
import { letterRenderer } from '@wayproof/letters/rendering/render-letter'
import { smtpTransport } from '@wayproof/letters/smtp/smtp-transport'
import { type Sink, sinkServer } from '@wayproof/letters/testing/sink-server'
import { expect, it, onTestFinished } from 'vitest'
import { runScheduler } from '../src/scheduler.ts'
import { invite, openCompany, ring, setClock, sleep, traveler, urls } from './company.ts'
import { deliverDue } from './deliver-due.ts'
import { schedulerParts } from './scheduler-parts.ts'

const LETTERS = 10
const TIMEOUT_MS = 60_000

it('sends no letter twice when the clock is set two minutes ahead during a delivery', async () => {
  const clock = setClock('2026-01-02T12:00:00+08:00')
  const company = await openCompany(clock)
  await invite(company, LETTERS)
  let release: (() => void) | undefined
  let lookAgain = 0
  const sink: Sink = await sinkServer({
    onData(stream, session, callback) {
      stream.resume()
      stream.on('end', () => {
        const take = () => {
          sink.received.push({ from: '', to: session.envelope.rcptTo.map(({ address }) => address), raw: '' })
          callback(null, 'taken')
        }
        if (release) take()
        else release = take
      })
    },
  })
  const transport = smtpTransport(sink.url)
  onTestFinished(() => transport.close())
  const abort = new AbortController()
  const run = runScheduler(
    {
      ...schedulerParts(company, clock, transport),
      sleep: async () => {
        lookAgain += 1
        await sleep(20)
      },
    },
    abort.signal,
  )
  const waitUntil = async (isMet: () => boolean) => {
    for (let waited = 0; !isMet(); waited += 10) {
      if (waited > TIMEOUT_MS) throw new Error(`${sink.received.length} letters came`)
      await sleep(10)
    }
  }
  await waitUntil(() => release !== undefined)
  clock.set(clock.now() + 120_000)
  const countBefore = lookAgain
  // Long enough for several more claims.
  await waitUntil(() => lookAgain > countBefore + 20)
  release?.()
  await waitUntil(() => sink.received.length >= LETTERS)
  abort.abort()
  await run
  const travelers = Array.from({ length: LETTERS }, (_, n) => traveler(n)).sort()
  expect(sink.received.map(({ to }) => to.join()).sort()).toEqual(travelers)
  expect(await company.store.outbox.counts()).toMatchObject({ sent: LETTERS, queued: 0 })
})

it('does not renew the lease of a letter whose delivery was interrupted', async () => {
  const clock = setClock('2026-01-02T12:00:00+08:00')
  const company = await openCompany(clock)
  await invite(company, LETTERS)
  const { outbox } = company.store
  const sink = await sinkServer()
  const transport = smtpTransport(sink.url)
  onTestFinished(() => transport.close())
  const organisation = { nameZh: '远行', nameEn: 'Faraway', contactEmail: 'privacy@faraway.example', sample: true }
  const machine = { transport, clock, keyring: ring, render: letterRenderer(), organisation, urls }
  const ports = { ...machine, sender: 'a@faraway.example', bounceAddress: null, firstWait: FIRST_WAIT_MS }
  const delivery = { ...ports, workers: 1 }
  const eligibility = () => Promise.reject(new Error('disk I/O error'))
  await expect(deliverDue({ ...delivery, outbox: { ...outbox, eligibility } })).rejects.toThrow('disk')
  expect(await deliverDue({ ...delivery, outbox })).toMatchObject({ sent: LETTERS - 1 })
  clock.set(clock.now() + 61_000)
  expect(await deliverDue({ ...delivery, outbox })).toMatchObject({ sent: 1 })
})
