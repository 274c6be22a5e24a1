import { TRPCError } from '@trpc/server'
import { type Person, USER_ROLES, type UserRole } from '@wayproof/accounts/accounts/person'
import { APPROVAL_DAYS, APPROVAL_KINDS, type ApprovalKind } from '@wayproof/accounts/approvals/approval'
import { expect, test } from 'vitest'
import { openTwoPersonApp, TWO_PERSON_ACTS } from '../testing/two-person-acts.ts'
import { FaultError } from '../trpc/fault-to-trpc.ts'
import { APPROVER_GROUPS } from './approver-groups.ts'

const faultOf = async (call: Promise<unknown>): Promise<string | null> => {
  const error = await call.then(
    () => null,
    (cause: unknown) => cause,
  )
  if (error === null) return null
  if (error instanceof TRPCError && error.cause instanceof FaultError) return error.cause.fault.code
  throw error
}

const actOf = (kind: ApprovalKind) => {
  const name = Object.keys(TWO_PERSON_ACTS).find((each) => each.split(':')[0] === kind) ?? ''
  return TWO_PERSON_ACTS[name]!
}

/** One account of each role, and second accounts of the first officer's mailbox, with a change of the kind that waits. */
async function waiting(kind: ApprovalKind) {
  const testApp = await openTwoPersonApp()
  const people = new Map<UserRole, Person>()
  for (const role of USER_ROLES) people.set(role, (await testApp.join(role, `${role}@roles.example`)).person)
  const alias = (await testApp.join('officer', 'lin.an+again@gmail.com')).person
  await actOf(kind)(testApp, testApp.first)
  const { services } = testApp
  const pending = await services.store.approvals.pending(services.clock.now())
  const approval = pending.find((each) => each.kind === kind)
  if (!approval) throw new Error(`no ${kind} waits`)
  const decide = (person: Person, approve = true) =>
    testApp.callerAs(person).approval.decide({ id: approval.id, approve })
  return { ...testApp, people, alias, approval, decide }
}

const GROUPS: Readonly<Record<string, readonly UserRole[]>> = {
  officers: ['officer'],
  'officers-or-third': ['officer'],
  // The owner of the goal whose rule changes does not decide on it.
  owners: ['officer', 'human-resources', 'it-security', 'procurement'],
}
const approversOf = (kind: ApprovalKind) => GROUPS[APPROVER_GROUPS[kind]] ?? []

test.each(APPROVAL_KINDS)('%s: exactly those who may approve are told by letter and on their home', async (kind) => {
  const { services, callerAs, first, alias, approval } = await waiting(kind)
  const users = await services.store.people.list()
  const letters = await services.store.outbox.claim(500, services.clock.now(), services.clock.now() + 60_000)
  const told = letters
    .filter(({ letter }) => letter.kind === 'approval-asked' && letter.data.id === approval.id)
    .map(({ to }) => to)
  const seeing: string[] = []
  for (const user of users) {
    const { waiting: own } = await callerAs(user).approval.list()
    if (own.some(({ id }) => id === approval.id)) seeing.push(user.email)
  }
  expect(seeing.toSorted()).toEqual(told.toSorted())
  const roles = new Set(users.filter(({ email }) => told.includes(email)).map(({ role }) => role))
  expect([...roles].toSorted()).toEqual([...approversOf(kind)].toSorted())
  expect(told).not.toContain(first.email)
  expect(told).not.toContain(alias.email)
})

test.each(APPROVAL_KINDS)(
  '%s: no role beside its approvers, and no account of the asking mailbox, decides',
  async (kind) => {
    const { people, first, alias, decide } = await waiting(kind)
    for (const approve of [true, false]) {
      expect(await faultOf(decide(first, approve))).toBe('own-approval')
      expect(await faultOf(decide(alias, approve))).toBe('own-approval')
      for (const role of USER_ROLES.filter((each) => !approversOf(kind).includes(each)))
        expect([role, await faultOf(decide(people.get(role)!, approve))]).toEqual([role, 'not-the-approver'])
    }
  },
)

