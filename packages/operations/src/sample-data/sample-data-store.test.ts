import { organisationStore } from '@wayproof/accounts/organisation/organisation-store'
import { Prisma } from '@wayproof/database/generated/client'
import type { StoreDatabase } from '@wayproof/database/store-database'
import { engines, openBeside } from '@wayproof/database/testing/engines'
import { evidenceStore } from '@wayproof/evidence/imports/evidence-store'
import { rightsStore } from '@wayproof/evidence/rights/rights-store'
import { insertLetter } from '@wayproof/journal/outbox/insert-letter'
import { isSampleLoaded, SampleGone, SampleIsLoaded } from '@wayproof/journal/sample-data/sample-data'
import { systemIds, systemTokens } from '@wayproof/kernel/system'
import { describe, expect, test } from 'vitest'
import { sampleDataStore } from './sample-data-store.ts'

const tokens = { tokens: systemTokens }
const NOW = Date.UTC(2026, 10, 2)
const LEASE = 60_000
const own = {
  ...{ nameZh: '远行', nameEn: 'Farway', contactEmail: 'p@x.example', programmeStart: '2026-11-01' },
  ...{ foundedOn: '1998-05-01', baselineYear: 2024, sample: false },
}
const company = { ...own, nameEn: 'Sample', programmeStart: '2025-01-01', sample: true }
const sample = (loadId: string, now = NOW) => ({
  ...{ loadId, stepsAll: 3, organisation: company, now, leaseUntil: now + LEASE },
})
const origin = (id: string) => ({ id, fileName: 'bookings.csv', digest: 'd', at: NOW, by: 'lin' })
const rows = [{ rowNumber: 2, cells: { month: '2026-01', channel: 'app', count: 3 } }] as never

/** Every row of every table. `register_revision` only ever grows, and the audit log records both acts. */
async function allRows(database: StoreDatabase): Promise<Record<string, unknown>> {
  const records = await database.records()
  const models = Object.values(Prisma.ModelName).filter((name) => !['RegisterRevision', 'AuditEntry'].includes(name))
  const tables = models.map(async (model) => {
    const delegate: unknown = Reflect.get(records, `${model.charAt(0).toLowerCase()}${model.slice(1)}`)
    return [model, await (delegate as { findMany(): Promise<unknown> }).findMany()] as const
  })
  return Object.fromEntries(await Promise.all(tables))
}

