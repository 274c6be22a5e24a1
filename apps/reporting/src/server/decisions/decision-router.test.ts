import type { UserRole } from '@wayproof/accounts/accounts/person'
import { expect, test } from 'vitest'
import { OLD_POLICY } from '../testing/old-policy.ts'
import { openApp } from '../testing/open-app.ts'
import { createContextInner } from '../trpc/context.ts'
import { appRouter } from '../trpc/router.ts'

const PERIOD = '2026-H1'
const code = (call: Promise<unknown>) => call.then(() => null).catch(({ message }: Error) => message)

/** An app whose summary asks for a decision, because a platform shows an old policy. */
async function withSummary() {
  const app = await openApp()
  const { services, database } = app
  await database.insert(OLD_POLICY)
  const callerAs = async (role: UserRole, email: string) => {
    const { person } = await app.join(role, email)
    return appRouter.createCaller(createContextInner(services, { user: person }))
  }
  const officer = await callerAs('officer', 'officer@x.example')
  const wang = await callerAs('executive', 'wang@x.example')
  const zhao = await callerAs('executive', 'zhao@x.example')
  const organisation = { nameZh: '远行', nameEn: 'Farway', contactEmail: 'p@x.example', sample: false }
  await services.store.organisation.save({ ...organisation, programmeStart: '2025-01-01', baselineYear: null })
  return { ...app, callerAs, officer, wang, zhao }
}

test('executives decide what the newest summary asks for, and may change their mind', async () => {
  const { officer, wang, zhao, callerAs } = await withSummary()
  expect(await wang.decision.asked({ period: PERIOD })).toBeNull()
  await officer.summary.send({ period: PERIOD })
  const decide = { period: PERIOD, goal: 'policy-publication', comment: '' } as const
  await wang.decision.decide({ ...decide, choice: 'declined', comment: 'Too dear.' })
  await zhao.decision.decide({ ...decide, choice: 'commented', comment: 'Which partner?' })
  await wang.decision.decide({ ...decide, choice: 'approved' })
  const seen = await wang.decision.asked({ period: PERIOD })
  expect(seen).toMatchObject({ edition: { kind: 'now', sentOn: '2026-07-01' }, decideBy: '2026-07-15', isFixed: false })
  expect(seen?.asked.map(({ goal }) => goal)).toEqual(['policy-publication'])
  const taken = (asked: typeof seen) =>
    asked?.asked[0]?.taken.map(({ choice, comment, isMine }) => [choice, comment, isMine])
  expect(taken(seen)).toEqual(expect.arrayContaining([['approved', '', true]]))
  expect(taken(await officer.decision.asked({ period: PERIOD }))).toEqual(
    expect.arrayContaining([
      ['approved', '', false],
      ['commented', 'Which partner?', false],
    ]),
  )
  expect(await code((await callerAs('procurement', 'p@x.example')).decision.asked({ period: PERIOD }))).toBe(
    'FORBIDDEN',
  )
})

test('a decision that nobody asks for, and an empty comment, are refused', async () => {
  const { officer, wang } = await withSummary()
  const decide = { period: PERIOD, goal: 'customer-satisfaction', comment: '' } as const
  expect(await code(wang.decision.decide({ ...decide, choice: 'approved' }))).toBe('decision-not-asked')
  await officer.summary.send({ period: PERIOD })
  expect(await code(wang.decision.decide({ ...decide, choice: 'approved' }))).toBe('decision-not-asked')
  expect(await code(wang.decision.decide({ ...decide, choice: 'commented' }))).toBe('comment-missing')
  expect(await code(officer.decision.decide({ ...decide, choice: 'approved' }))).toBe('FORBIDDEN')
})
