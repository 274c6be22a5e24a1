import { openTestDatabase } from '@wayproof/database/testing/engines'
import { keyring } from '@wayproof/kernel/secrets/keyring'
import { expect, test } from 'vitest'
import type { NewAppointment } from '../appointments/appointment.ts'
import { appointmentStore } from '../appointments/appointment-store.ts'
import { apiKeyStore } from './api-key-store.ts'
import { peopleStore } from './people-store.ts'
import type { UserRole } from './person.ts'
import { userName, userNames } from './user-name.ts'

const mailbox = new Uint8Array([1])
const zhao = { id: 'user-zhao', name: 'zhao', mailbox: new Uint8Array([2]) }
const proposal = (id: string): NewAppointment & { readonly id: string } => ({ id, mailbox, by: zhao })

/** A database with users, each of whom has a session and an API key. */
async function withUsers(users: Readonly<Record<string, UserRole>>) {
  const database = await openTestDatabase()
  const [people, appointments, keys] = [
    peopleStore(database, { keyring: keyring(new Uint8Array(32)) }),
    appointmentStore(database),
    apiKeyStore(database),
  ]
  const accept = async (name: string) => {
    const account = {
      userId: `user-${name}`,
      accountId: name,
      name,
      email: null,
      passwordHash: 'h',
      locale: 'en',
    } as const
    return people.accept({ invitationId: name, ...account }, 1_500)
  }
  const invite = (name: string, role: UserRole, appointment: NewAppointment | null = null) => {
    const times = { createdAt: 1_000, expiresAt: 9_000 }
    return people.invite(
      { id: name, email: `${name}@x.example`, role, locale: 'en', invitedBy: null, ...times },
      appointment,
    )
  }
  const enter = async (name: string) => {
    const moments = { expiresAt: new Date(9_000), createdAt: new Date(1_600), updatedAt: new Date(1_700) }
    const { session } = await database.records()
    await session.create({ data: { id: name, token: name, userId: `user-${name}`, ...moments } })
    const made = { createdAt: 1_600, createdById: `user-${name}`, createdBy: name }
    await keys.create({ id: `key-${name}`, name, scopes: ['partners:write'], keyHash: new Uint8Array(32), ...made })
  }
  for (const [name, role] of Object.entries(users)) {
    await invite(name, role)
    await accept(name)
    await enter(name)
  }
  const account = async (name: string) => (await people.accounts()).find(({ id }) => id === `user-${name}`)
  return { database, people, appointments, keys, accept, invite, account }
}

const OPEN = { sessions: [{ beganAt: 1_600, usedAt: 1_700 }], keys: 1 }
const ENDED = { sessions: [], keys: 0 }

test('a role changes at once, and ends sessions and API keys', async () => {
  const { people, account, keys } = await withUsers({ zhao: 'officer', lin: 'executive', an: 'officer' })
  expect(await account('lin')).toMatchObject({ role: 'executive', lastSignInOn: null, proposal: null, ...OPEN })
  expect(await people.changeRole({ id: 'user-lin', role: 'auditor', appointment: null }, 2_000)).toMatchObject({
    ok: true,
  })
  expect(await account('lin')).toMatchObject({ role: 'auditor', ...ENDED })
  expect(await keys.valid('key-an')).not.toBeNull()
  await people.changeRole({ id: 'user-an', role: 'executive', appointment: null }, 2_000)
  expect(await keys.valid('key-an')).toBeNull()
  expect(await account('zhao')).toMatchObject(OPEN)
})

test('a role that two people appoint waits for the confirmation, which ends sessions and API keys', async () => {
  const { people, appointments, account } = await withUsers({ zhao: 'officer', lin: 'executive' })
  await people.changeRole({ id: 'user-lin', role: 'officer', appointment: proposal('a1') }, 2_000)
  expect(await account('lin')).toMatchObject({ role: 'executive', proposal: { id: 'a1', role: 'officer' }, ...OPEN })
  expect(await appointments.isConfirmed('user-lin')).toBe(true)
  expect(await appointments.list(2_000)).toMatchObject([
    { id: 'a1', name: 'lin', role: 'officer', roleNow: 'executive', appointedBy: 'zhao', confirmed: null },
  ])
  expect((await appointments.hands('a1')).map(({ id }) => id)).toEqual(['user-zhao', 'user-lin'])
  expect(await appointments.confirm('a1', { id: 'user-an', name: 'an' }, 3_000)).toEqual({ ok: true, value: null })
  expect(await account('lin')).toMatchObject({ role: 'officer', proposal: null, ...ENDED })
  expect(await appointments.list(3_000)).toMatchObject([
    { id: 'a1', roleNow: null, confirmed: { by: 'an', at: 3_000 } },
  ])
  expect(await appointments.confirm('a1', { id: 'user-an', name: 'an' }, 3_000)).toMatchObject({
    fault: { code: 'appointment-unknown' },
  })
})

