import type { StaffLeave } from '@wayproof/evidence/registers/staff/staff-leave'
import type { StaffRole } from '@wayproof/evidence/registers/staff/staff-role'
import fc from 'fast-check'
import { dawn, daysWithin, earliest, plusDays, quarterSpan, type Span } from './calendar.ts'
import { type Moment, near, type Registers } from './company.ts'
import { type Judged, paceColour } from './judged.ts'

// statistics.md 2.2 and 2.3, goal 2, evaluated person by person.

const HOUR = 3_600_000

const quartersOf = ({ year, half }: Moment): readonly [Span, Span] => [
  quarterSpan(year, half * 2 - 1),
  quarterSpan(year, half * 2),
]

type Times = Pick<StaffRole, 'startDay' | 'endDay'>

/** Roles that may overlap, and roles one after the other with a gap about as long as the tenure that makes due. */
function rolesAround(tenure: number, [one, two]: readonly [Span, Span]): fc.Arbitrary<readonly Times[]> {
  const role = fc
    .record({
      startDay: near('2020-01-01', plusDays(one.last, 1 - tenure), plusDays(two.last, 1 - tenure), two.last),
      endDay: fc.option(near(one.last, two.last, plusDays(two.last, 40)), { nil: null }),
    })
    .filter(({ startDay, endDay }) => endDay === null || endDay >= startDay)
  const apart = fc.constantFrom(-40, -1, 0, 1, 2, tenure, tenure + 1, tenure + 2, tenure + 20)
  const turns = fc
    .record({
      lengths: fc.array(fc.constantFrom(0, 11, tenure - 2, tenure - 1, tenure, 75), { minLength: 1, maxLength: 2 }),
      apart: fc.array(apart, { minLength: 2, maxLength: 2 }),
      lasts: fc.boolean(),
      // The end of the first role.
      left: near(
        plusDays(one.first, -30),
        one.last,
        plusDays(two.last, -45),
        plusDays(two.last, -tenure - 20),
        two.last,
      ),
    })
    .map(({ lengths, apart: gaps, lasts, left }) => {
      const roles: Times[] = [{ startDay: '2020-01-01', endDay: left }]
      let end = left
      for (const [i, length] of lengths.entries()) {
        const startDay = plusDays(end, gaps[i]!)
        end = plusDays(startDay, Math.max(0, length))
        roles.push({ startDay, endDay: lasts && i === lengths.length - 1 ? null : end })
      }
      return roles
    })
  return fc.oneof(fc.array(role, { minLength: 1, maxLength: 2 }), turns)
}

/**
 * Staff around the edges of both quarters, and sometimes a cohort that did everything in time, to come near 95 and 90
 * %.
 */
export function staff(at: Moment): fc.Arbitrary<Registers> {
  const [one, two] = quartersOf(at)
  const { pass, tenure } = at.rules
  const edges = [one.first, one.last, two.last].flatMap((day) => [dawn(day, at.zone), dawn(plusDays(day, 1), at.zone)])
  const second = fc
    .tuple(fc.constantFrom(...edges, dawn(at.today, at.zone)), fc.constantFrom(-HOUR, -1, 0, 1, 40 * HOUR))
    .map(([edge, by]) => edge + by)
  const person = fc.record({
    roles: rolesAround(tenure, [one, two]),
    units: fc.array(fc.constantFrom('tours', 'sales', 'agencies'), { minLength: 3, maxLength: 3 }),
    keys: fc.shuffledSubarray(['a', 'b', 'c'], { minLength: 3 }),
    completions: fc.uniqueArray(second, { maxLength: 3 }),
    exams: fc.uniqueArray(fc.tuple(second, fc.constantFrom(pass - 1, pass, pass + 1, 40)), {
      maxLength: 3,
      selector: ([when]) => when,
    }),
    leave: fc.option(
      fc
        .constantFrom(one, two)
        .chain(({ first, last }) =>
          fc.tuple(
            near(first),
            near(plusDays(first, 45)),
            near(plusDays(first, 46)),
            near(last),
            fc.constant(plusDays(first, 9)),
          ),
        ),
      { nil: null, freq: 3 },
    ),
  })
  const quarter = fc.record({ held: fc.option(fc.nat(89), { nil: null, freq: 4 }) })
  return fc
    .record({
      people: fc.array(person, { maxLength: 5 }),
      cohort: fc.constantFrom(0, 0, 0, 0, 0, 18, 19, 20),
      sessions: fc.tuple(quarter, quarter),
    })
    .map(({ people, cohort, sessions }) => {
      const everybody = [
        ...people,
        ...Array.from({ length: cohort }, () => {
          const done = [one, two].map(({ first }) => dawn(plusDays(first, 50), at.zone))
          return {
            roles: [{ startDay: '2020-01-01', endDay: null }],
            units: ['sales'],
            keys: ['a'],
            completions: done,
            exams: done.map((when): [number, number] => [when, 99]),
            leave: null,
          }
        }),
      ].map((each, i) => ({ ...each, number: `E${i}` }))
      return {
        'staff-roles': everybody.flatMap(({ number, roles, units, keys }) =>
          roles.map((role, i) => ({ number, role: keys[i]!, unit: units[i]!, ...role })),
        ),
        'staff-leave': everybody.flatMap(({ number, leave }) => {
          if (!leave) return []
          const [fromDay, toDay, again, last, within] = leave
          const parts = [
            { number, fromDay, toDay },
            // A leave within the first one changes nothing.
            { number, fromDay: within, toDay: within },
            { number, fromDay: again, toDay: last },
          ]
          return again === fromDay ? parts.slice(0, 1) : parts.filter((part) => part.fromDay <= part.toDay)
        }),
        'training-completions': everybody.flatMap(({ number, completions }) =>
          completions.map((completedAt) => ({ number, completedAt })),
        ),
        'exam-attempts': everybody.flatMap(({ number, exams }) =>
          exams.map(([takenAt, score]) => ({ number, takenAt, score })),
        ),
        'training-sessions': [one, two].flatMap(({ key, first }, i) => {
          const held = sessions[i]?.held ?? null
          return held === null ? [] : [{ quarter: key, heldOn: plusDays(first, held) }]
        }),
      }
    })
}

