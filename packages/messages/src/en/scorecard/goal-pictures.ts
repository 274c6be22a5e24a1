import type { HalvingPower } from '@wayproof/scorecard/claims/what-halving-shows'
import type { LeakRun, LeakSign } from '@wayproof/scorecard/pictures/leak-run'
import type { IncidentFigures, VerdictResult } from '@wayproof/scorecard/verdict'
import { periodName } from '../../date-format.ts'
import { monthRanges } from '../../month-ranges.ts'
import { count } from '../../number-format.ts'

const n = (value: number) => count(value, 'en')
const leaks = (value: number) => `${n(value)} ${value === 1 ? 'leak' : 'leaks'}`
const month = (key: string) => periodName(key, 'en')

/** "63 of 100"; no probability is certain. */
function ofHundred(probability: number): string {
  if (probability < 0.0075) return 'fewer than 1 of 100'
  return probability >= 0.995 ? 'more than 99 of 100' : `${Math.round(probability * 100)} of 100`
}

function sign({ months, side, from, to, chance, isSign }: LeakSign): string {
  const row = `${n(months)} months in a row ${side} the average, ${month(from)} to ${month(to)}`
  return isSign
    ? `${row}: a sign, not a verdict. Without any change, ${ofHundred(chance)} such charts have one.`
    : `${row}: no sign. Without any change, ${ofHundred(chance)} such charts have one.`
}

/** Why a chart has no limits. */
const without: Record<NonNullable<LeakRun['without']>, (year: number) => string> = {
  'baseline-running': (year) => `No average yet: the baseline year ${year} is not over.`,
  'baseline-silent': (year) => `No average: the baseline year ${year} has no records.`,
  'baseline-zero': (year) => `No limit: the baseline year ${year} had no leak.`,
}

/** Names the months above the limit, and a row on one side of the average. */
function runSentences(run: LeakRun): readonly string[] {
  if (run.without) return [without[run.without](run.baselineYear)]
  const above = run.months
    .filter(({ isAbove }) => isAbove)
    .map((each) => `${month(each.month)} (${n(each.leaks ?? 0)})`)
  return [
    above.length === 0 ? 'No month is above the limit.' : `Above the limit: ${above.join(', ')}.`,
    ...(run.sign ? [sign(run.sign)] : []),
    ...(run.average !== null && run.average < 1
      ? ['Fewer than 1 leak a month on average: no single month can show an improvement.']
      : []),
  ]
}

/** How the chart was made and what it lacks. */
function runNotes(run: LeakRun): readonly string[] {
  const gaps = run.months.filter((each) => each.leaks === null && each.month !== run.running)
  return [
    ...(run.without
      ? []
      : [
          run.perBooking
            ? 'Average and limit move with the bookings.'
            : 'Bookings of some months are missing, so average and limit are of counts.',
          'The limit is exceeded in 1 of 740 months by chance.',
        ]),
    ...(gaps.length > 0
      ? [
          `No record and no confirmation: ${monthRanges(
            gaps.map((gap) => gap.month),
            'en',
          )} (gaps, not 0).`,
        ]
      : []),
    ...(run.unrecorded.length > 0
      ? [`The average takes ${monthRanges(run.unrecorded, 'en')} as months without leaks, like the verdict.`]
      : []),
    ...(run.undated > 0
      ? [`${leaks(run.undated)} without a known month ${run.undated === 1 ? 'is' : 'are'} not drawn.`]
      : []),
    ...(run.running ? [`${month(run.running)} is not over, so it is not judged.`] : []),
    'Counted from today’s registers.',
  ]
}

/** Which part of the target the interval shows. `part` is the target reduction. */
function shown(evidence: NonNullable<IncidentFigures['evidence']>, part: string, hasFallen: boolean): string {
  if (evidence === 'demonstrated') return `Demonstrated: leaks fell by at least ${part}.`
  if (evidence === 'contradicted') return `Demonstrated: leaks did not fall by ${part}.`
  return hasFallen
    ? `Demonstrated that leaks fell, but not that they fell by ${part}.`
    : `Not demonstrated that leaks fell by ${part}, or at all.`
}

/** How often a true halving meets and demonstrates the target. */
function halving({ met, shown }: HalvingPower, baseline: number, year: number): string {
  return `With ${leaks(baseline)} in ${year}, a true halving meets the target in ${ofHundred(met)} years and is demonstrated in ${ofHundred(shown)}.`
}

