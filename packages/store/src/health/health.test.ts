import { expect, test } from 'vitest'
import { openTestPostgresql } from '../testing/test-postgresql.ts'
import { type HealthReading, judgeHealth } from './health.ts'
import { healthStore } from './health-store.ts'

const now = Date.UTC(2030, 0, 1)
const minutes = (count: number) => count * 60_000
const well: HealthReading = {
  isDatabaseReadable: true,
  isDatabaseDamaged: false,
  freeShare: 0.5,
  lastLook: now,
  oldestDue: null,
}

test.each<[Partial<HealthReading>, object]>([
  [{}, { ok: true, database: 'ok', disk: 'ok', scheduler: 'ok', letters: 'ok' }],
  [{ freeShare: 0.05 }, { ok: true, disk: 'ok' }],
  [{ freeShare: 0.0499 }, { ok: false, disk: 'low' }],
  [{ freeShare: null }, { ok: true, disk: 'unknown' }],
  [{ isDatabaseReadable: false }, { ok: false, database: 'unreadable' }],
  [{ isDatabaseDamaged: true }, { ok: false, database: 'damaged' }],
  [{ lastLook: now - minutes(5) }, { ok: true, scheduler: 'ok' }],
  [{ lastLook: now - minutes(5) - 1 }, { ok: true, scheduler: 'late' }],
  [{ lastLook: null }, { ok: true, scheduler: 'never' }],
  [{ oldestDue: now - minutes(60) }, { ok: true, letters: 'ok' }],
  [{ oldestDue: now - minutes(60) - 1 }, { ok: true, letters: 'waiting' }],
])('%j is %j', (reading, health) => {
  expect(judgeHealth({ ...well, ...reading }, now)).toMatchObject(health)
})

test('an installation on PostgreSQL reads its health from the database, without the disk of the server', async () => {
  const database = await openTestPostgresql()
  const session = database.openSession()
  const health = healthStore(session)
  expect(await health.read(now)).toMatchObject({ ok: true, database: 'ok', disk: 'unknown', scheduler: 'never' })
  const letter = { kind: 'report-arrived', recipientKind: 'address', recipientId: 'a@x.example', locale: 'en' }
  const due = { data: '{}', dedupeKey: 'l', state: 'queued', notBefore: new Date(now), createdAt: new Date(now) }
  await (await database.records()).letter.create({ data: { id: 'l', ...letter, ...due } })
  expect(await health.read(now + minutes(61))).toMatchObject({ ok: true, letters: 'waiting' })
  await session.close()
  expect(await health.read(now)).toMatchObject({ ok: false, database: 'unreadable' })
})
