import { openTestDatabase } from '@wayproof/database/testing/engines'
import { keyring } from '@wayproof/kernel/secrets/keyring'
import { expect, test } from 'vitest'
import { peopleStore } from './people-store.ts'
import type { MailedInvitation } from './person.ts'

const invitation = (id: string, more: Partial<MailedInvitation> = {}): MailedInvitation => ({
  id,
  email: `${id}@x.example`,
  role: 'executive',
  locale: 'en',
  invitedBy: null,
  createdAt: 1_000,
  expiresAt: 2_000,
  ...more,
})
const by = { id: 'user-x', name: 'Zhao' }
const acceptance = (invitationId: string, email: string | null = null) => ({
  invitationId,
  userId: `user-${invitationId}`,
  accountId: `account-${invitationId}`,
  name: '李 明',
  email,
  passwordHash: 'hash',
  locale: 'zh-CN' as const,
})

test('an invitation creates one user with its role and address, and is used', async () => {
  const people = peopleStore(await openTestDatabase(), { keyring: keyring(new Uint8Array(32)) })
  await people.invite(invitation('a'))
  expect(await people.accept(acceptance('a', 'other@x.example'), 1_500)).toEqual({
    ok: true,
    value: { id: 'user-a', name: '李 明', email: 'a@x.example', role: 'executive', locale: 'zh-CN' },
  })
  expect(await people.accept(acceptance('a'), 1_500)).toEqual({ ok: false, fault: { code: 'invitation-used' } })
  expect(await people.invitations(1_500)).toEqual([])
})

test('a fault does not use the invitation', async () => {
  const people = peopleStore(await openTestDatabase(), { keyring: keyring(new Uint8Array(32)) })
  await people.inviteFirst({ ...invitation('first', { role: 'officer' }), email: null })
  expect(await people.accept(acceptance('first'), 1_500)).toMatchObject({ fault: { code: 'email-missing' } })
  expect(await people.accept(acceptance('first', 'li@x.example'), 2_000)).toMatchObject({
    fault: { code: 'invitation-expired' },
  })
  expect(await people.accept(acceptance('none', 'li@x.example'), 1_500)).toMatchObject({
    fault: { code: 'invitation-unknown' },
  })
  expect(await people.accept(acceptance('first', 'li@x.example'), 1_500)).toMatchObject({ ok: true })
})

test('an address signs up once', async () => {
  const people = peopleStore(await openTestDatabase(), { keyring: keyring(new Uint8Array(32)) })
  await people.invite(invitation('a'))
  await people.inviteFirst({ ...invitation('first'), email: null })
  await people.accept(acceptance('a'), 1_500)
  expect(await people.accept(acceptance('first', 'a@x.example'), 1_500)).toMatchObject({
    fault: { code: 'email-taken' },
  })
  expect(await people.invite(invitation('b', { email: 'a@x.example' }))).toMatchObject({
    fault: { code: 'email-taken' },
  })
})

test('one invitation of the first officer exists until someone can sign in', async () => {
  const people = peopleStore(await openTestDatabase(), { keyring: keyring(new Uint8Array(32)) })
  expect(await people.inviteFirst({ ...invitation('one', { role: 'officer' }), email: null })).toBe(true)
  expect(await people.inviteFirst({ ...invitation('two', { role: 'officer' }), email: null })).toBe(true)
  expect(await people.invitation('one', 1_500)).toMatchObject({ fault: { code: 'invitation-unknown' } })
  await people.accept(acceptance('two', 'li@x.example'), 1_500)
  expect(await people.inviteFirst({ ...invitation('three', { role: 'officer' }), email: null })).toBe(false)
})

test('an invitation or a person can be removed, but not the last officer', async () => {
  const people = peopleStore(await openTestDatabase(), { keyring: keyring(new Uint8Array(32)) })
  for (const [id, role] of [
    ['a', 'officer'],
    ['b', 'officer'],
    ['c', 'executive'],
  ] as const) {
    await people.invite(invitation(id, { role }))
  }
  expect(await people.revoke({ id: 'c', by }, 0)).toMatchObject({ ok: true })
  expect(await people.accept(acceptance('c'), 1_500)).toMatchObject({ fault: { code: 'invitation-unknown' } })
  await people.accept(acceptance('a'), 1_500)
  await people.accept(acceptance('b'), 1_500)
  expect(await people.revoke({ id: 'user-a', by }, 0)).toMatchObject({ ok: true })
  expect(await people.revoke({ id: 'user-b', by }, 0)).toMatchObject({ fault: { code: 'last-officer' } })
  expect(await people.revoke({ id: 'user-a', by }, 0)).toMatchObject({ fault: { code: 'person-unknown' } })
  expect((await people.list()).map(({ id }) => id)).toEqual(['user-b'])
})