interface Counted {
  readonly quarter: string
  readonly due: number
  readonly passed: number
  readonly firstAttemptPassed: number
  readonly exempt: number
  readonly notYetDue: number
  readonly late: number
  readonly silent: boolean
  readonly sessionHeld: boolean
  readonly ended: boolean
}

/** True if each day is in one of the leaves. */
function isAwayThroughout(leaves: readonly StaffLeave[], first: string, last: string): boolean {
  if (leaves.length === 0) return false
  for (let day = first; day <= last; day = plusDays(day, 1)) {
    if (!leaves.some(({ fromDay, toDay }) => fromDay <= day && day <= toDay)) return false
  }
  return true
}

const lasts = ({ startDay, endDay }: Times, day: string) => startDay <= day && (endDay === null || endDay >= day)

/** The first day of the tenure that lasts on `day`: earlier roles are part of it unless a longer gap than `grace` follows. */
function tenureStart(roles: readonly StaffRole[], day: string, grace: number): string {
  let start = day
  for (;;) {
    const joined = roles.filter(
      ({ startDay, endDay }) => startDay < start && (endDay === null || endDay >= plusDays(start, -1 - grace)),
    )
    if (joined.length === 0) return start
    start = earliest(...joined.map(({ startDay }) => startDay))
  }
}

/** The unit on a day: of the role that began last, then of the first key. */
function unitOn(roles: readonly StaffRole[], day: string): string {
  const [first] = roles
    .filter((role) => lasts(role, day))
    .sort((a, b) => (a.startDay === b.startDay ? (a.role < b.role ? -1 : 1) : a.startDay > b.startDay ? -1 : 1))
  return first?.unit ?? ''
}

/** One quarter, by the rows known on `today`. */
function readQuarter(rows: Registers, { key, first, last }: Span, { today, zone, rules }: Moment) {
  const counted = { due: 0, passed: 0, firstAttemptPassed: 0, exempt: 0, notYetDue: 0, late: 0 }
  const missing: string[] = []
  const roles = rows['staff-roles'] ?? []
  const [from, end, now] = [dawn(first, zone), dawn(plusDays(last, 1), zone), dawn(plusDays(today, 1), zone)]
  const completions = (rows['training-completions'] ?? []).filter((row) => row.completedAt >= from)
  const attempts = (rows['exam-attempts'] ?? []).filter((row) => row.takenAt >= from)
  /** One part was done in the quarter; the other was done after it, before the first part was done again. */
  const isLate = (number: string) => {
    const parts = [
      completions.filter((row) => row.number === number).map((row) => row.completedAt),
      attempts.filter((row) => row.number === number && row.score >= rules.pass).map((row) => row.takenAt),
    ] as const
    const [[modules, modulesAfter], [passes, passesAfter]] = parts.map((times) => {
      return [times.some((time) => time < end), Math.min(...times.filter((time) => time >= end && time < now))]
    }) as [[boolean, number], [boolean, number]]
    return (modules && passesAfter < modulesAfter) || (passes && modulesAfter < passesAfter)
  }
  for (const number of new Set(roles.map((role) => role.number))) {
    if (rules.out.staff.includes(number)) continue
    const own = roles.filter((role) => role.number === number)
    const isPresent = (day: string) => own.some((role) => lasts(role, day))
    if (!isPresent(last) || !isPresent(plusDays(last, 1))) continue
    const start = tenureStart(own, last, rules.tenure)
    if (start > earliest(last, today)) continue
    const away = (rows['staff-leave'] ?? []).filter((leave) => leave.number === number)
    const done = (by: number) => {
      const modules = completions.filter((row) => row.number === number && row.completedAt < by)
      const tries = attempts
        .filter((row) => row.number === number && row.takenAt < by)
        .sort((a, b) => a.takenAt - b.takenAt)
      const pass = modules.length > 0 && tries.some(({ score }) => score >= rules.pass)
      return { pass, atFirst: pass && (tries[0]?.score ?? 0) >= rules.pass }
    }
    if (daysWithin(start, last) < rules.tenure) counted.notYetDue += 1
    else if (isAwayThroughout(away, first, last)) counted.exempt += 1
    else {
      counted.due += 1
      const inTime = done(Math.min(end, now))
      if (inTime.pass) counted.passed += 1
      else missing.push(`${number} ${unitOn(own, last)}`)
      if (inTime.atFirst) counted.firstAttemptPassed += 1
      if (!inTime.pass && isLate(number)) counted.late += 1
    }
  }
  const held = (rows['training-sessions'] ?? []).find(({ quarter }) => quarter === key)?.heldOn
  const sessionHeld = held !== undefined && held <= earliest(last, today)
  const inQuarter = (when: number) => when < Math.min(end, now)
  const silent =
    !completions.some((row) => inQuarter(row.completedAt)) && !attempts.some((row) => inQuarter(row.takenAt))
  const facts: Counted = { quarter: key, ...counted, silent, sessionHeld, ended: today > last }
  return { facts, missing }
}

