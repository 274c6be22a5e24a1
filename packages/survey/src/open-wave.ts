import { type CalendarDate, dateAt, fail, isCalendarDate, type Outcome, ok, type PeriodKey } from '@wayproof/kernel'
import { type Categories, cellKey, cellOf, type Margin, planCells } from './cells.ts'
import { lackingOf } from './checklist.ts'
import { baseWeights, frameMargins } from './frame.ts'
import { listImprovements } from './list-improvements.ts'
import type { EligibleTraveler, SurveyPorts } from './ports.ts'
import { budgetFrom } from './reminder.ts'
import { drawSample, type SamplingMode } from './sample.ts'
import { drawStratified, stratifiedChances } from './stratified-sample.ts'
import type { Wave } from './wave.ts'
import { closingMoment, latestClosingDay, type PlannedInvitation, tripMonths } from './wave-plan.ts'

export interface OpenWave {
  /** The half-year asked about; a year in a replay of past surveys. */
  readonly period: PeriodKey
  readonly mode: SamplingMode
  /** Of a sample. */
  readonly size?: number
  /** Of a sample; drawn and kept with the wave when absent. */
  readonly seed?: string
  /** The last day on which answers are taken. */
  readonly closesOn: CalendarDate
}

export type OpenWaveFault = {
  readonly code:
    | 'period-unknown'
    | 'close-date-invalid'
    | 'close-date-too-late'
    | 'sample-size-invalid'
    | 'wave-exists'
    | 'no-questionnaire'
    | 'no-eligible-travelers'
    | 'checklist-incomplete'
}

/** Draws whom to ask once the checklist holds, plans the cells, and writes wave, invitations and their letters in one act. */
export async function openWave(
  ports: SurveyPorts,
  { period, mode, size, seed, closesOn }: OpenWave,
): Promise<Outcome<{ readonly wave: Wave; readonly frame: number; readonly invited: number }, OpenWaveFault>> {
  const { store, clock, ids, timeZone } = ports
  const now = clock.now()
  const months = tripMonths(period)
  if (months === null) return fail('period-unknown')
  if (!isCalendarDate(closesOn) || closesOn < dateAt(now, timeZone)) return fail('close-date-invalid')
  if (closesOn > latestClosingDay(dateAt(now, timeZone))) return fail('close-date-too-late')
  if (mode !== 'census' && !(Number.isSafeInteger(size) && Number(size) > 0)) return fail('sample-size-invalid')
  if (await store.wave(period)) return fail('wave-exists')
  const questionnaire = await store.latestQuestionnaire()
  if (!questionnaire) return fail('no-questionnaire')
  const checklist = await store.checklist()
  if (!checklist || lackingOf(checklist, dateAt(now, timeZone)).length > 0) return fail('checklist-incomplete')
  const rules = await store.rulesInForce(period, ports.rules)
  const { firstReminderDays, lastReminderDays, letterLimit } = await store.programme()
  const frameOf = { months, letterLimit, budgetFrom: budgetFrom(now, timeZone) }
  const frame = await store.eligibleTravelers(frameOf)
  if (frame.length === 0) return fail('no-eligible-travelers')

  const sealedSeed = mode === 'census' ? null : (seed ?? Buffer.from(ports.tokens.bytes(16)).toString('hex'))
  const drawn = sealedSeed === null ? frame : draw(mode, frame, Number(size), sealedSeed)
  const strata = mode === 'stratified' ? STRATA : []
  const rate = await store.lastResponseRate()
  const { cells: planned, mergeMap } = planCells(drawn.map(categoriesOf), rate, strata)
  const weights = baseWeights(drawn.map(categoriesOf), mergeMap, chances(mode, frame, drawn.length))
  const cells = planned.map((cell) => ({ ...cell, id: ids.next(), baseWeight: weights.get(cellKey(cell)) ?? 1 }))
  const cellIds = new Map(cells.map((cell) => [cellKey(cell), cell.id]))
  const invitations = drawn.map((traveler): PlannedInvitation => {
    const cellId = cellIds.get(cellKey(cellOf(mergeMap, categoriesOf(traveler))))
    if (cellId === undefined) throw new Error('a traveler has no cell')
    return { id: ids.next(), letterId: ids.next(), travelerId: traveler.id, locale: traveler.locale, cellId }
  })
  const wave = {
    id: ids.next(),
    period,
    mode,
    seed: sealedSeed,
    questionnaire: { id: questionnaire.id, version: questionnaire.version },
    ruleVersion: rules.version,
    minimumForStatus: rules.minimumForStatus,
    openedAt: now,
    closesAt: closingMoment(closesOn, timeZone),
    firstReminderDays,
    lastReminderDays,
    letterLimit,
  }
  const [skips, registered] = await Promise.all([store.skippedTravelers(frameOf), store.registeredTravelers()])
  const improvements = await listImprovements(ports, { period })
  const plan = {
    wave,
    smallestGroup: rules.smallestGroup,
    improvements,
    registered,
    frame: frame.length,
    skips,
    checklist,
    mergeMap,
    cells,
    margins: frameMargins(frame.map(categoriesOf), mergeMap),
    invitations,
    closesOn,
  }
  const opened = await store.openWave(plan)
  if (!opened) return fail('wave-exists')
  const untouched = { status: 'open', remindedAt: null, closedAt: null, unlinkedAt: null, paused: null } as const
  return ok({
    wave: { ...wave, ...untouched, sealedClosesAt: wave.closesAt },
    frame: frame.length,
    invited: invitations.length,
  })
}

const draw = (mode: SamplingMode, frame: readonly EligibleTraveler[], size: number, seed: string) =>
  mode === 'stratified' ? drawStratified(frame, size, seed, stratumOf) : drawSample(frame, size, seed)

const STRATA: readonly Margin[] = ['tripType', 'region']
const stratumOf = ({ tripType, region }: Pick<Categories, 'tripType' | 'region'>) => JSON.stringify([tripType, region])

/** Everybody's chance of being invited, when `size` of the frame are. */
function chances(mode: SamplingMode, frame: readonly EligibleTraveler[], size: number): (of: Categories) => number {
  if (mode !== 'stratified') return () => size / frame.length
  const byStratum = stratifiedChances(frame, size, stratumOf)
  return (person) => byStratum.get(stratumOf(person)) ?? 1
}

const categoriesOf = ({ tripType, channel, region, locale }: EligibleTraveler): Categories => {
  return { tripType, channel, region, language: locale }
}
