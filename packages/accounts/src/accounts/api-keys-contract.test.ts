import { engines } from '@wayproof/database/testing/engines'
import { describe, expect, test } from 'vitest'
import { apiKeyStore } from './api-key-store.ts'

const DAY = 24 * 3_600_000
const moments = { createdAt: new Date(0), updatedAt: new Date(0) }
const officer = { id: 'u', name: 'Lin', email: 'lin@x.example', emailVerified: true, role: 'officer', locale: 'en' }
const key = (id: string, name: string) => ({
  ...{ id, name, scopes: ['partners:write', 'partners:read'] as const, createdAt: 1_000 },
  ...{ createdById: 'u', createdBy: 'Lin', keyHash: Uint8Array.of(1, 2) },
})
const answer = (text: string, at: number) => ({
  ...{ keyId: 'k1', askedAs: Uint8Array.of(3), bodyHash: Uint8Array.of(4) },
  answer: text,
  at,
})

describe.each(engines)('API keys on $engine', ({ open }) => {
  const opened = async () => {
    const database = await open()
    const { user } = await database.records()
    await user.create({ data: { ...officer, ...moments } })
    return { user, keys: apiKeyStore(database) }
  }

  test('a name is taken until its key is revoked', async () => {
    const { keys } = await opened()
    expect(await keys.create(key('k1', 'HR'))).toMatchObject({ ok: true })
    expect(await keys.create(key('k2', 'HR'))).toMatchObject({ fault: { code: 'name-taken' } })
    expect(await keys.revoke('k1', 2_000)).toMatchObject({ ok: true })
    expect(await keys.revoke('k1', 2_000)).toMatchObject({ fault: { code: 'key-unknown' } })
    expect(await keys.create(key('k2', 'HR'))).toMatchObject({ ok: true })
    const { keyHash: _, ...shown } = key('k2', 'HR')
    const unused = { ...shown, lastUsedOn: null }
    expect(await keys.list()).toEqual([
      { ...unused, id: 'k1', revokedAt: 2_000 },
      { ...unused, revokedAt: null },
    ])
  })

  test('a key is valid while its creator may create keys', async () => {
    const { keys, user } = await opened()
    await keys.create(key('k1', 'HR'))
    await keys.used('k1', '2026-01-02')
    expect(await keys.valid('k1')).toMatchObject({ name: 'HR', lastUsedOn: '2026-01-02' })
    expect(Array.from((await keys.valid('k1'))?.keyHash ?? [])).toEqual([1, 2])
    await user.update({ where: { id: 'u' }, data: { role: 'executive' } })
    expect(await keys.valid('k1')).toBeNull()
  })

  test('the first answer under a name is returned again for a day', async () => {
    const { keys } = await opened()
    await keys.create(key('k1', 'HR'))
    const given = async (now: number) => (await keys.answer('k1', Uint8Array.of(3), now))?.answer
    await keys.storeAnswer(answer('first', 1_000))
    await keys.storeAnswer(answer('second', 2_000))
    expect([await given(2_000), await given(1_000 + DAY)]).toEqual(['first', undefined])
    await keys.storeAnswer(answer('third', 1_000 + DAY))
    expect(await given(1_000 + DAY)).toBe('third')
    await keys.revoke('k1', 1_000 + DAY)
    expect(await given(1_000 + DAY)).toBeUndefined()
  })
})