function wouldShow(power: HalvingPower, baseline: number): readonly string[] {
  const years = Math.ceil(power.baselineForFall / baseline)
  return [
    ...(power.canBeDemonstrated
      ? []
      : [
          'A halving lies at the target itself, so it is demonstrated in at most 2.5 of 100 years, however many leaks there are.',
        ]),
    `With ${leaks(baseline)} in the baseline year, a true halving shows that leaks fell at all in ${ofHundred(power.fall)} years.`,
    ...(years > 1
      ? [
          `It would show that in 80 of 100 years from ${n(power.baselineForFall)} leaks a year on, or over ${n(years)} years at this level before and ${n(years)} after.`,
        ]
      : []),
  ]
}

/** The verdict as counted. `reason`: where the counts alone do not decide. */
function counted(verdict: VerdictResult, now: number, cap: number, reason: string | null): string {
  const because = reason === null ? '' : `; ${reason}`
  if (verdict === 'unknown') return `No verdict yet: ${leaks(now)} so far, at most ${n(cap)} allowed${because}.`
  const word = verdict === 'met' ? 'Met' : 'Missed'
  return `${word}${reason === null ? ' as counted' : ''}: ${leaks(now)}, at most ${n(cap)} allowed${because}.`
}

/** The pictures of the goal pages and what lies behind them. */
export const goalPictures = {
  sure: 'How sure is this?',
  training: {
    views: 'View',
    byUnit: 'By department and quarter',
    byPerson: 'Who is missing',
    title: 'Share passed, in percent',
    caption: 'Share passed by department and quarter, in percent',
    unit: 'Department',
    everyone: 'All staff',
    missing: 'Missing',
    missingOf: (people: string, due: string) => `${people} of ${due}`,
    quarterOfYear: (quarter: string, year: string) => `${quarter} ${year}`,
    runningQuarter: (quarter: string) => `${quarter}, running`,
    states: {
      ended: { reached: 'Reached', below: 'Below' },
      running: { reached: 'Above, running', below: 'Below, running' },
    },
    legend: {
      ended: {
        reached: (target: string) => `${target} or more`,
        below: (target: string) => `below ${target}`,
      },
      running: {
        reached: (target: string) => `${target} or more, running`,
        below: (target: string) => `below ${target}, running`,
      },
    },
    noCounts: 'Departments of 20 or more are shown; HR sees the counts.',
    course: (quarter: string) => `Last weeks of ${quarter}`,
    day: 'Day',
    who: 'Who is missing',
    names: 'Names',
    list: 'List',
    unitsOnly: 'The list shows departments only.',
    nobody: 'No one is missing.',
  },
  leaks: {
    title: (year: string) => `Leaks in ${year} by month and cause`,
    month: 'Month',
    total: 'Total so far',
    unknownMonth: 'month unknown',
    none: (year: string) => `No leak in ${year}.`,
    describe: (name: string, values: string) => `${name}: ${values}`,
  },
  run: {
    title: 'Leaks a month',
    leaks: 'Leaks',
    average: (year: number) => `Average of ${year}`,
    limit: 'Upper limit',
    bookings: 'Bookings',
    note: 'Note',
    above: 'above the limit',
    running: 'not over',
    gap: 'no record',
    empty: 'No month has a record yet.',
    isSign: 'row on one side of the average',
    sentences: runSentences,
    notes: runNotes,
  },
  said: {
    title: 'What may be said',
    counted,
    none: (reason: string) => `No verdict: ${reason}.`,
    shown,
    halving,
    zero: 'The baseline year had no leak, so there is nothing to halve.',
    more: 'What would show it',
    wouldShow,
  },
  alike: {
    title: 'Like for like',
    whole: 'whole years',
    until: (day: string) => `1 Jan to ${day}`,
    limit: (cap: number) => `At most ${n(cap)} in the whole year.`,
  },
  audits: {
    title: 'Audits by partner and year',
    partner: 'Partner',
    states: { audited: 'Audited', planned: 'Planned', missing: 'Missing' },
    none: 'not due',
    empty: 'No partner has been due for an audit.',
    onlyOpen: (partners: number) => `Only open, ${n(partners)}`,
    everyone: 'Show all',
  },
}