/** The share of passes that the last four quarters had when as much of them was over. Null without history. */
function usualShare(rows: Registers, index: number, { year, today, zone, rules }: Moment): number | null {
  const here = quarterSpan(year, index)
  const edges = ({ first, last }: Span) => [dawn(first, zone), dawn(plusDays(last, 1), zone)] as const
  const [from, to] = edges(here)
  const over = (dawn(plusDays(today, 1), zone) - from) / (to - from)
  let [by, all] = [0, 0]
  for (let back = 1; back <= 4; back++) {
    const before = index - back
    const [start, end] = edges(before >= 1 ? quarterSpan(year, before) : quarterSpan(year - 1, before + 4))
    const within = (at: number) => at >= start && at < end
    for (const number of new Set((rows['training-completions'] ?? []).map((row) => row.number))) {
      const own = <T extends { number: string }>(list: readonly T[] | undefined) =>
        (list ?? []).filter((row) => row.number === number)
      const modules = own(rows['training-completions'])
        .map((row) => row.completedAt)
        .filter(within)
      const passes = own(rows['exam-attempts'])
        .filter(({ score }) => score >= rules.pass)
        .map((row) => row.takenAt)
        .filter(within)
      if (modules.length === 0 || passes.length === 0) continue
      all += 1
      if (Math.max(Math.min(...modules), Math.min(...passes)) < Math.round(start + over * (end - start))) by += 1
    }
  }
  return all === 0 ? null : by / all
}

const WORST = ['red', 'amber', 'no-data', 'too-early', 'green'] as const

function judgeQuarter(rows: Registers, index: number, facts: Counted, at: Moment): Pick<Judged, 'verdict' | 'status'> {
  const { due, passed, silent, sessionHeld, ended } = facts
  const target = at.rules.targets.training
  if (due === 0) return { verdict: 'unknown', status: 'no-data' }
  if (!ended) {
    const { first, last } = quarterSpan(at.year, index)
    // After the last day of the quarter nothing is estimated.
    const usual = at.today < last ? usualShare(rows, index, at) : null
    const elapsed = usual ?? daysWithin(first, at.today) / daysWithin(first, last)
    return { verdict: 'unknown', status: paceColour(passed, due, target, elapsed) }
  }
  // "Stale source = no data, never 0": the quarter has no records.
  if (silent) return { verdict: 'unknown', status: 'no-data' }
  if (100 * passed < target * due) {
    return { verdict: 'missed', status: sessionHeld && 100 * passed >= 90 * due ? 'amber' : 'red' }
  }
  return sessionHeld ? { verdict: 'met', status: 'green' } : { verdict: 'missed', status: 'red' }
}

/** "A half-year shows both its quarters and is met only if both are." */
export function judgeTraining(rows: Registers, at: Moment): Judged {
  const read = quartersOf(at).map((span, i) => ({ index: at.half * 2 - 1 + i, span, ...readQuarter(rows, span, at) }))
  const begun = read.filter(({ span }) => span.first <= at.today)
  const judged = begun.map(({ index, facts }) => judgeQuarter(rows, index, facts, at))
  const all = (word: Judged['verdict']) => judged.every(({ verdict }) => verdict === word)
  const missed = judged.some(({ verdict }) => verdict === 'missed')
  return {
    verdict: missed ? 'missed' : all('met') && begun.length === 2 ? 'met' : 'unknown',
    status: WORST.find((colour) => judged.some(({ status }) => status === colour)) ?? 'no-data',
    demonstrated: null,
    value: null,
    flags: [],
    facts: { quarters: begun.map(({ facts }) => facts) },
    missing: begun.flatMap(({ span, missing }) => missing.map((number) => `${span.key} ${number}`)),
  }
}
