import type { Incident } from '@wayproof/evidence'
import fc from 'fast-check'
import { UNSAID } from '../unsaid.ts'
import { dawn, dayAt, daysWithin, earliest, plusDays, yearSpan, type Zone } from './calendar.ts'
import { exactShare, negativeBinomialAtMost } from './chance.ts'
import { type Moment, near, type Registers } from './company.ts'
import { type Judged, runningColour } from './judged.ts'

// statistics.md 2.2, 2.3 and 4.4, goal 3, evaluated incident by incident.

export function incidents(at: Moment): fc.Arbitrary<Registers> {
  const { first, last } = yearSpan(at.year)
  const day = earliest(at.today, at.span.last)
  const baseline = at.baselineYear ?? at.year - 1
  const date = near(first, last, day, plusDays(first, 100))
  const incident = fc.record({
    occurred: fc.option(date, { nil: null }),
    discovered: fc.option(fc.record({ day: date, hour: fc.constantFrom(0, 23) }), { nil: null }),
    confirmed: fc.option(fc.oneof(date, fc.constant(`${at.year}`), fc.constant(`${at.year}-06`)), { nil: null }),
    disclosure: fc.constantFrom(
      'yes' as const,
      'yes' as const,
      'potentially' as const,
      'no' as const,
      'unknown' as const,
    ),
    customerData: fc.boolean(),
    state: fc.constantFrom('confirmed' as const, 'confirmed' as const, 'suspected' as const, 'rejected' as const),
  })
  /** Suspected in a year, as it still is or as it was confirmed in the next one. */
  const suspicion = fc
    .record({
      year: fc.constantFrom(baseline, at.year),
      back: fc.constantFrom(0, 1, 40),
      confirmedAfter: fc.option(fc.constantFrom(1, 10, 400), { nil: null }),
    })
    .map(({ year, back, confirmedAfter }) => {
      const on = plusDays(yearSpan(year).last, -back)
      const isConfirmed = confirmedAfter !== null
      return {
        ...{ occurred: on, discovered: { day: on, hour: 23 }, customerData: true },
        confirmed: isConfirmed ? plusDays(on, back + confirmedAfter) : null,
        disclosure: isConfirmed ? ('yes' as const) : ('unknown' as const),
        state: isConfirmed ? ('confirmed' as const) : ('suspected' as const),
      }
    })
  const leaks = (year: number) => (many: number) =>
    Array.from({ length: many }, () => ({
      occurred: null,
      discovered: null,
      confirmed: `${year}-01-05`,
      disclosure: 'yes' as const,
      customerData: true,
      state: 'confirmed' as const,
    }))
  const assessment = fc.record({ performedOn: near(first, day, last), fullScope: fc.boolean() })
  const booked = fc.record({
    month: fc.constantFrom(`${baseline}-03`, `${baseline}-12`, `${at.year}-01`, day.slice(0, 7), `${at.year}-12`),
    channel: fc.constant('elsewhere'),
    count: fc.constantFrom(0, 400, 800, 1600),
  })
  return fc
    .record({
      random: fc.array(incident, { maxLength: 6 }),
      suspicions: fc.oneof(fc.constant([]), fc.array(suspicion, { maxLength: 3 })),
      before: fc.constantFrom(0, 1, 2, 7, 8, 12, 13, 20, 30).map(leaks(baseline)),
      now: fc.constantFrom(0, 0, 0, 1, 2, 3, 4, 6, 15).map(leaks(at.year)),
      assessments: fc.array(assessment, { maxLength: 3 }),
      bookings: fc.uniqueArray(booked, { maxLength: 4, selector: ({ month }) => month }),
    })
    .map(({ random, before, now, suspicions, assessments, bookings }) => ({
      incidents: [...random, ...suspicions, ...before, ...now]
        .filter(({ occurred, confirmed }) => occurred !== null || confirmed !== null)
        .map(
          ({ discovered, ...each }, i): Incident => ({
            ...{ id: `I${i}`, title: `I${i}`, partnerId: null, ...UNSAID.incident, ...each },
            discovered: discovered && dawn(discovered.day, at.zone) + discovered.hour * 3_600_000,
          }),
        ),
      'security-assessments': assessments.map((each, i) => ({ ...each, id: `A${i}` })),
      bookings,
    }))
}

/** The day of discovery; without one the date of confirmation, or else of occurrence. */
const countedOn = ({ discovered, confirmed, occurred }: Incident, zone: Zone) =>
  (discovered === null ? null : dayAt(discovered, zone)) ?? confirmed ?? occurred ?? '9'

/** The newest seal of the baseline year decides over its rows. */
function baselineOf(counted: number, seals: readonly number[]) {
  const baselineCount = seals.at(-1) ?? counted
  return { baselineCount, baselineInRegister: baselineCount === counted ? undefined : counted }
}

