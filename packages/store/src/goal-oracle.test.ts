import type { Partner, PartnerAudit, StaffLeave, StaffRole } from '@wayproof/evidence'
import { addDays, bounds, daysBetween, quarter, year } from '@wayproof/kernel'
import { judgePartnerAudit, judgeStaffTraining, RULES } from '@wayproof/scorecard'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { factSource } from './fact-source.ts'
import type { Database } from './sqlite/database.ts'
import { saveRegister } from './testing/save-register.ts'
import { openTestDatabase } from './testing/test-database.ts'

/*
 * The counts of the engine against a slow reading of the same rows, one by one, in words of the policy paper. Days crowd
 * around the edges of the period, where mistakes live.
 */

const timeZone = 'Asia/Shanghai'
const runs = { numRuns: 200 }
const TABLES = [
  'staff_role',
  'staff_leave',
  'training_completion',
  'exam_attempt',
  'partner_audit',
  'partner',
  'import_file',
]

const empty = (database: Database) =>
  database.write((sql) => {
    for (const table of TABLES) sql(`DELETE FROM ${table}`).run()
  })

const FIRST = '2025-10-01'
const LAST = '2025-12-31'
const { from, to } = bounds(quarter(2025, 4), timeZone)

const near = (days: readonly string[]) =>
  fc.tuple(fc.constantFrom(...days), fc.integer({ min: -2, max: 2 })).map(([day, by]) => addDays(day, by))
const moment = fc
  .tuple(fc.constantFrom(from, to, (from + to) / 2), fc.constantFrom(-1, 0, 1))
  .map(([at, by]) => at + by)

const person = fc.record({
  roles: fc.array(
    fc.record({
      start: near(['2020-01-01', '2025-12-02', LAST]),
      end: fc.option(near([LAST, '2026-01-20']), { nil: null }),
    }),
    { minLength: 1, maxLength: 2 },
  ),
  modules: fc.uniqueArray(moment, { maxLength: 2 }),
  exams: fc.uniqueArray(fc.tuple(moment, fc.integer({ min: 78, max: 82 })), { maxLength: 3, selector: ([at]) => at }),
  leave: fc.option(fc.tuple(near([FIRST]), near([LAST])), { nil: null, freq: 2 }),
})
type Person = typeof person extends fc.Arbitrary<infer T> ? T : never

function readOneByOne(people: readonly Person[]) {
  const counted = { due: 0, passed: 0, exempt: 0, notYetDue: 0 }
  for (const { roles, modules, exams, leave } of people) {
    const start = roles.map((role) => role.start).sort()[0] ?? ''
    const gone = roles.every(({ end }) => end !== null && end <= LAST)
    if (gone || start > LAST) continue
    if (daysBetween(start, LAST) + 1 < 30) counted.notYetDue += 1
    else if (leave && leave[0] <= FIRST && leave[1] >= LAST) counted.exempt += 1
    else {
      counted.due += 1
      const within = (at: number) => at >= from && at < to
      if (modules.some(within) && exams.some(([at, score]) => within(at) && score >= 80)) counted.passed += 1
    }
  }
  return counted
}

async function savePeople(database: Database, people: readonly Person[]): Promise<void> {
  const numbered = people.map((each, i) => ({ ...each, number: `E${i}` }))
  await saveRegister(
    database,
    'staff-roles',
    numbered.flatMap(({ number, roles }) =>
      roles.map(({ start, end }, i): StaffRole => ({ number, role: `${i}`, unit: 'u', startDay: start, endDay: end })),
    ),
  )
  const away = numbered.flatMap(({ number, leave }): StaffLeave[] =>
    leave ? [{ number, fromDay: leave[0], toDay: leave[1] }] : [],
  )
  await saveRegister(database, 'staff-leave', away)
  const done = numbered.flatMap(({ number, modules }) => modules.map((completedAt) => ({ number, completedAt })))
  await saveRegister(database, 'training-completions', done)
  const tried = numbered.flatMap(({ number, exams }) => exams.map(([takenAt, score]) => ({ number, takenAt, score })))
  await saveRegister(database, 'exam-attempts', tried)
  await saveRegister(database, 'training-sessions', [{ quarter: '2025-Q4', heldOn: '2025-11-01' }])
}

