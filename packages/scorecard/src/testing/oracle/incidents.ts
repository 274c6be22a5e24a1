import type { Incident } from '@wayproof/evidence/registers/incidents/incident'
import { UNSAID } from '@wayproof/evidence/testing/unsaid'
import fc from 'fast-check'
import {
  dawn,
  dayAt,
  daysWithin,
  earliest,
  monthsEnded,
  monthsOf,
  plusDays,
  plusMonths,
  yearSpan,
  type Zone,
} from './calendar.ts'
import { exactShare } from './chance.ts'
import { type Moment, near, type Registers } from './company.ts'
import { type Judged, leakColour } from './judged.ts'

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
  // Half of them at the edge of the part that is compared.
  const edge = (year: number, n: number) => plusDays(`${year}-${day.slice(5).replace('02-29', '02-28')}`, (n % 5) - 2)
  const leaks = (year: number) => (many: number) =>
    Array.from({ length: many }, (_, n) => ({
      occurred: null,
      discovered: null,
      confirmed: n % 2 === 0 ? `${year}-01-05` : edge(year, n),
      disclosure: 'yes' as const,
      customerData: true,
      state: 'confirmed' as const,
    }))
  const assessment = fc.record({ performedOn: near(first, day, last), fullScope: fc.boolean() })
  const twelve = (year: number, count: number) => monthsOf(year).map((month) => ({ month, channel: 'all', count }))
  // Mostly every month of both years, or all but one or two of them.
  const booked = fc
    .record({
      before: fc.constantFrom(0, 400, 800, 800),
      now: fc.constantFrom(0, 300, 800, 1600),
      gone: fc.oneof(
        { weight: 2, arbitrary: fc.constant<number[]>([]) },
        { weight: 2, arbitrary: fc.array(fc.nat(23), { minLength: 1, maxLength: 2 }) },
        { weight: 1, arbitrary: fc.constant(Array.from({ length: 24 }, (_, n) => n)) },
      ),
    })
    .map(({ before, now, gone }) =>
      [...twelve(baseline, before), ...(baseline === at.year ? [] : twelve(at.year, now))].filter(
        (_, n) => !gone.includes(n),
      ),
    )
  return fc
    .record({
      random: fc.array(incident, { maxLength: 6 }),
      suspicions: fc.oneof(fc.constant([]), fc.array(suspicion, { maxLength: 3 })),
      before: fc.constantFrom(0, 1, 2, 7, 8, 12, 13, 20, 30).map(leaks(baseline)),
      now: fc.constantFrom(0, 0, 0, 1, 2, 3, 4, 6, 15).map(leaks(at.year)),
      assessments: fc.array(assessment, { maxLength: 3 }),
      bookings: booked,
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

/** The same day of the month in another year; 29 February is the 28th there. */
const sameDay = (year: number, day: string) => {
  const there = `${year}${day.slice(4)}`
  return plusMonths(`${year}-01-01`, Number(day.slice(5, 7)) - 1).slice(0, 7) === plusDays(there, 0).slice(0, 7)
    ? there
    : `${year}-02-28`
}

function read(rows: Registers, { year, baselineYear, today, span, zone, seals, emptyMonths }: Moment) {
  const yearOf = (incident: Incident) => Number(countedOn(incident, zone).slice(0, 4))
  const day = earliest(today, span.last)
  const baseline = baselineYear ?? year - 1
  const ofCustomers = (rows.incidents ?? []).filter(
    (each) =>
      each.customerData && each.state !== 'rejected' && each.disclosure !== 'no' && countedOn(each, zone) <= day,
  )
  const isLeak = ({ state, disclosure }: Incident) => state === 'confirmed' && disclosure === 'yes'
  const leaks = ofCustomers.filter(isLeak)
  // Bookings come by the month: only the months that are over are compared, and each needs a row in both years.
  const over = monthsEnded(year, day)
  const same = over.map((month) => `${baseline}${month.slice(4)}`)
  const rowsOf = (month: string) => (rows.bookings ?? []).filter((row) => row.month === month)
  const unbooked = [...new Set([...same, ...over])].filter((month) => rowsOf(month).length === 0).sort()
  const booked = (months: readonly string[]) => months.flatMap(rowsOf).reduce((sum, { count }) => sum + count, 0)
  const inMonths = (of: number, months: readonly string[]) => {
    const until = months.length === 0 ? '' : plusDays(plusMonths(`${months.at(-1)}-01`, 1), -1)
    return leaks.filter((each) => yearOf(each) === of && countedOn(each, zone) <= until).length
  }
  const ofBaseline = baselineOf(leaks.filter((each) => yearOf(each) === baseline).length, seals)
  // A seal that the register contradicts counts its whole year, and no part of it.
  const isApart = ofBaseline.baselineInRegister !== undefined
  const isWhole = day === `${year}-12-31`
  const exposed =
    over.length > 0 && unbooked.length === 0 && !(isApart && !isWhole)
      ? {
          before: booked(same),
          now: booked(over),
          x0: isApart ? ofBaseline.baselineCount : inMonths(baseline, same),
          x1: inMonths(year, over),
        }
      : null
  // A year, or the part of it up to a day, without a row of any kind is known only if all its ended months are confirmed.
  const isKnown = (of: number, until: string) => {
    const any = (rows.incidents ?? []).some((each) => yearOf(each) === of && countedOn(each, zone) <= until)
    const ended = monthsEnded(of, until).filter((month) => plusDays(plusMonths(`${month}-01`, 1), -1) < today)
    return any || (ended.length > 0 && ended.every((month) => emptyMonths.includes(month)))
  }
  const part = sameDay(baseline, day)
  return {
    day,
    registered: (rows.incidents ?? []).length > 0 || emptyMonths.length > 0,
    // In January of a year without rows there is no month to confirm yet.
    isSilent: !isKnown(year, day) && day >= `${year}-01-31` && today > `${year}-01-31`,
    isKnown: isKnown(year, day),
    isBaselineKnown: seals.length > 0 || isKnown(baseline, `${baseline}-12-31`),
    inPart: isApart
      ? isWhole
        ? ofBaseline.baselineCount
        : null
      : isKnown(baseline, part)
        ? leaks.filter((each) => yearOf(each) === baseline && countedOn(each, zone) <= part).length
        : null,
    assumed: leaks.some(
      (each) => each.discovered === null && each.confirmed === null && [year, baseline].includes(yearOf(each)),
    ),
    unbooked,
    exposed: exposed && exposed.before > 0 && exposed.now > 0 ? exposed : null,
    facts: {
      baselineYear: baseline,
      currentYear: year,
      ...ofBaseline,
      currentCount: leaks.filter((each) => yearOf(each) === year).length,
      undecided: ofCustomers.filter((each) => !isLeak(each) && yearOf(each) === year).length,
      assessmentDone: (rows['security-assessments'] ?? []).some(
        ({ performedOn, fullScope }) => fullScope && performedOn.startsWith(`${year}`) && performedOn <= day,
      ),
    },
  }
}

/** Exact bounds of the ratio of the rates: given x0 + x1, x1 is binomial with p = r E1 / (E0 + r E1). */
function ratioBounds(x0: number, x1: number, e0 = 1, e1 = 1) {
  const { lower, upper } = exactShare(x1, x0 + x1)
  const ratio = (p: number) => ((p / (1 - p)) * e0) / e1
  return { lower: ratio(lower), upper: ratio(upper) }
}

/** Demonstrated, contradicted or compatible with a fall of the counts to `share`; null for a baseline of 0. */
function evidenceOf(x0: number, x1: number, share: number) {
  if (x0 === 0) return null
  if (ratioBounds(x0, 0).upper > share) return 'too-few'
  const { lower, upper } = ratioBounds(x0, x1)
  return upper <= share ? 'demonstrated' : lower > share ? 'contradicted' : 'compatible'
}

export function judgeIncidents(rows: Registers, at: Moment): Judged {
  const { day, registered, isSilent, isKnown, isBaselineKnown, inPart, assumed, exposed, unbooked, facts } = read(
    rows,
    at,
  )
  const { baselineYear, currentYear, baselineCount, currentCount, undecided, assessmentDone } = facts
  const { first, last } = yearSpan(at.year)
  const judged = registered && !isSilent && currentYear > baselineYear && isBaselineKnown
  const comparable = judged && isKnown
  const ended = day === last && at.today > last
  const left = 100 - at.rules.targets.incidents
  const cap = Math.floor((baselineCount * left) / 100)
  const rate = exposed && exposed.x0 > 0 ? exposed.x1 / exposed.now / (exposed.x0 / exposed.before) : null
  const evidence = comparable && inPart !== null ? evidenceOf(inPart, currentCount, left / 100) : null
  const disagree =
    exposed !== null &&
    exposed.x0 > 0 &&
    100 * exposed.x1 * exposed.before <= left * exposed.x0 * exposed.now !== 100 * exposed.x1 <= left * exposed.x0
  const flags = [
    ...(comparable && baselineCount === 0 ? ['keep-zero'] : []),
    ...(comparable && disagree ? ['basis-conflict'] : []),
    ...(ended && evidence === 'too-few' ? ['too-few-to-demonstrate'] : []),
    ...(assumed ? ['year-assumed'] : []),
  ]
  const reduction = comparable && inPart !== null && inPart > 0 ? 1 - currentCount / inPart : null
  const rateReduction = comparable && rate !== null ? 1 - rate : null
  const said = {
    demonstrated: evidence === null || evidence === 'too-few' ? null : evidence === 'demonstrated',
    value: reduction,
    flags,
    facts: {
      ...{ ...facts, cap, evidence, rateReduction, unbooked: comparable ? unbooked : [] },
      baselineSoFar: ended ? undefined : comparable ? inPart : null,
    },
    missing: null,
  }
  if (!judged) return { ...said, verdict: 'unknown', status: 'no-data' }
  if (currentCount > cap) return { ...said, verdict: 'missed', status: 'red' }
  if (!ended) {
    const elapsed = daysWithin(first, day) / daysWithin(first, last)
    return { ...said, verdict: 'unknown', status: isKnown ? leakColour(currentCount, cap, elapsed) : 'too-early' }
  }
  if (!assessmentDone) return { ...said, verdict: 'missed', status: 'red' }
  if (currentCount + undecided > cap) return { ...said, verdict: 'unknown', status: 'no-data' }
  return { ...said, verdict: 'met', status: 'green' }
}
