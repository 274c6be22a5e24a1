import { TRPCError } from '@trpc/server'
import type { Person, UserRole } from '@wayproof/accounts/accounts/person'
import { expect, test } from 'vitest'
import { openApp } from '../testing/open-app.ts'
import { createContextInner } from '../trpc/context.ts'
import { FaultError } from '../trpc/fault-to-trpc.ts'
import { appRouter } from '../trpc/router.ts'

const faultOf = async (call: Promise<unknown>) => {
  const error = await call.then(
    () => null,
    (cause: unknown) => cause,
  )
  return error instanceof TRPCError && error.cause instanceof FaultError ? error.cause.fault.code : error
}

/** Starts a server with two officers, so that one can be removed. */
async function officers() {
  const opened = await openApp()
  const { services, join, send } = opened
  const callerAs = (user: Person) => appRouter.createCaller(createContextInner(services, { user }))
  const [first, second] = [await join('officer'), await join('officer', 'second@x.example')]
  const call = async (cookie: string) => (await send('/trpc/scorecard.periods', { headers: { cookie } })).status
  const account = async (email: string) =>
    (await callerAs(first.person).people.list()).find((listedAccount) => listedAccount.email === email)
  return {
    ...opened,
    callerAs,
    first,
    second,
    call,
    account,
    people: callerAs(first.person).people,
    approval: callerAs(first.person).approval,
  }
}

test('the list shows the day of the last sign-in and the number of sessions and keys of each person', async () => {
  const { join, signIn, pass, account, callerAs, second } = await officers()
  await join('executive')
  expect(await account('executive@x.example')).toMatchObject({ lastSignInOn: '2026-07-01', sessions: 1, keys: 0 })
  pass(61)
  await callerAs(second.person).apiKey.make({ name: 'HR system', scopes: ['partners:write'] })
  expect(await account('second@x.example')).toMatchObject({ sessions: 0, keys: 1 })
  // The session of an executive ends after 4 idle hours.
  pass(7 * 60)
  await signIn('executive@x.example')
  // 17:01 UTC is the next day in the organization's time zone.
  expect(await account('executive@x.example')).toMatchObject({ lastSignInOn: '2026-07-02', sessions: 1 })
})

test('a change of role ends the sessions of that person at the next call', async () => {
  const { join, people, call, signIn, account } = await officers()
  const { person, cookie } = await join('executive')
  expect(await call(cookie)).toBe(200)
  expect(await people.changeRole({ id: person.id, role: 'auditor' })).toEqual({ waits: false })
  expect(await call(cookie)).toBe(401)
  expect((await signIn(person.email)).status).toBe(200)
  expect(await account(person.email)).toMatchObject({ role: 'auditor', proposal: null })
})

test('removing a person ends their sessions and API keys at the next call', async () => {
  const { join, second, people, approval, call, callerAs, services } = await officers()
  await callerAs(second.person).apiKey.make({ name: 'HR system', scopes: ['partners:write'] })
  expect(await people.revoke({ id: second.person.id })).toEqual({ waits: true })
  expect(await call(second.cookie)).toBe(200)
  const id = (await approval.list()).others[0]?.id ?? ''
  for (const own of [approval, callerAs(second.person).approval])
    expect(await faultOf(own.decide({ id, approve: true }))).toBe('own-approval')
  await callerAs((await join('executive')).person).approval.decide({ id, approve: true })
  expect(await call(second.cookie)).toBe(401)
  expect((await services.store.apiKeys.list()).map(({ revokedAt }) => revokedAt)).toEqual([services.clock.now()])
  expect(await faultOf(people.changeRole({ id: second.person.id, role: 'auditor' }))).toBe('person-unknown')
})

test('a person whose sessions were ended can sign in again', async () => {
  const { join, people, call, signIn } = await officers()
  const { person, cookie } = await join('executive')
  await people.endSessions({ id: person.id })
  expect([await call(cookie), (await signIn(person.email)).status]).toEqual([401, 200])
})