test('a proposal is replaced by the next, withdrawn, and ends with another change of role', async () => {
  const { people, appointments, account } = await withUsers({ zhao: 'officer', lin: 'executive' })
  const propose = (id: string, role: UserRole) =>
    people.changeRole({ id: 'user-lin', role, appointment: proposal(id) }, 2_000)
  await propose('a1', 'officer')
  await propose('a2', 'case-handler')
  expect((await appointments.list(2_000)).map(({ id }) => id)).toEqual(['a2'])
  expect(await appointments.withdraw('a2', 2_100)).toMatchObject({ ok: true })
  expect(await appointments.withdraw('a2', 2_100)).toMatchObject({ fault: { code: 'appointment-unknown' } })
  await propose('a3', 'officer')
  await people.changeRole({ id: 'user-lin', role: 'auditor', appointment: null }, 2_500)
  expect([await appointments.list(2_500), (await account('lin'))?.role]).toEqual([[], 'auditor'])
})

test('a user can be appointed again after another role', async () => {
  const { people, appointments, account } = await withUsers({ zhao: 'officer', an: 'officer', lin: 'executive' })
  const other = { id: 'user-an', name: 'an' }
  for (const id of ['a1', 'a2']) {
    await people.changeRole({ id: 'user-lin', role: 'officer', appointment: proposal(id) }, 2_000)
    expect(await appointments.confirm(id, other, 2_100)).toMatchObject({ ok: true })
    await people.changeRole({ id: 'user-lin', role: 'executive', appointment: null }, 2_200)
  }
  expect(await account('lin')).toMatchObject({ role: 'executive' })
  expect((await appointments.list(2_200)).map(({ id, roleNow }) => [id, roleNow])).toEqual([
    ['a1', 'executive'],
    ['a2', 'executive'],
  ])
})

test('the last confirmed officer can neither be removed nor get another role, also not by a confirmation', async () => {
  const { people, appointments, invite, accept, account } = await withUsers({ zhao: 'officer', an: 'officer' })
  await invite('new', 'officer', proposal('unused'))
  await accept('new')
  await people.changeRole({ id: 'user-an', role: 'case-handler', appointment: proposal('a1') }, 2_000)
  await people.changeRole({ id: 'user-zhao', role: 'executive', appointment: null }, 2_000)
  const last = { fault: { code: 'last-officer' } }
  expect(await appointments.confirm('a1', zhao, 2_000)).toMatchObject(last)
  expect(await people.revoke({ id: 'user-an', by: zhao }, 2_000)).toMatchObject(last)
  expect(await people.changeRole({ id: 'user-an', role: 'auditor', appointment: null }, 2_000)).toMatchObject(last)
  expect(await account('an')).toMatchObject({ role: 'officer', ...OPEN })
})

test('the name of a removed person remains on their changes', async () => {
  const { database, people, account } = await withUsers({ zhao: 'officer', lin: 'executive' })
  const nameOf = (id: string) => database.query.get(`SELECT ${userName('@id')} AS name`, { id })
  expect(await people.revoke({ id: 'user-lin', by: zhao }, 2_000)).toMatchObject({ ok: true })
  expect([await account('lin'), await nameOf('user-lin'), await nameOf('a system')]).toEqual([
    undefined,
    { name: 'lin' },
    { name: 'a system' },
  ])
  const ids = ['user-zhao', 'user-lin', 'a system']
  expect(ids.map(await userNames(await database.records(), ids))).toEqual(['zhao', 'lin', 'a system'])
  expect(await people.changeRole({ id: 'user-lin', role: 'auditor', appointment: null }, 2_000)).toMatchObject({
    fault: { code: 'person-unknown' },
  })
  expect(await people.endSessions('user-lin')).toMatchObject({ fault: { code: 'person-unknown' } })
})

test('ending sessions does not change API keys', async () => {
  const { people, account } = await withUsers({ zhao: 'officer' })
  await people.endSessions('user-zhao')
  expect(await account('zhao')).toMatchObject({ sessions: [], keys: 1 })
})