it('counts staff as a reader of every row would, and judges the same', { timeout: 120_000 }, async () => {
  const database = await openTestDatabase()
  const source = factSource(database, { timeZone, rules: RULES })
  await fc.assert(
    fc.asyncProperty(fc.array(person, { maxLength: 12 }), async (people) => {
      await empty(database)
      await savePeople(database, people)
      const facts = await source.training(quarter(2025, 4), '2026-03-01')
      const expected = readOneByOne(people)
      expect(facts).toMatchObject(expected)
      const context = { period: quarter(2025, 4), asOf: LAST, rules: RULES }
      const judged = judgeStaffTraining({ quarters: [facts] }, context)
      const { due, passed } = expected
      expect(judged.verdict).toBe(due === 0 ? 'unknown' : passed * 100 >= due * 95 ? 'met' : 'missed')
      expect(await source.missingStaff(quarter(2025, 4), '2026-03-01')).toHaveLength(due - passed)
    }),
    runs,
  )
})

const partner = fc.record({
  processesPersonalData: fc.boolean(),
  onboarded: near(['2020-01-01', '2025-10-02', LAST]),
  offboarded: fc.option(near([LAST, '2025-11-30']), { nil: null, freq: 2 }),
  audits: fc.uniqueArray(
    fc.record({
      reportDate: near(['2025-01-01', '2025-06-01', LAST]),
      result: fc.constantFrom('pass' as const, 'fail' as const),
      fullScope: fc.boolean(),
      evidenceClass: fc.constantFrom('self-declared' as const, 'document' as const, 'on-site' as const),
      correctivePlanOn: fc.constantFrom(null, '2026-02-01'),
    }),
    { maxLength: 3, selector: ({ reportDate }) => reportDate },
  ),
})
type PartnerCase = typeof partner extends fc.Arbitrary<infer T> ? T : never

function readPartners(partners: readonly PartnerCase[]) {
  const counted = { due: 0, audited: 0, passed: 0, notYetDue: 0, failedWithoutPlan: 0 }
  for (const { processesPersonalData, onboarded, offboarded, audits } of partners) {
    if (!processesPersonalData || onboarded > LAST || (offboarded !== null && offboarded <= LAST)) continue
    const full = audits
      .filter(({ reportDate, fullScope, evidenceClass }) => {
        return reportDate.startsWith('2025') && fullScope && evidenceClass !== 'self-declared'
      })
      .sort((a, b) => (a.reportDate < b.reportDate ? -1 : 1))
    const last = full.at(-1)
    if (last || addDays(onboarded, 90) <= LAST) counted.due += 1
    else counted.notYetDue += 1
    if (!last) continue
    counted.audited += 1
    if (last.result === 'pass') counted.passed += 1
    else if (last.correctivePlanOn === null) counted.failedWithoutPlan += 1
  }
  return counted
}

it('counts partners as a reader of every row would, and judges the same', { timeout: 120_000 }, async () => {
  const database = await openTestDatabase()
  const source = factSource(database, { timeZone, rules: RULES })
  await fc.assert(
    fc.asyncProperty(fc.array(partner, { maxLength: 12 }), async (partners) => {
      await empty(database)
      const rows = partners.map((each, i): Partner & { audits: PartnerCase['audits'] } => {
        return { ...each, id: `P${i}`, name: `P${i}`, service: 'hotel' }
      })
      await saveRegister(database, 'partners', rows)
      const audits = rows.flatMap(({ id, audits }) =>
        audits.map((audit): PartnerAudit => ({ ...audit, partnerId: id })),
      )
      await saveRegister(database, 'partner-audits', audits)
      const facts = await source.partners(2025, LAST)
      const expected = readPartners(partners)
      expect(facts).toMatchObject(expected)
      const judged = judgePartnerAudit(facts, { period: year(2025), asOf: LAST, rules: RULES })
      const { due, audited } = expected
      expect(judged.verdict).toBe(due === 0 ? 'unknown' : audited === due ? 'met' : 'missed')
      expect(await source.missingPartners(2025, LAST)).toHaveLength(due - audited)
    }),
    runs,
  )
})
