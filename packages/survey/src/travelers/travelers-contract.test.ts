import type { QueryDatabase } from '@wayproof/database/query/query-database'
import { engines } from '@wayproof/database/testing/engines'
import { keyring } from '@wayproof/kernel/secrets/keyring'
import { systemIds, systemTokens } from '@wayproof/kernel/system'
import { describe, expect, test } from 'vitest'
import type { SurveyStore } from '../ports.ts'
import { travelerFile, travelerRow, travelerRows } from '../testing/survey-world.ts'
import { addressKey } from './address-key.ts'
import { eraseTraveler } from './erase-traveler.ts'
import { importTravelers } from './import-travelers.ts'
import type { TravelerRow } from './traveler.ts'
import { travelerStore } from './traveler-store.ts'

const KEYS = keyring(new Uint8Array(32).fill(5))
const NOW = Date.parse('2026-07-01T01:00:00Z')
/** More rows than are staged on the thread that reads them. */
const MANY = 2_600

const WAVE = {
  ...{ id: 'w', period: '2026-H1', status: 'open', mode: 'census', questionnaireId: 'q', questionnaireVersion: 1 },
  ...{ ruleVersion: '1', minimumForStatus: 1, smallestGroup: 5, registeredCount: 1, frameCount: 1, invitedCount: 1 },
  ...{ mergeMap: '{}', openedAt: new Date(NOW), closesAt: new Date(NOW), sealedClosesAt: new Date(NOW) },
  ...{ firstReminderDays: 3, lastReminderDays: 7, letterLimit: 3, checklist: '{}' },
}

const keyOf = (email: string) => new Uint8Array(addressKey(KEYS, email))

