import { describe, expect, test } from 'vitest'
import type { ContractStores, OpenContractStores } from './contract-stores.ts'
import {
  closer,
  freezeNamed,
  freezer,
  mailboxOf,
  missingList,
  PERIOD,
  reopeningOf,
  sealAfter,
  signatureOn,
} from './stored-closing.ts'

const freeze = ({ closing }: ContractStores, id: string, version = 1) =>
  closing.freeze(freezeNamed(id, PERIOD, version), mailboxOf(freezer.id), [missingList])

const sign = ({ closing }: ContractStores, id: string) =>
  closing.sign(signatureOn(id, 'staff-training'), mailboxOf('human-resources'))

/** The behavior that every storage of freezes, signatures and seals has. */
export function closingStoreContract(engine: string, open: OpenContractStores): void {
  describe(`closing in ${engine}`, () => {
    test('a half-year without entries is untouched', async () => {
      const { closing } = await open()
      expect(await closing.closing(PERIOD)).toEqual({ seals: [], reopening: null, freeze: null, signatures: [] })
      expect([await closing.hands(PERIOD), await closing.seals(), await closing.lastSeal()]).toEqual([[], [], null])
    })

    test('a half-year has one pending freeze, and other half-years have their own', async () => {
      const stores = await open()
      expect(await freeze(stores, 'f-1')).toBe(true)
      expect(await freeze(stores, 'f-2')).toBe(false)
      expect(await stores.closing.closing(PERIOD)).toMatchObject({ freeze: freezeNamed('f-1'), signatures: [] })
      expect(await stores.closing.freeze(freezeNamed('f-3', '2025-H1'), mailboxOf(freezer.id), [])).toBe(true)
    })

    test('a goal is signed once on a pending freeze', async () => {
      const stores = await open()
      expect(await sign(stores, 'f-1')).toBe(false)
      await freeze(stores, 'f-1')
      expect([await sign(stores, 'f-1'), await sign(stores, 'f-1')]).toEqual([true, false])
      expect((await stores.closing.closing(PERIOD)).signatures).toEqual([signatureOn('f-1', 'staff-training')])
    })

    test('a lifted freeze ends its signatures and its missing rows, once', async () => {
      const stores = await open()
      const { closing } = stores
      await freeze(stores, 'f-1')
      await sign(stores, 'f-1')
      expect(await closing.takeBackFreeze('f-1', closer, 25)).toBe(true)
      expect(await closing.takeBackFreeze('f-1', closer, 26)).toBe(false)
      expect(await closing.closing(PERIOD)).toEqual({ seals: [], reopening: null, freeze: null, signatures: [] })
      expect(await closing.missing({ period: PERIOD, version: 1 }, missingList)).toBeNull()
      expect([await freeze(stores, 'f-2'), await sign(stores, 'f-1')]).toEqual([true, false])
    })

    test('a seal ends the freeze and the reopening, and keeps the missing rows', async () => {
      const stores = await open()
      const { closing } = stores
      await freeze(stores, 'f-1')
      const first = sealAfter(null)
      expect(await closing.seal(first, 'f-1', 30, null)).toEqual({ told: 0 })
      await closing.reopen(reopeningOf(PERIOD), mailboxOf(freezer.id))
      await freeze(stores, 'f-2', 2)
      const second = sealAfter(first, PERIOD, 2)
      expect(await closing.seal(second, 'f-2', 50, null)).toEqual({ told: 0 })
      const seals = [first, second]
      expect(await closing.closing(PERIOD)).toEqual({ seals, reopening: null, freeze: null, signatures: [] })
      expect([await closing.seals(), await closing.lastSeal()]).toEqual([seals, second])
      const kept = { digests: missingList.digests, rows: [{ ...missingList.rows[0], place: 0 }] }
      for (const version of [1, 2])
        expect(await closing.missing({ period: PERIOD, version }, missingList)).toEqual(kept)
      expect(await closing.deletedMissing()).toBe(0)
    })

    test('nothing is sealed without its pending freeze, or under a number that is taken', async () => {
      const stores = await open()
      const { closing } = stores
      expect(await closing.seal(sealAfter(null), 'f-1', 30, null)).toBeNull()
      await freeze(stores, 'f-1')
      await closing.seal(sealAfter(null), 'f-1', 30, null)
      expect(await closing.seal(sealAfter(null), 'f-1', 31, null)).toBeNull()
      await closing.freeze(freezeNamed('f-2', '2025-H1'), mailboxOf(freezer.id), [])
      expect(await closing.seal(sealAfter(null, '2025-H1'), 'f-2', 32, null)).toBeNull()
      expect((await closing.closing('2025-H1')).freeze?.id).toBe('f-2')
    })

    test('a half-year has one pending reopening, which cannot be withdrawn while the half-year is frozen', async () => {
      const stores = await open()
      const { closing } = stores
      const reopen = () => closing.reopen(reopeningOf(PERIOD), mailboxOf(freezer.id))
      expect(await closing.takeBackReopening(PERIOD, closer, 40)).toBe(false)
      expect([await reopen(), await reopen()]).toEqual([true, false])
      expect((await closing.closing(PERIOD)).reopening).toEqual(reopeningOf(PERIOD))
      await freeze(stores, 'f-1', 2)
      expect(await closing.takeBackReopening(PERIOD, closer, 41)).toBe(false)
      await closing.takeBackFreeze('f-1', closer, 42)
      expect(await closing.takeBackReopening(PERIOD, closer, 43)).toBe(true)
      expect(await closing.takeBackReopening(PERIOD, closer, 44)).toBe(false)
    })

    test('people count as involved while what they reopened, froze or signed is pending', async () => {
      const stores = await open()
      const { closing } = stores
      await closing.reopen(reopeningOf(PERIOD), mailboxOf('reopener'))
      await freeze(stores, 'f-1', 2)
      await sign(stores, 'f-1')
      const hands = async () =>
        (await closing.hands(PERIOD)).map(({ id, mailbox }) => [id, Buffer.from(mailbox ?? []).toString()])
      expect(await hands()).toEqual([
        [freezer.id, 'mailbox of reopener'],
        [freezer.id, 'mailbox of officer-1'],
        ['human-resources', 'mailbox of human-resources'],
      ])
      await closing.takeBackFreeze('f-1', closer, 30)
      expect(await hands()).toEqual([[freezer.id, 'mailbox of reopener']])
      await closing.takeBackReopening(PERIOD, closer, 31)
      expect(await hands()).toEqual([])
    })
  })
}
