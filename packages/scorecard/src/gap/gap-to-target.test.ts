import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { IncidentFacts, PartnerFacts, QuarterFacts, SatisfactionCell } from '../facts.ts'
import {
  contextOf,
  incidentFacts,
  partnerFacts,
  publicationFacts,
  quarterFacts,
  waveFacts,
} from '../testing/example-facts.ts'
import {
  judgedIncidents,
  judgedPartners,
  judgedPublication,
  judgedSatisfaction,
  judgedTraining,
} from '../testing/judged.ts'
import type { Verdict } from '../verdict.ts'
import type { Step } from './gap.ts'
import { gapToTarget } from './gap-to-target.ts'

// The oracle: applied to the facts, the gap turns the verdict green, and one less does not.

const isGreen = ({ verdict, status }: Verdict) => verdict === 'met' && status === 'green'
const half = contextOf('2025-H2', '2025-12-31')
const year = contextOf('2025', '2025-12-31')
const target = fc.integer({ min: 1, max: 1000 }).map((tenths) => ({ numerator: tenths, denominator: 1000 }))
const part = fc.tuple(fc.integer({ min: 1, max: 400 }), fc.nat(400), fc.nat(400)).map(([all, a, b]) => {
  const some = a % (all + 1)
  return { all, some, rest: b % (all - some + 1) }
})
const amount = (steps: readonly Step[], kind: Step['kind']) =>
  steps.reduce((sum, step) => (step.kind === kind && 'count' in step ? sum + (step.count ?? 0) : sum), 0)

it('for policy publication it is the fewest publications and checks', () => {
  fc.assert(
    fc.property(part, target, ({ all, some, rest }, target) => {
      const facts = publicationFacts({ inScope: all, published: some, stale: rest })
      const judge = (published: number) => judgedPublication({ ...facts, published }, { ...half, target })
      const { state, steps, room } = gapToTarget(judge(some))
      const more = amount(steps, 'publications') + amount(steps, 'checks')
      expect(state === 'green').toBe(isGreen(judge(some)))
      expect(isGreen(judge(some + more))).toBe(true)
      expect(amount(steps, 'checks')).toBe(Math.min(rest, more))
      if (more > 0) expect(isGreen(judge(some + more - 1))).toBe(false)
      else if (room && room.count < some) expect(isGreen(judge(some - room.count - 1))).toBe(false)
      if (room) expect(isGreen(judge(some - room.count))).toBe(true)
    }),
  )
})

it('for staff training it is the fewest passes in each quarter, and the session', () => {
  const quarter = (key: string) =>
    fc.tuple(part, fc.boolean()).map(([{ all, some }, sessionHeld]) => {
      return quarterFacts({ quarter: key, due: all, passed: some, sessionHeld })
    })
  fc.assert(
    fc.property(quarter('2025-Q3'), quarter('2025-Q4'), target, (q3, q4, target) => {
      const judge = (...quarters: readonly QuarterFacts[]) => judgedTraining({ quarters }, { ...half, target })
      const { state, steps, room } = gapToTarget(judge(q3, q4))
      const done = (facts: QuarterFacts, less = 0, without?: Step['kind']): QuarterFacts => {
        const own = steps.filter((step) => 'quarter' in step && step.quarter === facts.quarter)
        const isHeld = without !== 'session' && own.some(({ kind }) => kind === 'session')
        return {
          ...facts,
          passed: facts.passed + amount(own, 'passes') - less,
          sessionHeld: facts.sessionHeld || isHeld,
        }
      }
      expect(state === 'green').toBe(isGreen(judge(q3, q4)))
      expect(isGreen(judge(done(q3), done(q4)))).toBe(true)
      for (const step of steps) {
        const [less, without] = step.kind === 'passes' ? [1, undefined] : [0, step.kind]
        const short = [q3, q4].map((facts) =>
          'quarter' in step && step.quarter === facts.quarter ? done(facts, less, without) : done(facts),
        )
        expect(isGreen(judge(...short))).toBe(false)
      }
      if (!room) return
      const lose = (people: number) => [q3, q4].map((facts) => ({ ...facts, passed: facts.passed - people }))
      expect(isGreen(judge(...lose(room.count)))).toBe(true)
      if (room.count < Math.min(q3.passed, q4.passed)) expect(isGreen(judge(...lose(room.count + 1)))).toBe(false)
    }),
  )
})