describe.each(engines)('travelers on $engine', ({ open }) => {
  async function opened() {
    const database = await open()
    const queries: QueryDatabase = database
    const deps = { ids: systemIds, tokens: systemTokens, keyring: KEYS }
    const store = travelerStore(database, deps)
    const ports = { store: store as SurveyStore, clock: { now: () => NOW }, timeZone: 'Asia/Shanghai', ...deps }
    return {
      records: await queries.records(),
      store,
      ports,
      bring: (rows: readonly TravelerRow[], dryRun = false) => importTravelers(ports, travelerFile(rows, dryRun)),
      erase: (customerNumber: string) => eraseTraveler(ports, { customerNumber }),
    }
  }
  type Opened = Awaited<ReturnType<typeof opened>>

  const addressOf = async ({ records }: Opened, customerNumber: string) => {
    const found = await records.traveler.findUnique({ where: { customerNumber } })
    return found && KEYS.open('address', found.emailSealed)
  }

  /** Traveler 1 is invited and has a draft, and two letters wait. */
  async function invite({ records }: Opened): Promise<void> {
    const { id: travelerId = '' } = (await records.traveler.findUnique({ where: { customerNumber: 'C-1' } })) ?? {}
    await records.wave.create({ data: WAVE })
    await records.invitation.create({ data: { id: 'i', waveId: 'w', travelerId, generation: 0, answered: false } })
    await records.draft.create({ data: { invitationId: 'i', sealed: new Uint8Array(3) } })
    const letter = {
      ...{ recipientKind: 'traveler', recipientId: travelerId, locale: 'en', waveId: 'w', state: 'queued' },
      ...{ data: JSON.stringify({ invitationId: 'i', generation: 0 }), notBefore: new Date(0), createdAt: new Date(0) },
    }
    for (const kind of ['survey-invitation', 'survey-reminder'])
      await records.letter.create({ data: { ...letter, id: kind, kind, dedupeKey: kind } })
  }

  test('a long file is imported with every cell, and one traveler for each address', async () => {
    const world = await opened()
    const odd = { region: '华东', residence: 'DE cn', basis: 'soft-opt-in', basisNotice: true, basisWording: null }
    const rows = travelerRows(MANY)
      .with(2, travelerRow(3, { ...odd, adult: null }))
      .with(8, travelerRow(9, { email: 'Traveler-2600@Example.com', lastTrip: '2026-02' }))
    expect(await world.bring(rows)).toMatchObject({
      value: { rows: MANY, added: MANY - 1, changed: 0, notAdult: 1, noBasis: 1, sameAddress: 1 },
    })
    expect(await world.store.registeredTravelers()).toBe(MANY - 1)
    const {
      id: _,
      emailSealed: __,
      emailKey: ___,
      mailDomain,
      importId,
      ...cells
    } = (await world.records.traveler.findUnique({ where: { customerNumber: 'C-3' } })) ?? {}
    expect(cells).toEqual({
      ...{ customerNumber: 'C-3', locale: 'en', tripType: 'own', channel: 'app', region: '华东', lastTrip: '2026-03' },
      ...{ adult: false, residence: 'CN DE', basis: 'soft-opt-in', basisWording: null, basisNamesSurveys: true },
      ...{ basisNotice: true, basisSource: 'booking', basisDate: '2024-01-01', basisHolds: false },
    })
    expect(mailDomain).toHaveLength(8)
    expect(await addressOf(world, 'C-2600')).toBe('traveler-2600@example.com')
    expect(await world.records.importFile.findUnique({ where: { id: importId ?? '' } })).toMatchObject({
      ...{ register: 'travelers', rowCount: MANY, importedAt: new Date(NOW), importedBy: 'officer', byKey: false },
    })
  })

  test('a file over the register has new, changed, swapped, unchanged and replaced rows, first as a dry run', async () => {
    const world = await opened()
    await world.bring(travelerRows(6))
    const rows = [
      travelerRow(1, { email: 'traveler-2@example.com' }),
      travelerRow(2, { email: 'traveler-1@example.com' }),
      travelerRow(3, { region: 'moved' }),
      travelerRow(4),
      travelerRow(7),
      travelerRow(8, { email: 'traveler-6@example.com', lastTrip: '2026-05' }),
      travelerRow(9, { email: 'traveler-5@example.com', lastTrip: '2026-01' }),
    ]
    const counts = { added: 2, changed: 3, unchanged: 1, notAdult: 0, noBasis: 0, erased: 0, sameAddress: 2 }
    const dry = await world.bring(rows, true)
    expect(dry).toMatchObject({
      value: {
        ...counts,
        found: {
          region: {
            values: [
              { value: 'moved', count: 1, isNew: true },
              { value: 'east', isNew: false },
            ],
            more: 0,
          },
        },
      },
    })
    expect(await world.store.registeredTravelers()).toBe(6)
    expect(await world.bring(rows)).toMatchObject({ value: counts })
    expect(await addressOf(world, 'C-1')).toBe('traveler-2@example.com')
    expect(await addressOf(world, 'C-2')).toBe('traveler-1@example.com')
    expect(await addressOf(world, 'C-6')).toBeNull()
    expect(await world.records.deletionProof.findMany({ select: { rule: true, place: true, count: true } })).toEqual([
      { rule: 'same-address', place: 'traveler', count: 1 },
    ])
    expect(await world.bring(rows)).toMatchObject({ value: { added: 0, changed: 0, unchanged: 6, sameAddress: 1 } })
  })

  test('a repeated number is reported with its first row, and nothing is imported', async () => {
    const world = await opened()
    const twice = (n: number, rowNumber: number) => ({ ...travelerRow(n), rowNumber })
    const rows = [...travelerRows(3_000), twice(7, 9_001), twice(7, 9_002), twice(2_000, 9_003)]
    expect(await world.bring(rows)).toMatchObject({
      fault: {
        rows: [
          { rowNumber: 9_001, code: 'customer-twice', text: 'C-7', figures: { row: 8 } },
          { rowNumber: 9_002, text: 'C-7', figures: { row: 8 } },
          { rowNumber: 9_003, text: 'C-2000', figures: { row: 2_001 } },
        ],
        total: 3,
      },
    })
    expect(await world.store.registeredTravelers()).toBe(0)
  })

  test('a new address ends links and drafts, deletes waiting reminders and keeps an objection in force', async () => {
    const world = await opened()
    await world.bring(travelerRows(2))
    await invite(world)
    await world.store.suppressAddress(keyOf('traveler-1@example.com'), 'objected', 1)
    expect(await world.bring([travelerRow(1, { email: 'moved@example.com' })])).toMatchObject({ value: { changed: 1 } })
    const { records } = world
    expect(await records.draft.count()).toBe(0)
    expect(await records.invitation.findUnique({ where: { id: 'i' } })).toMatchObject({ generation: 1 })
    const [letter, ...others] = await records.letter.findMany()
    expect(JSON.parse(letter?.data ?? '')).toEqual({ invitationId: 'i', generation: 1 })
    expect([letter?.kind, others]).toEqual(['survey-invitation', []])
    expect(await world.store.wantsNoLetters(keyOf('moved@example.com'))).toBe(true)
  })

  test('an erased address does not come back, and a traveler invited in a running wave keeps the mailbox', async () => {
    const world = await opened()
    await world.bring(travelerRows(3))
    await invite(world)
    const later = travelerRow(8, { email: 'traveler-1@example.com', lastTrip: '2026-06' })
    expect(await world.bring([later])).toMatchObject({ value: { added: 0, sameAddress: 1 } })
    expect(await world.erase('C-1')).toMatchObject({ ok: true, value: { found: true } })
    expect(await world.erase('C-1')).toMatchObject({ fault: { code: 'traveler-unknown' } })
    const { records } = world
    const left = [await records.invitation.count(), await records.draft.count(), await records.letter.count()]
    expect([...left, await world.store.registeredTravelers()]).toEqual([0, 0, 0, 2])
    expect(await world.bring([travelerRow(1), later, travelerRow(2)])).toMatchObject({
      value: { added: 0, unchanged: 1, erased: 2 },
    })
    expect(await world.store.suppressAddress(keyOf('traveler-1@example.com'), 'objected', 2)).toBe(false)
    expect(await records.suppression.findMany()).toMatchObject([{ reason: 'erased' }])
    expect(await world.store.wantsNoLetters(keyOf('traveler-2@example.com'))).toBe(false)
    expect(await world.store.suppressAddress(keyOf('traveler-2@example.com'), 'bounced', 2)).toBe(true)
  })
})
