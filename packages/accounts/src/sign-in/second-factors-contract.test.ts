import { engines } from '@wayproof/database/testing/engines'
import { describe, expect, test } from 'vitest'
import { secondFactorStore } from './second-factor-store.ts'

const moments = { createdAt: new Date(0), updatedAt: new Date(0) }
const officer = { id: 'o', name: 'Lin', mailbox: Uint8Array.of(2) }
const person = { id: 'p', name: 'An', mailbox: Uint8Array.of(1) }

describe.each(engines)('second factors on $engine', ({ open }) => {
  const opened = async () => {
    const database = await open()
    const { user } = await database.records()
    const data = { ...moments, emailVerified: true, role: 'officer', locale: 'en', twoFactorEnabled: true }
    await user.create({ data: { ...data, id: 'p', name: 'An', email: 'an@x.example' } })
    return { user, factors: secondFactorStore(database) }
  }

  test('a rule that is required again applies from the first time', async () => {
    const { factors } = await opened()
    await factors.setRule({ role: 'officer', required: true, by: 'Lin' }, 1_000)
    await factors.setRule({ role: 'officer', required: true, by: 'An' }, 2_000)
    await factors.setRule({ role: 'auditor', required: true, by: 'An' }, 3_000)
    expect(await factors.rules()).toEqual([
      { role: 'auditor', requiredAt: 3_000 },
      { role: 'officer', requiredAt: 1_000 },
    ])
    await factors.setRule({ role: 'officer', required: false, by: 'An' }, 4_000)
    expect(await factors.requiredAt('officer')).toBeNull()
  })

  test('one reset for each user waits, and a confirmed one remains listed after its user is removed', async () => {
    const { factors, user } = await opened()
    expect(await factors.askReset({ id: 'r1', user: person, by: officer, at: 1_000 })).toBe(true)
    expect(await factors.askReset({ id: 'r2', user: person, by: officer, at: 2_000 })).toBe(false)
    expect((await factors.hands('r1')).map(({ id }) => id)).toEqual(['o', 'p'])
    expect(await factors.users()).toEqual(['p'])
    expect(await factors.confirmReset('r1', { id: 'q', name: 'Wang' }, 3_000)).toBe(true)
    expect(await factors.confirmReset('r1', { id: 'q', name: 'Wang' }, 3_000)).toBe(false)
    expect([await factors.users(), await factors.hands('r1')]).toEqual([[], []])
    expect(await factors.askReset({ id: 'r2', user: person, by: officer, at: 4_000 })).toBe(true)
    await user.delete({ where: { id: 'p' } })
    const reset = { id: 'r1', userId: 'p', name: 'An', askedBy: 'Lin', askedAt: 1_000 }
    expect(await factors.resets()).toEqual([{ ...reset, confirmed: { by: 'Wang', at: 3_000 } }])
  })
})
