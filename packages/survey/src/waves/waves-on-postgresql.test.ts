import type { QueryDatabase } from '@wayproof/database/query/query-database'
import { mirrorToPostgresql } from '@wayproof/database/testing/mirror-to-postgresql'
import { openTestPostgresql } from '@wayproof/database/testing/test-postgresql'
import { systemIds } from '@wayproof/kernel/system'
import { outboxStore } from '@wayproof/letters/outbox/outbox-rows'
import { expect, test } from 'vitest'
import { closingDayAgreedOn } from '../reminders/agreed-close.ts'
import { DEPUTY, OFFICER, openedWave, remindNow, submit, surveyOnSqlite, tokens } from '../testing/survey-world.ts'
import { closeChangeStore } from './close-changes.ts'
import { countOpenWave } from './counts/count-open-wave.ts'
import { funnelOf } from './counts/read-funnel.ts'
import { pauseStore } from './pause-wave-rows.ts'
import { undeliveredLetters } from './wave-store.ts'

/** A wave with sent, refused, deferred and returned letters, answers and reminders, on both engines. */
async function mirrored() {
  const world = await surveyOnSqlite()
  await openedWave(world, 40)
  const { database, ports } = world
  const outbox = outboxStore({ database, ids: systemIds, keyring: ports.keyring })
  const now = ports.clock.now()
  const [refused, policy, deferred, ...sent] = await outbox.claim(40, now, now + 60_000)
  if (!refused || !policy || !deferred) throw new Error('too few letters')
  await outbox.markFailed(refused, '550 user unknown', now + 1)
  await outbox.markFailed(policy, '550 DMARC check failed', now + 2)
  await outbox.markDeferred(deferred, '451 busy', now + 3, now + 600_000)
  for (const letter of sent) await outbox.markSent(letter, '250 taken', now)
  for (const token of (await tokens(world)).slice(0, 12)) await submit(world, token, { overall: '5' })
  world.setNow('2026-07-08T01:00:00Z')
  await remindNow(world)
  const postgresql = await openTestPostgresql()
  await mirrorToPostgresql(database, postgresql)
  const wave = (await ports.store.wave('2026-H1'))?.id ?? ''
  const engines: readonly QueryDatabase[] = [database, postgresql]
  return { waveId: wave, engines }
}

async function onBoth<T>(engines: readonly QueryDatabase[], work: (database: QueryDatabase) => Promise<T>): Promise<T> {
  const [sqlite, postgresql] = [await work(engines[0] as QueryDatabase), await work(engines[1] as QueryDatabase)]
  expect(postgresql).toEqual(sqlite)
  return sqlite
}

test('PostgreSQL counts a wave, its letters and the undelivered ones as SQLite does', async () => {
  const { waveId, engines } = await mirrored()
  const funnel = async (database: QueryDatabase) =>
    funnelOf(database, await (await database.records()).wave.findUniqueOrThrow({ where: { id: waveId } }))
  expect(await onBoth(engines, funnel)).toMatchObject({ counted: { kind: 'not-yet' } })
  const hour = Date.parse('2026-07-08T02:00:00Z')
  expect(await onBoth(engines, (database) => countOpenWave(database, waveId, hour))).toBe(true)
  expect(await onBoth(engines, (database) => countOpenWave(database, waveId, hour))).toBe(false)
  expect(await onBoth(engines, funnel)).toMatchObject({ counted: { asOf: hour }, delivered: 35, answered: null })
  const listed = await onBoth(engines, (database) =>
    undeliveredLetters(database)(waveId, { offset: 0, limit: 9, now: hour }),
  )
  expect(listed).toMatchObject({ total: 3, byPolicy: 1, letters: [{ state: 'deferred' }, {}, { state: 'failed' }] })
  for (const status of ['closed', 'unlinked'])
    await onBoth(engines, async (database) => {
      await database.write((query) =>
        query.run(`UPDATE wave SET status = @status, unlinked_at = @at`, {
          status,
          at: status === 'closed' ? null : new Date(hour),
        }),
      )
      return funnel(database)
    })
})

test('PostgreSQL pauses and resumes a wave and changes its close as SQLite does', async () => {
  const { waveId, engines } = await mirrored()
  const letters = ({ query }: QueryDatabase) =>
    query.all<{ kind: string; data: string }>(
      `SELECT kind, data FROM letter WHERE state = 'queued' ORDER BY dedupe_key`,
    )
  await onBoth(engines, async (database) => {
    const moments = { createdAt: new Date(0), updatedAt: new Date(0) }
    const officer = { id: 'o', name: 'Lin', email: 'lin@x.example', emailVerified: true, role: 'officer', locale: 'en' }
    await (await database.records()).user.create({ data: { ...officer, ...moments } })
    const store = pauseStore(database, { ids: { next: () => 'letter-1' } })
    const [health] = await store.letterHealth()
    if (!health) throw new Error('no wave')
    const pause = { at: 5, reason: 'hard-bounces' } as const
    const paused = [await store.pauseWave(waveId, pause, health), await store.pauseWave(waveId, pause, health)]
    const resumed = [await store.resumeWave(waveId), await store.resumeWave(waveId)]
    return [health, paused, resumed, await store.letterHealth(), await letters(database)]
  })
  const decided = await onBoth(engines, async (database) => {
    const store = closeChangeStore(database)
    const change = {
      id: 'c',
      waveId,
      closesOn: '2026-07-20',
      reason: 'a test',
      proposedBy: OFFICER,
      proposedAt: 1,
      decided: null,
    }
    const proposed = [
      await store.proposeClose(change, OFFICER.mailbox),
      await store.proposeClose(change, OFFICER.mailbox),
    ]
    const close = { closesOn: '2026-07-20', closesAt: Date.parse('2026-07-20T16:00:00Z') }
    const decision = { by: DEPUTY, at: 2, close }
    const results = [await store.decideClose('c', decision), await store.decideClose('c', decision)]
    const waiting = await letters(database)
    return {
      ...{ proposed, results, agreed: await closingDayAgreedOn(database.query, waveId) },
      changes: await store.closeChanges(waveId),
      closesOn: waiting.map(({ data }) => (JSON.parse(data) as { closesOn?: string }).closesOn),
    }
  })
  expect(decided).toMatchObject({ proposed: [true, false], results: [true, false], agreed: '2026-07-20' })
  expect(decided.closesOn).toContain('2026-07-20')
})