test.each(APPROVAL_KINDS)(
  '%s: an approver declines it, the asker is told, and it is in the audit log',
  async (kind) => {
    const { services, people, first, approval, decide, callerAs } = await waiting(kind)
    const officer = people.get('officer')!
    // The owner of the goal of a rule must not decide on it.
    const decider = kind === 'rule-change' ? people.get('procurement')! : officer
    const other = kind === 'rule-change' ? people.get('human-resources')! : decider
    expect(await faultOf(decide(decider, false).catch(() => decide(other, false)))).toBeNull()
    expect(await services.store.approvals.find(approval.id)).toMatchObject({ state: 'declined' })
    expect(await faultOf(decide(other))).toBe('approval-decided')
    const letters = await services.store.outbox.claim(500, services.clock.now(), services.clock.now() + 60_000)
    const decided = letters.filter(({ letter }) => letter.kind === 'approval-decided' && letter.data.id === approval.id)
    expect(decided.map(({ to }) => to)).toEqual([first.email])
    const { entries } = await callerAs(people.get('auditor')!).auditLog.list({ page: 0 })
    expect(entries.some((entry) => entry.act === 'approval-declined')).toBe(true)
  },
)

test.each(APPROVAL_KINDS)('%s: it expires, changes nothing, and can be asked for again', async (kind) => {
  const { services, people, approval, decide, pass } = await waiting(kind)
  const minutes = (approval.expiresAt - services.clock.now()) / 60_000
  expect(minutes).toBeLessThanOrEqual(APPROVAL_DAYS[kind] * 24 * 60)
  pass(minutes + 1)
  expect(await faultOf(decide(people.get('officer')!))).toBe('approval-decided')
  await services.store.approvals.expire(services.clock.now())
  expect(await services.store.approvals.find(approval.id)).toMatchObject({ state: 'expired', decided: { by: null } })
  expect(await services.store.approvals.expire(services.clock.now())).toBe(0)
})

test('the asker withdraws a change, and nobody else', async () => {
  const { services, people, first, approval, callerAs } = await waiting('organization')
  const { id } = approval
  expect(await faultOf(callerAs(people.get('officer')!).approval.withdraw({ id }))).toBe('not-own-approval')
  await callerAs(first).approval.withdraw({ id })
  expect(await services.store.approvals.find(id)).toMatchObject({
    state: 'withdrawn',
    decided: { by: { id: first.id } },
  })
  expect(await faultOf(callerAs(first).approval.withdraw({ id }))).toBe('approval-decided')
})

test('the same change is asked for once at a time', async () => {
  const { callerAs, first } = await waiting('role-loss')
  const { others } = await callerAs(first).approval.list()
  expect(await faultOf(callerAs(first).people.revoke({ id: others[0]?.subject ?? '' }))).toBe('approval-waits')
})

test('two approvers at the same moment carry a change out once', async () => {
  const { services, people, approval, decide, join } = await waiting('wave-opening')
  const another = (await join('officer', 'another@roles.example')).person
  const outcomes = await Promise.all([people.get('officer')!, another].map((person) => faultOf(decide(person))))
  expect(outcomes.toSorted()).toEqual(['approval-decided', null])
  expect(await services.store.survey.waves()).toHaveLength(1)
  expect(await services.store.approvals.find(approval.id)).toMatchObject({ state: 'approved' })
})

test('an officer who has lost the role approves nothing', async () => {
  const { people, decide, callerAs, first } = await waiting('organization')
  const officer = people.get('officer')!
  await callerAs(first).people.changeRole({ id: officer.id, role: 'auditor' })
  const [loss] = (await callerAs(first).approval.list()).others.filter(({ kind }) => kind === 'role-loss')
  await callerAs(people.get('executive')!).approval.decide({ id: loss?.id ?? '', approve: true })
  expect(await faultOf(decide({ ...officer, role: 'auditor' }))).toBe('not-the-approver')
})

test('an organization that changed after the question is not overwritten', async () => {
  const { services, people, decide } = await waiting('organization')
  const saved = await services.store.organisation.get()
  if (!saved) throw new Error('there is no organization')
  await services.store.organisation.save({ ...saved, nameEn: 'Changed meanwhile' })
  expect(await faultOf(decide(people.get('officer')!))).toBe('approval-outdated')
  expect(await services.store.organisation.get()).toMatchObject({ nameEn: 'Changed meanwhile' })
})

test('an improvement chosen after the approval keeps the wave closed until it is approved again', async () => {
  const { services, people, callerAs, first, decide } = await waiting('automatic-opening')
  await decide(people.get('officer')!)
  expect(await services.store.survey.approvedOpening('2026-H2')).toMatchObject({ improvements: [] })
  const { runs: _, runsSince: __, ...plan } = (await callerAs(first).programme.get()).programme
  await callerAs(first).programme.save({ runs: true, plan: { ...plan, daysOpen: 20 } })
  expect(await services.store.survey.approvedOpening('2026-H2')).toMatchObject({ daysOpen: plan.daysOpen })
})