describe.each(engines)('sample data on $engine', ({ open }) => {
  async function opened() {
    const database = await open()
    await organisationStore(database).save(own)
    return { database, store: sampleDataStore(database, tokens) }
  }

  test('is begun once by two processes, and its removal leaves every table as it was', async () => {
    const { database, store } = await opened()
    const before = await allRows(database)
    const other = sampleDataStore(openBeside(database), tokens)
    const begun = await Promise.all([store.begin(sample('a')), other.begin(sample('b'))])
    expect(begun.toSorted()).toEqual(['begun', 'loading'])
    const loadId = begun[0] === 'begun' ? 'a' : 'b'
    expect(await store.state(NOW)).toEqual({ phase: 'loading', stepsDone: 0, stepsAll: 3 })
    await store.evidence(loadId).saveRows('bookings', rows, origin('one'))
    await store.step(loadId, 1, NOW + LEASE)
    expect(await organisationStore(database).get()).toMatchObject({ nameEn: 'Sample', sample: true })
    expect(await other.remove(NOW)).toBe(false)
    await store.finish(loadId)
    expect(await store.state(NOW)).toEqual({ phase: 'loaded', stepsDone: 3, stepsAll: 3 })
    expect(await other.begin(sample('c'))).toBe('loaded')
    expect(await other.remove(NOW)).toBe(true)
    expect(await allRows(database)).toEqual(before)
    expect(await other.remove(NOW)).toBe(false)
  })

  test('is refused beside a single record', async () => {
    const { database, store } = await opened()
    expect(await store.isEmpty()).toBe(true)
    await evidenceStore(database).saveRows('bookings', rows, origin('own'))
    expect([await store.isEmpty(), await store.begin(sample('a'))]).toEqual([false, 'not-empty'])
    expect(await store.state(NOW)).toBeNull()
    expect(await organisationStore(database).get()).toMatchObject({ nameEn: 'Farway' })
  })

  test('refuses own records, and letters that would tell of it, from its first moment', async () => {
    const { database, store } = await opened()
    await store.begin(sample('a'))
    await expect(evidenceStore(database).saveRows('bookings', rows, origin('own'))).rejects.toThrow(SampleIsLoaded)
    await expect(organisationStore(database).save(own)).rejects.toThrow(SampleIsLoaded)
    const post = (kind: string, id: string) => {
      const letter = { letter: { kind, locale: 'en', data: {} }, recipient: { kind: 'user', id: 'u' }, dedupeKey: id }
      return database.write((query) => insertLetter(query, id, letter as never, NOW))
    }
    expect([await post('deadlines', 'd'), await post('user-invitation', 'i')]).toEqual([0, 1])
    await store.remove(NOW + LEASE + 1)
    expect(await post('deadlines', 'd')).toBe(1)
  })

  test('refuses a request that began before the load, and admits those of the load', async () => {
    const { database, store } = await opened()
    await store.begin(sample('a'))
    const stamp = {
      dueOn: '2026-11-22',
      status: 'received',
      anonymous: true,
      locale: 'en',
      recordedOn: '2026-11-01',
    } as const
    const days = { identityCheckedOn: null, answeredOn: null, extendedOn: null, closedOn: null, addressDroppedOn: null }
    const facts = { kind: 'access', regime: 'china', channel: 'telephone', receivedOn: '2026-11-01' } as const
    const message = { author: 'person', purpose: 'message', day: '2026-11-01', textSealed: new Uint8Array(4) } as const
    const open = (id: string) => {
      const codeHash = systemTokens.bytes(32)
      const unset = { outcome: null, contactSealed: null, code: null }
      return rightsStore(database, systemIds).openCase({ id, ...facts, ...stamp, ...days, ...unset, codeHash, message })
    }
    await expect(open('own')).rejects.toSatisfy(isSampleLoaded)
    await store.noteCase('a', 'listed')
    await open('listed')
    expect(await database.query.all('SELECT id FROM rights_case')).toEqual([{ id: 'listed' }])
  })

  test('a load that was taken for dead writes nothing more, and what it left is removed', async () => {
    const { database, store } = await opened()
    const before = await allRows(database)
    await store.begin(sample('a'))
    await store.evidence('a').saveRows('bookings', rows, origin('one'))
    const later = NOW + LEASE + 1
    expect(await store.state(later)).toMatchObject({ phase: 'left-over' })
    expect(await store.remove(later)).toBe(true)
    expect(await allRows(database)).toEqual(before)
    const late = [
      () => store.evidence('a').saveRows('bookings', rows, origin('two')),
      () => store.noteCase('a', 'r'),
      () => store.step('a', 2, later),
      () => store.finish('a'),
    ]
    for (const write of late) await expect(write()).rejects.toThrow(SampleGone)
    expect(await allRows(database)).toEqual(before)
  })

  test('a record that is not of the sample data stays', async () => {
    const { database, store } = await opened()
    await store.begin(sample('a'))
    await store.evidence('a').saveRows('bookings', rows, origin('one'))
    // As if written by a process that had looked before the load began.
    await database.write((query) =>
      query.run(
        `INSERT INTO bookings (month, channel, count, import_id, row_number) VALUES ('2026-02', 'web', 5, '', 0)`,
      ),
    )
    await store.remove(NOW + LEASE + 1)
    expect(await database.query.all('SELECT month, channel FROM bookings')).toEqual([
      { month: '2026-02', channel: 'web' },
    ])
  })

  test('without an organisation before there is none after', async () => {
    const database = await open()
    const store = sampleDataStore(database, tokens)
    await store.begin({ ...sample('a'), loadId: systemIds.next() })
    await store.remove(NOW + LEASE + 1)
    expect(await organisationStore(database).get()).toBeNull()
  })
})