const APPOINTED: readonly UserRole[] = ['officer', 'case-handler']

test.each(APPOINTED)('the role %s waits for a second person, whose confirmation ends the sessions', async (role) => {
  const { join, people, approval, call, callerAs, second, account, first } = await officers()
  const { person, cookie } = await join('executive')
  expect(await people.changeRole({ id: person.id, role })).toEqual({ waits: true })
  expect(await call(cookie)).toBe(200)
  const { proposal, role: roleBefore } = (await account(person.email))!
  expect([roleBefore, proposal?.role]).toEqual(['executive', role])
  const id = proposal?.id ?? ''
  expect(await faultOf(approval.decide({ id, approve: true }))).toBe('own-approval')
  expect(await faultOf(callerAs(person).approval.decide({ id, approve: true }))).toBe('own-approval')
  await callerAs(second.person).approval.decide({ id, approve: true })
  expect([await call(cookie), (await account(person.email))?.role]).toEqual([401, role])
  const { history } = await callerAs(first.person).people.appointments()
  expect(history).toMatchObject([{ name: 'executive', role, confirmed: { by: 'officer' } }])
})

test('a proposed role can be withdrawn, and a new proposal replaces the previous one', async () => {
  const { join, people, approval, account } = await officers()
  const { person } = await join('executive')
  await people.changeRole({ id: person.id, role: 'officer' })
  await people.changeRole({ id: person.id, role: 'case-handler' })
  const [onlyAppointment, ...otherAppointments] = (await people.appointments()).waiting
  expect([onlyAppointment?.role, otherAppointments]).toEqual(['case-handler', []])
  await approval.withdraw({ id: onlyAppointment?.id ?? '' })
  expect((await account(person.email))?.proposal).toBeNull()
  expect(await faultOf(approval.withdraw({ id: onlyAppointment?.id ?? '' }))).toBe('approval-decided')
})

test('no one changes their own role, and the last officer keeps theirs', async () => {
  const { join, people, approval, first, second, callerAs } = await officers()
  expect(await faultOf(people.changeRole({ id: first.person.id, role: 'executive' }))).toBe('own-role')
  expect(await people.changeRole({ id: second.person.id, role: 'executive' })).toEqual({ waits: true })
  const [loss] = (await approval.list()).others
  const auditor = await join('auditor')
  await callerAs(auditor.person).approval.decide({ id: loss?.id ?? '', approve: true })
  const admin = callerAs({ ...second.person, role: 'officer' }).people
  expect(await faultOf(admin.changeRole({ id: first.person.id, role: 'auditor' }))).toBe('last-officer')
})

test('the same mailbox cannot be officer and case handler with two accounts, also not after a change of role', async () => {
  const { join, people, approval, callerAs, second } = await officers()
  const { person } = await join('executive', 'officer+two@x.example')
  expect(await faultOf(people.changeRole({ id: person.id, role: 'case-handler' }))).toBe('handler-is-officer')
  const [firstAuditor, two] = [await join('auditor', 'new@x.example'), await join('auditor', 'new+b@x.example')]
  await people.changeRole({ id: firstAuditor.person.id, role: 'case-handler' })
  expect(await faultOf(people.changeRole({ id: two.person.id, role: 'officer' }))).toBe('handler-is-officer')
  await approval.withdraw({ id: (await people.appointments()).waiting[0]?.id ?? '' })
  await people.changeRole({ id: two.person.id, role: 'officer' })
  await people.invite({ email: 'other@x.example', role: 'executive', locale: 'en' })
  const [appointment] = (await people.appointments()).waiting
  await callerAs(second.person).approval.decide({ id: appointment?.id ?? '', approve: true })
  expect(await faultOf(people.changeRole({ id: firstAuditor.person.id, role: 'case-handler' }))).toBe(
    'handler-is-officer',
  )
})