it('for incidents it is fewer leaks, dismissed suspicions, and the assessment', () => {
  const counts = fc.record({
    baselineCount: fc.nat(30),
    currentCount: fc.nat(20),
    undecided: fc.nat(6),
    assessmentDone: fc.boolean(),
  })
  fc.assert(
    fc.property(counts, (counted) => {
      const judge = (facts: Partial<IncidentFacts>) => judgedIncidents(incidentFacts(facts), year)
      const { state, steps, room } = gapToTarget(judge(counted))
      const after = {
        ...counted,
        currentCount: counted.currentCount - amount(steps, 'leaks'),
        undecided: counted.undecided - amount(steps, 'dismissals'),
        assessmentDone: counted.assessmentDone || steps.some(({ kind }) => kind === 'assessment'),
      }
      expect(state === 'green').toBe(isGreen(judge(counted)))
      expect(isGreen(judge(after))).toBe(true)
      for (const { kind } of steps) {
        const less = {
          ...after,
          ...(kind === 'leaks' && { currentCount: after.currentCount + 1 }),
          ...(kind === 'dismissals' && { undecided: after.undecided + 1 }),
          ...(kind === 'assessment' && { assessmentDone: false }),
        }
        expect(isGreen(judge(less))).toBe(false)
      }
      if (!room) return
      const bear = (more: number) => judge({ ...after, currentCount: after.currentCount + more })
      expect(isGreen(bear(room.count))).toBe(true)
      expect(isGreen(bear(room.count + 1))).toBe(false)
    }),
  )
})

it('for partners it is the fewest audits, and a date for every open plan', () => {
  fc.assert(
    fc.property(part, fc.nat(5), target, ({ all, some }, plans, target) => {
      const facts = partnerFacts({ due: all, audited: some, failedWithoutPlan: Math.min(plans, some) })
      const judge = (more: Partial<PartnerFacts>) => judgedPartners({ ...facts, ...more }, { ...year, target })
      const { state, steps, room } = gapToTarget(judge({}))
      const [audits, dated] = [amount(steps, 'audits'), amount(steps, 'plans')]
      const failedWithoutPlan = facts.failedWithoutPlan - dated
      expect(state === 'green').toBe(isGreen(judge({})))
      expect(isGreen(judge({ audited: some + audits, failedWithoutPlan }))).toBe(true)
      if (audits > 0) expect(isGreen(judge({ audited: some + audits - 1, failedWithoutPlan }))).toBe(false)
      if (dated > 0) expect(isGreen(judge({ audited: some + audits, failedWithoutPlan: 1 }))).toBe(false)
      if (!room) return
      expect(isGreen(judge({ audited: some - room.count, failedWithoutPlan }))).toBe(true)
      if (room.count < some) {
        expect(isGreen(judge({ audited: some - room.count - 1, failedWithoutPlan }))).toBe(false)
      }
    }),
  )
})

it('for satisfaction with equal weights it is the fewest satisfied answers', () => {
  const wave = fc.tuple(fc.integer({ min: 100, max: 600 }), fc.nat(600), fc.boolean())
  fc.assert(
    fc.property(wave, fc.integer({ min: 50, max: 950 }), ([n, x, isChosen], thousandths) => {
      const target = { numerator: thousandths, denominator: 1000 }
      const judge = (top: number, improvement: boolean) =>
        judgedSatisfaction(waveFacts([0, 0, n - top, top, 0], {}, improvement), { ...half, target })
      // Not so near to all or none that only a band is shown.
      const top = 2 + (x % (n - 3))
      const { state, steps, room } = gapToTarget(judge(top, isChosen))
      const more = amount(steps, 'satisfied')
      expect(state === 'green').toBe(isGreen(judge(top, isChosen)))
      expect(steps.some(({ kind }) => kind === 'improvement')).toBe(!isChosen)
      expect(isGreen(judge(top + more, true))).toBe(true)
      expect(isGreen(judge(top + more, false))).toBe(false)
      if (more > 0) expect(isGreen(judge(top + more - 1, true))).toBe(false)
      if (!room) return
      expect(isGreen(judge(top - room.count, true))).toBe(true)
      if (room.count < top) expect(isGreen(judge(top - room.count - 1, true))).toBe(false)
    }),
  )
})

it('for a band of satisfied people it has no figure', () => {
  const gapOf = (top: number, thousandths = 850) => {
    const target = { numerator: thousandths, denominator: 1000 }
    return gapToTarget(judgedSatisfaction(waveFacts([0, 0, 200 - top, top, 0]), { ...half, target }))
  }
  for (const top of [199, 200]) expect(gapOf(top)).toMatchObject({ state: 'green', steps: [], room: null })
  for (const top of [0, 1]) expect(gapOf(top).steps).toEqual([{ kind: 'more-satisfied', by: null, over: true }])
  // A verdict would tell all of them from all but one.
  for (const top of [199, 200]) expect(gapOf(top, 999).steps).toMatchObject([{ kind: 'answers', count: null }])
})

