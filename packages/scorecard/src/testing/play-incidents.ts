import type { StoreDatabase } from '@wayproof/database/store-database'
import type { Incident } from '@wayproof/evidence/registers/incidents/incident'
import { saveRegister } from '@wayproof/evidence/testing/save-register'
import { UNSAID } from '@wayproof/evidence/testing/unsaid'
import { year } from '@wayproof/kernel/calendar/period'
import { openExact } from '../exact.ts'
import { factSource } from '../facts/fact-source.ts'
import { monthsOver } from '../goals/equal-parts.ts'
import { judgeIncidentReduction } from '../goals/incident-reduction.ts'
import { RULES } from '../rules.ts'
import { commonFigures, type Figures } from './scenario-figures.ts'

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

export async function playIncidents(database: StoreDatabase, input: IncidentsInput): Promise<Figures> {
  await write(database, input)
  const asOf = `${CURRENT}-12-31`
  const rules = RULES
  const counts = await factSource(database, { timeZone: 'Asia/Shanghai', rules }).forHalfYear('2025-H2')
  const facts = await counts.incidents(CURRENT, BASELINE, asOf)
  const verdict = openExact(
    judgeIncidentReduction(facts, {
      period: year(CURRENT),
      asOf,
      rules,
      elapsedShare: input.elapsedShare,
      target: { numerator: Math.round(input.targetReduction * 1000), denominator: 1000 },
    }),
  )
  const { cap, countReduction, rateReduction, undecided } = verdict.figures
  return {
    ...commonFigures(verdict, { numerator: facts.currentCount, denominator: facts.baselineCount }),
    cap,
    countReduction,
    rateReduction,
    reduction: verdict.value,
    basisConflict: verdict.flags.includes('basis-conflict'),
    mode: verdict.flags.find((flag) => flag === 'keep-zero'),
    confirmed: verdict.demonstrated,
    undecided,
  }
}

function bookingsOf(year: number, total: number | null) {
  if (total === null) return []
  const months = monthsOver(year, `${year}-12-31`)
  return months.map((month, n) => ({ month, channel: 'app', count: n === 11 ? total : 0 }))
}

async function write(database: StoreDatabase, input: IncidentsInput): Promise<void> {
  const leak = (id: string, year: number, state: 'confirmed' | 'suspected'): Incident => ({
    id,
    title: id,
    occurred: `${year}-02-01`,
    confirmed: state === 'confirmed' ? `${year}-03-01` : null,
    disclosure: state === 'confirmed' ? 'yes' : 'unknown',
    customerData: true,
    state,
    partnerId: null,
    ...UNSAID.incident,
  })
  const many = (n: number, of: (i: number) => Incident) => Array.from({ length: n }, (_, i) => of(i))
  await saveRegister(database, 'incidents', [
    ...many(input.baselineCount, (i) => leak(`before ${i}`, BASELINE, 'confirmed')),
    ...many(input.currentCount, (i) => leak(`now ${i}`, CURRENT, 'confirmed')),
    ...many(input.undecided ?? 0, (i) => leak(`suspicion ${i}`, CURRENT, 'suspected')),
  ])
  // A year without leaks is a statement of the scenario, not silence.
  const empty = [
    ...(input.baselineCount === 0 ? monthsOver(BASELINE, `${BASELINE}-12-31`) : []),
    ...(input.currentCount + (input.undecided ?? 0) === 0 ? monthsOver(CURRENT, `${CURRENT}-12-31`) : []),
  ]
  const { emptyMonth } = await database.records()
  const confirmed = { register: 'incidents', confirmedAt: new Date(0), confirmedBy: 'Lin' }
  await emptyMonth.createMany({ data: empty.map((month) => ({ ...confirmed, month })) })
  // A scenario has the bookings of a year, so each of its months is on record.
  const bookings = [
    ...bookingsOf(BASELINE, input.baselineBookings ?? null),
    ...bookingsOf(CURRENT, input.currentBookings ?? null),
  ]
  await saveRegister(database, 'bookings', bookings)
  if (input.assessmentDone !== false) {
    const assessment = { id: 'yearly', performedOn: `${CURRENT}-05-01`, fullScope: true }
    await saveRegister(database, 'security-assessments', [assessment])
  }
}
