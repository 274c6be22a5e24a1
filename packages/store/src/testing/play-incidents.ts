import { year } from '@wayproof/kernel'
import { judgeIncidentReduction, RULES } from '@wayproof/scorecard'
import { factSource } from '../fact-source.ts'
import type { Database } from '../sqlite/database.ts'
import { insertRows, origin } from './insert-rows.ts'
import { commonFigures, type Figures } from './play-scenario.ts'

interface IncidentsInput {
  readonly baselineCount: number
  readonly baselineBookings?: number | null
  readonly currentCount: number
  readonly currentBookings?: number | null
  readonly elapsedShare: number
  readonly targetReduction: number
  readonly undecided?: number
  readonly assessmentDone?: boolean
}

const BASELINE = 2025
const CURRENT = 2026

export async function playIncidents(database: Database, input: IncidentsInput): Promise<Figures> {
  await write(database, input)
  const asOf = `${CURRENT}-12-31`
  const rules = RULES
  const facts = await factSource(database, { timeZone: 'Asia/Shanghai', rules }).incidents(CURRENT, BASELINE, asOf)
  const verdict = judgeIncidentReduction(facts, {
    period: year(CURRENT),
    asOf,
    rules,
    elapsedShare: input.elapsedShare,
    target: { numerator: Math.round(input.targetReduction * 1000), denominator: 1000 },
  })
  const { cap, countReduction, rateReduction, probabilityOnTrack, expectedTotal, undecided } = verdict.figures
  return {
    ...commonFigures(verdict, { numerator: facts.currentCount, denominator: facts.baselineCount }),
    cap,
    countReduction,
    rateReduction,
    reduction: verdict.value,
    basisConflict: verdict.flags.includes('basis-conflict'),
    mode: verdict.flags.find((flag) => flag === 'keep-zero'),
    confirmed: verdict.demonstrated,
    pOnTrack: probabilityOnTrack,
    expectedTotal,
    undecided,
  }
}

async function write(database: Database, input: IncidentsInput): Promise<void> {
  const leak = (id: string, counted: number, state: string) => ({
    id,
    title: id,
    confirmed: state === 'confirmed' ? `${counted}-03-01` : null,
    occurred: `${counted}-02-01`,
    counted_year: counted,
    year_assumed: state !== 'confirmed',
    disclosure: state === 'confirmed' ? 'yes' : 'unknown',
    customer_data: true,
    state,
    ...origin,
  })
  const many = (n: number, of: (i: number) => ReturnType<typeof leak>) => Array.from({ length: n }, (_, i) => of(i))
  await insertRows(database, 'import_file', [
    {
      id: 'test',
      register: 'incidents',
      file_name: 'incidents.csv',
      digest: '',
      row_count: 0,
      imported_at: 0,
      imported_by: 'test',
    },
  ])
  await insertRows(database, 'incident', [
    ...many(input.baselineCount, (i) => leak(`before ${i}`, BASELINE, 'confirmed')),
    ...many(input.currentCount, (i) => leak(`now ${i}`, CURRENT, 'confirmed')),
    ...many(input.undecided ?? 0, (i) => leak(`suspicion ${i}`, CURRENT, 'suspected')),
  ])
  const booked = [
    { month: `${BASELINE}-12`, count: input.baselineBookings },
    { month: `${CURRENT}-12`, count: input.currentBookings },
  ]
  const bookings = booked.flatMap(({ month, count }) => (count ? [{ month, channel: 'app', count, ...origin }] : []))
  await insertRows(database, 'bookings', bookings)
  if (input.assessmentDone !== false) {
    const assessment = { id: 'yearly', performed_on: `${CURRENT}-05-01`, full_scope: true, ...origin }
    await insertRows(database, 'security_assessment', [assessment])
  }
}