function read(rows: Registers, { year, baselineYear, today, span, zone, seals }: Moment) {
  const yearOf = (incident: Incident) => Number(countedOn(incident, zone).slice(0, 4))
  const day = earliest(today, span.last)
  const baseline = baselineYear ?? year - 1
  const ofCustomers = (rows.incidents ?? []).filter(
    (each) =>
      each.customerData && each.state !== 'rejected' && each.disclosure !== 'no' && countedOn(each, zone) <= day,
  )
  const isLeak = ({ state, disclosure }: Incident) => state === 'confirmed' && disclosure === 'yes'
  const leaks = ofCustomers.filter(isLeak)
  const booked = (of: number, until: string) => {
    const months = (rows.bookings ?? []).filter(({ month }) => month.startsWith(`${of}`) && month <= until)
    return months.reduce((sum, { count }) => sum + count, 0)
  }
  return {
    day,
    registered: (rows.incidents ?? []).length > 0,
    assumed: leaks.some(
      (each) => each.discovered === null && each.confirmed === null && [year, baseline].includes(yearOf(each)),
    ),
    exposed: { before: booked(baseline, '9'), now: booked(year, day.slice(0, 7)) },
    facts: {
      baselineYear: baseline,
      currentYear: year,
      ...baselineOf(leaks.filter((each) => yearOf(each) === baseline).length, seals),
      currentCount: leaks.filter((each) => yearOf(each) === year).length,
      undecided: ofCustomers.filter((each) => !isLeak(each) && yearOf(each) === year).length,
      assessmentDone: (rows['security-assessments'] ?? []).some(
        ({ performedOn, fullScope }) => fullScope && performedOn.startsWith(`${year}`) && performedOn <= day,
      ),
    },
  }
}

/** Exact bounds of the ratio of the rates: given x0 + x1, x1 is binomial with p = r E1 / (E0 + r E1). */
function ratioBounds(x0: number, e0: number, x1: number, e1: number) {
  const { lower, upper } = exactShare(x1, x0 + x1)
  const ratio = (p: number) => ((p / (1 - p)) * e0) / e1
  return { lower: ratio(lower), upper: ratio(upper) }
}

/** Demonstrated, contradicted or compatible with a fall to `share`, such as a halving; null for a baseline of 0. */
function evidenceOf(x0: number, e0: number, x1: number, e1: number, share: number) {
  if (x0 === 0) return null
  if (ratioBounds(x0, e0, 0, e1).upper > share) return 'too-few'
  const { lower, upper } = ratioBounds(x0, e0, x1, e1)
  return upper <= share ? 'demonstrated' : lower > share ? 'contradicted' : 'compatible'
}

export function judgeIncidents(rows: Registers, at: Moment): Judged {
  const { day, registered, assumed, exposed, facts } = read(rows, at)
  const { baselineYear, currentYear, baselineCount, currentCount, undecided, assessmentDone } = facts
  const { first, last } = yearSpan(at.year)
  const [e0, e1] = exposed.before > 0 && exposed.now > 0 ? [exposed.before, exposed.now] : [1, 1]
  const comparable = registered && currentYear > baselineYear
  const ended = day === last && at.today > last
  const left = 100 - at.rules.targets.incidents
  const cap = Math.floor((baselineCount * left) / 100)
  const rate = currentCount / e1 / (baselineCount / e0)
  const evidence = comparable && ended ? evidenceOf(baselineCount, e0, currentCount, e1, left / 100) : null
  const disagree = baselineCount > 0 && 100 * currentCount * e0 <= left * baselineCount * e1 !== currentCount <= cap
  const flags = [
    ...(comparable && baselineCount === 0 ? ['keep-zero'] : []),
    ...(comparable && disagree ? ['basis-conflict'] : []),
    ...(evidence === 'too-few' ? ['too-few-to-demonstrate'] : []),
    ...(assumed ? ['year-assumed'] : []),
  ]
  const reduction = comparable && baselineCount > 0 ? 1 - currentCount / baselineCount : null
  const said = {
    demonstrated: evidence === null || evidence === 'too-few' ? null : evidence === 'demonstrated',
    value: reduction,
    flags,
    facts: { ...facts, cap, evidence, rateReduction: reduction === null ? null : 1 - rate },
    missing: null,
  }
  if (!comparable) return { ...said, verdict: 'unknown', status: 'no-data' }
  if (currentCount > cap) return { ...said, verdict: 'missed', status: 'red' }
  if (!ended) {
    const elapsed = daysWithin(first, day) / daysWithin(first, last)
    const chance = negativeBinomialAtMost(cap - currentCount, currentCount + 0.5, elapsed)
    return { ...said, verdict: 'unknown', status: runningColour(chance, elapsed, false) }
  }
  if (!assessmentDone) return { ...said, verdict: 'missed', status: 'red' }
  if (currentCount + undecided > cap) return { ...said, verdict: 'unknown', status: 'no-data' }
  return { ...said, verdict: 'met', status: 'green' }
}
