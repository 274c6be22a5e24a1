import { testInstallation } from '@wayproof/database/testing/installation-for-tests'
import { keyring } from '@wayproof/kernel/secrets/keyring'
import { systemIds, systemSleep, systemTokens } from '@wayproof/kernel/system'
import { sinkServer } from '@wayproof/letters/testing/sink-server'
import { openStore } from '@wayproof/operations/store/open-store'
import { expect, onTestFinished, test } from 'vitest'
import type { Config } from '../../config.ts'
import { bindWatch } from './bind-watch.ts'

const MINUTE = 60_000
const START = Date.parse('2026-07-01T09:00:00Z')

/** A reporting app with its own mail server and one officer, and a scheduler that has just run. */
async function watched() {
  let [now, elapsed] = [START, 0]
  const clock = { now: () => now }
  const keys = keyring(new Uint8Array(32).fill(1))
  const machine = { clock, ids: systemIds, tokens: systemTokens, sleep: systemSleep }
  const { databaseUrl } = await testInstallation()
  const store = await openStore({ databaseUrl, ...machine, keyring: keys, timeZone: 'Asia/Shanghai' })
  onTestFinished(() => store.close())
  const names = {
    nameZh: '远行',
    nameEn: 'Faraway',
    contactEmail: 'privacy@faraway.example',
    programmeStart: '2026-01-01',
  }
  await store.organisation.save({ ...names, foundedOn: null, baselineYear: null, sample: false })
  const invitation = { id: systemIds.next(), email: 'lin@faraway.example', role: 'officer', locale: 'en' } as const
  await store.people.invite({ ...invitation, invitedBy: null, createdAt: now, expiresAt: now + MINUTE })
  const user = { userId: systemIds.next(), accountId: systemIds.next(), name: 'Lin', passwordHash: 'x' }
  await store.people.accept({ invitationId: invitation.id, email: invitation.email, locale: 'en', ...user }, now)
  const sink = await sinkServer()
  const config = {
    ...{ surveyUrl: 'http://127.0.0.1:4310', reportingUrl: 'http://127.0.0.1:4320', defaultLocale: 'en' },
    mail: {
      mail: { kind: 'smtp', url: sink.url },
      mailFrom: null,
      bounceAddress: null,
      signer: undefined,
      shortDkimKey: null,
    },
    webHook: null,
  } as unknown as Config
  const service = { system: machine, config, log: () => undefined, keyring: keys, store }
  const watch = bindWatch(service as unknown as Parameters<typeof bindWatch>[0], { elapsed: () => elapsed })
  const pass = async (minutes: number) => {
    for (let n = 0; n < minutes; n += 1) {
      now += MINUTE
      elapsed += MINUTE
      await watch()
    }
  }
  const setClock = (minutes: number) => {
    now += minutes * MINUTE
  }
  await store.services.noteContact('scheduler', '', now)
  await store.outbox.post(
    [
      {
        letter: { kind: 'report-arrived', locale: 'en', data: {} },
        recipient: { kind: 'address', id: 'other@faraway.example' },
        dedupeKey: 'other',
      },
    ],
    now,
  )
  return { store, sink, pass, setClock, watch, now: () => now }
}

test('this app itself mails the officers, once, that the scheduler has stopped for 10 minutes, and sends nothing else', async () => {
  const { store, sink, pass } = await watched()
  await pass(10)
  expect([await store.questions.open(), sink.received]).toEqual([[], []])
  await pass(20)
  expect(sink.received.map(({ to }) => to)).toEqual([['lin@faraway.example']])
  expect(sink.received[0]?.raw).toContain('The scheduler has stopped')
  expect(await store.questions.open()).toMatchObject([{ data: { service: 'scheduler', since: START } }])
  expect(await store.outbox.counts()).toMatchObject({ sent: 1 })
})

test('a scheduler that runs again settles the question, and a second stop is mailed again', async () => {
  const { store, sink, pass, now } = await watched()
  await pass(13)
  await store.services.noteContact('scheduler', '', now())
  expect(await store.questions.open()).toEqual([])
  await pass(5)
  expect(sink.received).toHaveLength(1)
  await pass(10)
  expect(sink.received).toHaveLength(2)
})

test('a clock that jumps ahead does not make a running scheduler look stopped', async () => {
  const { store, sink, pass, setClock, watch, now } = await watched()
  await pass(1)
  setClock(300)
  await watch()
  await store.services.noteContact('scheduler', '', now())
  await pass(5)
  expect([await store.questions.open(), sink.received]).toEqual([[], []])
})

test('a mail server that is down gets the letter when it is back', async () => {
  const { store, sink, pass, now } = await watched()
  await sink.close()
  await pass(15)
  expect(await store.outbox.counts()).toMatchObject({ sent: 0, queued: 1 })
  await store.services.noteContact('scheduler', '', now())
  // The question has settled, so its letter must not arrive as stale news.
  expect(await store.outbox.counts()).toMatchObject({ queued: 0, suppressed: 1 })
})
