import { describe, expect, test } from 'vitest'
import { addressKey } from '../../travelers/address-key.ts'
import { type TravelerRow, travelerFrom } from '../../travelers/traveler.ts'
import { openSurvey } from '../open-survey.ts'
import { importRows, travelerRow, travelerRows } from '../traveler-rows.ts'
import type { OpenContractFixture } from './contract-fixture.ts'

const NOBODY = { added: 0, changed: 0, unchanged: 0, notAdult: 0, noBasis: 0, erased: 0, sameAddress: 0 }
const frame = { months: { first: '2026-01', last: null }, budgetFrom: 0, letterLimit: 3 }

/** The behavior that every storage of the traveler register has. */
export function travelerStoreContract(engine: string, open: OpenContractFixture): void {
  const register = async (rows: readonly TravelerRow[]) => {
    const { ports, ...fixture } = await open()
    await importRows(ports, rows)
    const keyOf = (n: number) => addressKey(ports.keyring, `traveler-${n}@example.com`)
    const add = async (...more: TravelerRow[]) => {
      const { rows: _, digest: __, ...counts } = await importRows(ports, more)
      return counts
    }
    return { ...fixture, ports, store: ports.store, keyOf, add }
  }

  describe(`travelers in ${engine}`, () => {
    test('an import adds new customers, changes known ones and leaves equal ones', async () => {
      const { store, add } = await register(travelerRows(2))
      const counts = await add(travelerRow(1), travelerRow(2, { region: 'south' }), travelerRow(3))
      expect(counts).toEqual({ ...NOBODY, added: 1, changed: 1, unchanged: 1 })
      expect(await store.registeredTravelers()).toBe(3)
    })

    test('people who may not be invited are imported and counted', async () => {
      const { add } = await register(travelerRows(1))
      const counts = await add(travelerRow(2, { adult: false }), travelerRow(3, { basis: null }))
      expect(counts).toEqual({ ...NOBODY, added: 2, notAdult: 1, noBasis: 1 })
    })

    test('one traveler of a file has a mailbox: who may be mailed, then the later trip, then the last row', async () => {
      const { store, add } = await register(travelerRows(1))
      const at = { email: 'shared@example.com' }
      const counts = await add(
        travelerRow(2, { ...at, lastTrip: '2026-05', adult: false }),
        travelerRow(3, { ...at, lastTrip: '2026-02' }),
        travelerRow(4, { ...at, lastTrip: '2026-04' }),
      )
      expect(counts).toEqual({ ...NOBODY, added: 1, sameAddress: 2 })
      expect(await store.registeredTravelers()).toBe(2)
    })

    test('a registered traveler keeps the mailbox against an earlier trip and loses it to a later one', async () => {
      const { store, add } = await register(travelerRows(1))
      const at = { email: 'traveler-1@example.com' }
      expect(await add(travelerRow(2, { ...at, lastTrip: '2026-02' }))).toEqual({ ...NOBODY, sameAddress: 1 })
      expect(await add(travelerRow(3, { ...at, lastTrip: '2026-04' }))).toEqual({ ...NOBODY, added: 1, sameAddress: 1 })
      expect(await store.registeredTravelers()).toBe(1)
    })

    test('a traveler who is invited to a wave that still runs keeps the mailbox', async () => {
      const { ports, store, add } = await register([])
      await openSurvey(ports, { travelers: 1 })
      const counts = await add(travelerRow(2, { email: 'traveler-1@example.com', lastTrip: '2026-06' }))
      expect(counts).toEqual({ ...NOBODY, sameAddress: 1 })
      expect(await store.registeredTravelers()).toBe(1)
    })

    test('staged rows that repeat a customer number are reported with the first row that has it', async () => {
      const { store } = await register([])
      const staging = store.stageTravelers(1)
      const row = (rowNumber: number) => ({ rowNumber, traveler: sampleTraveler() })
      await staging.add([row(2), row(3), row(4)])
      expect(await staging.repeated()).toEqual({ rows: [{ rowNumber: 3, text: 'C-1', otherRow: 2 }], total: 2 })
      await staging.discard()
      expect(await store.registeredTravelers()).toBe(0)
    })

    test('an address can be suppressed before anybody has it; an objection replaces a bounce and not the reverse', async () => {
      const { store, keyOf } = await register(travelerRows(1))
      expect(await store.suppressAddress(keyOf(1), 'bounced', 1)).toBe(true)
      expect(await store.suppressAddress(keyOf(9), 'bounced', 1)).toBe(false)
      expect(await store.wantsNoLetters(keyOf(9))).toBe(false)
      await store.suppressAddress(keyOf(9), 'objected', 2)
      await store.suppressAddress(keyOf(9), 'bounced', 3)
      expect([await store.wantsNoLetters(keyOf(9)), await store.wantsNoLetters(keyOf(2))]).toEqual([true, false])
    })

    test('an unsubscribe can be taken back; an objection after it cannot', async () => {
      const { store, keyOf } = await register(travelerRows(1))
      await store.suppressAddress(keyOf(1), 'unsubscribed', 1)
      expect(await store.isUnsubscribed(keyOf(1))).toBe(true)
      await store.undoUnsubscribe(keyOf(1), 2)
      expect([await store.isUnsubscribed(keyOf(1)), await store.wantsNoLetters(keyOf(1))]).toEqual([false, false])
      for (const reason of ['objected', 'erased'] as const) {
        const key = keyOf(reason.length)
        await store.suppressAddress(key, 'unsubscribed', 3)
        await store.suppressAddress(key, reason, 4)
        await store.suppressAddress(key, 'unsubscribed', 5)
        await store.undoUnsubscribe(key, 6)
        expect([await store.isUnsubscribed(key), await store.wantsNoLetters(key)]).toEqual([false, true])
      }
    })

    test('an erased traveler leaves the register, and no import restores the address', async () => {
      const { store, ports, keyOf, add } = await register(travelerRows(2))
      const at = ports.clock.now()
      const erase = (person: Parameters<typeof store.eraseTraveler>[0]['person']) =>
        store.eraseTraveler({ person, at, day: '2026-07-01' })
      expect(await erase({ customerNumber: 'C-9' })).toBeNull()
      expect(await erase({ customerNumber: 'C-1' })).toMatchObject({ found: true })
      expect(await erase({ emailKey: keyOf(5) })).toMatchObject({ found: false })
      expect(await add(travelerRow(1), travelerRow(5))).toEqual({ ...NOBODY, erased: 2 })
      expect(await store.registeredTravelers()).toBe(1)
      expect(await store.wantsNoLetters(keyOf(5))).toBe(true)
    })

    test('the frame counts who is eligible and why the others are not, by the first reason of the ladder', async () => {
      const { store, keyOf, add } = await register([
        ...travelerRows(4),
        travelerRow(5, { adult: false, basis: null }),
        travelerRow(6, { basis: null }),
        travelerRow(7, { lastTrip: '2025-12' }),
      ])
      await store.suppressAddress(keyOf(1), 'bounced', 1)
      await store.suppressAddress(keyOf(2), 'objected', 1)
      await store.suppressAddress(keyOf(5), 'objected', 1)
      const skip = (reason: string) => ({ stage: 'invitation', reason, count: 1 })
      expect(await store.countFrame(frame)).toEqual({
        eligible: 2,
        skips: ['bounced', 'no-basis', 'not-adult', 'objected'].map(skip),
      })
      const closedMonths = { ...frame, months: { first: '2025-01', last: '2025-12' } }
      expect(await store.countFrame(closedMonths)).toEqual({ eligible: 1, skips: [] })
      await add(travelerRow(8, { locale: 'zh-CN', basis: null }))
      expect(await store.countEligibleByLanguage(frame)).toEqual({ en: 1, 'zh-CN': 1 })
    })

    test('a traveler who has had all letters of the half-year is out of budget', async () => {
      const { ports, store, sendLetters } = await register([])
      await openSurvey(ports, { travelers: 2 })
      await sendLetters()
      const spent = { ...frame, letterLimit: 1, budgetFrom: ports.clock.now() }
      const skips = [{ stage: 'invitation', reason: 'budget', count: 2 }]
      expect(await store.countFrame(spent)).toEqual({ eligible: 0, skips })
      expect(await store.countFrame({ ...spent, budgetFrom: ports.clock.now() + 1 })).toEqual({
        eligible: 2,
        skips: [],
      })
    })

    test('a customer with a new address keeps an objection, and the old links expire', async () => {
      const { ports, store, add, keyOf, invitationIds } = await register([])
      await openSurvey(ports, { travelers: 1 })
      await store.suppressAddress(keyOf(1), 'objected', 1)
      await add(travelerRow(1, { email: 'traveler-8@example.com' }))
      expect(await store.wantsNoLetters(keyOf(8))).toBe(true)
      expect(await store.invitation((await invitationIds())[0] ?? '')).toMatchObject({ generation: 1 })
    })
  })
}

function sampleTraveler() {
  const outcome = travelerFrom(travelerRow(1).cells, '2026-07-01')
  if (!outcome.ok) throw new Error(outcome.fault.code)
  return outcome.value
}