it('for weighted satisfaction it is the distance of the share from the target, closed by answers of average weight', () => {
  const cell = fc.tuple(fc.integer({ min: 60, max: 200 }), fc.integer({ min: 30, max: 70 }))
  fc.assert(
    fc.property(cell, cell, fc.integer({ min: 400, max: 600 }), ([n1, s1], [n2, s2], tenths) => {
      const target = { numerator: tenths, denominator: 1000 }
      const cells = (by: number): SatisfactionCell[] =>
        [['east', n1, s1] as const, ['west', n2, s2] as const].map(([region, opinions, share]) => {
          const satisfied = Math.round((share * opinions) / 100) + by * opinions
          return { categories: { region }, baseWeight: 1, opinions, satisfied }
        })
      // The count stays the same, so only the weighted share decides.
      const judge = (by: number) => {
        const sum = (of: (cell: SatisfactionCell) => number) => cells(0).reduce((all, each) => all + of(each), 0)
        const [n, x] = [sum(({ opinions }) => opinions), sum(({ satisfied }) => satisfied)]
        const margins = { region: { east: 5_000, west: 5_000 } }
        return judgedSatisfaction(waveFacts([0, 0, n - x, x, 0], { cells: cells(by), margins, minimumForStatus: 50 }), {
          ...half,
          target,
        })
      }
      const before = judge(0)
      const { steps, room } = gapToTarget(before)
      const [step] = steps
      const apart = step?.kind === 'satisfied' ? step : room?.kind === 'satisfied' ? room : null
      fc.pre(apart !== null && !apart.exact && Math.abs(apart.difference) > 1e-6)
      const by = step ? apart!.difference : -apart!.difference
      expect(isGreen(judge(by + 1e-9))).toBe(true)
      expect(isGreen(judge(by - 1e-6))).toBe(false)
      expect(apart!.count).toBeCloseTo(apart!.difference * (n1 + n2), -0.4)
      expect(isGreen(before)).toBe(step === undefined)
    }),
  )
})

it('for too few answers it is the number still needed, and for a suppressed group not even that', () => {
  const few = (n: number) => judgedSatisfaction(waveFacts([0, 0, 0, n, 0]), half)
  expect(gapToTarget(few(95))).toMatchObject({
    state: 'lacking',
    lacking: 'too-few-answers',
    steps: [{ kind: 'answers', count: 5, exact: true, minimum: 100 }],
  })
  expect(few(100).reason).not.toBe('too-few-answers')
  expect(gapToTarget(few(4))).toMatchObject({ lacking: 'suppressed', steps: [{ kind: 'answers', count: null }] })
  expect(JSON.stringify(gapToTarget(few(4)))).toBe(JSON.stringify(gapToTarget(few(3))))
  expect(gapToTarget(judgedSatisfaction({ wave: null, improvementChosen: false }, half))).toMatchObject({
    state: 'lacking',
    lacking: 'no-wave',
    owner: 'customer-service',
  })
})

it('distinguishes steps that are still possible from missed ones', () => {
  const verdict = judgedTraining(
    { quarters: [quarterFacts({ due: 824, passed: 763 })] },
    contextOf('2025-H2', '2025-11-25'),
  )
  expect(gapToTarget(verdict)).toMatchObject({
    state: 'open',
    steps: [{ kind: 'passes', count: 20, of: 61, by: '2025-12-31', over: false }],
  })
  const missed = judgedTraining({ quarters: [quarterFacts({ due: 824, passed: 763 })] }, half)
  expect(gapToTarget(missed)).toMatchObject({ state: 'over', steps: [{ count: 20, over: true }] })
  const leaks = judgedIncidents(incidentFacts({ baselineCount: 10, currentCount: 11 }), contextOf('2025', '2025-06-30'))
  expect(gapToTarget(leaks)).toMatchObject({
    state: 'over',
    steps: [{ kind: 'leaks', count: 6, confirmed: 11, cap: 5, ended: false }],
  })
  const calm = judgedIncidents(incidentFacts({ baselineCount: 10, currentCount: 1 }), contextOf('2025', '2025-06-30'))
  expect(gapToTarget(calm)).toMatchObject({ state: 'on-course', steps: [], room: { kind: 'leaks', count: 4 } })
  const notDue = judgedPublication(
    publicationFacts({ inScope: 14, published: 12, programmeStart: '2025-11-01' }),
    contextOf('2025-H2', '2025-11-25'),
  )
  expect(gapToTarget(notDue)).toMatchObject({ state: 'open', steps: [{ count: 2, by: '2026-02-01', over: false }] })
})

it('names the missing evidence of every goal without a verdict', () => {
  const none: readonly (readonly [Verdict, string])[] = [
    [judgedPublication(publicationFacts({ inScope: 0, published: 0 }), half), 'no-inventory'],
    [judgedTraining({ quarters: [quarterFacts({ due: 0, passed: 0 })] }, half), 'no-roster'],
    [judgedIncidents(incidentFacts({ registered: false }), year), 'no-register'],
    [judgedPartners(partnerFacts({ due: 0, audited: 0 }), year), 'no-partner-due'],
  ]
  for (const [verdict, lacking] of none) expect(gapToTarget(verdict)).toMatchObject({ state: 'lacking', lacking })
})
