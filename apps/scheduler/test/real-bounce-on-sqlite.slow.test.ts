import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { getCACertificates } from 'node:tls'
import { systemClock } from '@wayproof/kernel/system'
import { smtpTransport } from '@wayproof/letters/smtp/smtp-transport'
import { refusal, sinkServer } from '@wayproof/letters/testing/sink-server'
import { dovecot, trust } from '@wayproof/local-stack/testing/dovecot'
import { expect, it, onTestFinished } from 'vitest'
import { bounceFolder } from '../src/bind-ports.ts'
import { bounceMailbox } from '../src/bounces/bounce-mailbox.ts'
import type { BounceSource } from '../src/bounces/bounce-source.ts'
import { runScheduler } from '../src/scheduler.ts'
import { inviteToday, openCompany, sleep, traveler, UNKNOWN } from './company.ts'
import { type Exim, exim } from './exim.ts'
import { schedulerParts } from './scheduler-parts.ts'

it('learns from a real exim4 which letters bounced, and mails those addresses no more', () =>
  hearsOfBounces(async (relay) => bounceFolder(join(relay.mail, 'bounces'))))

it('learns it through a real dovecot as well', () =>
  hearsOfBounces(async (relay) => {
    const { certificate, password, tlsPort: port } = await dovecot(relay.mail)
    trust([...getCACertificates('default'), certificate])
    const source = bounceMailbox(
      { host: 'localhost', port, encryption: 'tls', user: 'bounces', password, folder: ['INBOX'] },
      { sleep, intervalMs: 200 },
    )
    onTestFinished(() => source.close())
    return source
  }))

async function hearsOfBounces(sourceOf: (relay: Exim) => Promise<BounceSource>): Promise<void> {
  const sink = await sinkServer({
    onRcptTo: ({ address }, _session, callback) =>
      callback(address === traveler(1) ? refusal(550, '5.1.1 no such user here') : null),
  })
  const relay = await exim(sink.port)
  const company = await openCompany(systemClock)
  await inviteToday(company, 4, (n) => (n === 0 ? UNKNOWN : traveler(n)))
  const log: Readonly<Record<string, unknown>>[] = []
  const transport = smtpTransport(relay.url)
  onTestFinished(() => transport.close())
  const abort = new AbortController()
  const run = runScheduler(
    {
      ...schedulerParts(company, systemClock, transport),
      bounceAddress: 'bounces@faraway.example',
      bounceSources: [await sourceOf(relay)],
      log: (entry) => void log.push(entry),
    },
    abort.signal,
  )
  const isDone = async () => (await company.store.outbox.counts()).bounced === 2 && sink.received.length === 2
  for (let waited = 0; !(await isDone()); waited += 100) {
    if (waited > 60_000) throw new Error(`no bounce arrived: ${JSON.stringify(log)}`)
    await sleep(100)
  }
  abort.abort()
  await run

  expect(sink.received.map(({ to }) => to.join()).sort()).toEqual([traveler(2), traveler(3)])
  for (const { from } of sink.received) expect(from).toMatch(/^bounces\+[a-z2-7]{48}@faraway\.example$/)
  expect(await company.database.rows('SELECT reason FROM suppression')).toEqual([
    { reason: 'bounced' },
    { reason: 'bounced' },
  ])
  expect(await company.database.rows('SELECT generation FROM invitation ORDER BY generation')).toEqual(
    [0, 0, 1, 1].map((generation) => ({ generation })),
  )
  for (const part of ['new', 'cur']) {
    const folder = join(relay.mail, 'bounces', part)
    expect(existsSync(folder) ? readdirSync(folder) : []).toEqual([])
  }
  expect(JSON.stringify(log)).not.toContain('traveler.example')
}
