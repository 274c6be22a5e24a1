import { type CalendarDate, dateAt, isCalendarDate } from '@wayproof/kernel/calendar/calendar-date'
import type { PeriodKey } from '@wayproof/kernel/calendar/period'
import { type Ids, shortId, type Tokens } from '@wayproof/kernel/id'
import { fail, type Outcome, ok } from '@wayproof/kernel/outcome'
import type { Share } from '@wayproof/kernel/share'
import { shuffled } from '@wayproof/kernel/shuffle'
import type { SurveyPorts } from '../ports.ts'
import type { Categories, Margin } from '../sampling/categories.ts'
import { cellKey, cellOf, planCells } from '../sampling/cells.ts'
import { baseWeights, frameMargins } from '../sampling/frame.ts'
import { drawSample, type SamplingMode } from '../sampling/sample.ts'
import type { EligibleTraveler, Frame } from '../sampling/sampling-frame.ts'
import { drawStratified, stratifiedChances } from '../sampling/stratified-sample.ts'
import { tripMonths } from '../sampling/trip-months.ts'
import { budgetFrom } from '../waves/reminder.ts'
import type { Wave } from '../waves/wave.ts'
import { listImprovements } from './list-improvements.ts'
import { openablePeriods } from './openable-period.ts'
import { readChecklist } from './read-checklist.ts'
import { smallestWaveOf } from './smallest-wave.ts'
import { closingMoment, latestClosingDay, type PlannedInvitation, type WavePlan } from './wave-plan.ts'

export interface OpenWave {
  /** The half-year asked about. */
  readonly period: PeriodKey
  readonly mode: SamplingMode
  /** Size of a sample. */
  readonly size?: number
  /** Seed of a sample; if absent, a random one is stored with the wave. */
  readonly seed?: string
  /** The last day on which answers are accepted. */
  readonly closesOn: CalendarDate
}

export type OpenWaveFault = {
  readonly code:
    | 'period-unknown'
    | 'period-not-askable'
    | 'close-date-invalid'
    | 'close-date-too-late'
    | 'sample-size-invalid'
    | 'wave-exists'
    | 'other-wave-opening'
    | 'no-questionnaire'
    | 'no-eligible-travelers'
    | 'too-few-invited'
    | 'checklist-incomplete'
}

type Opened = { readonly wave: Wave; readonly frame: number; readonly invited: number }

/**
 * Opens a wave on a half-year that can be asked about now, if it invites at least the smallest wave of the settings. Fewer
 * people would hide each answer among too few others.
 */
export async function openWave(ports: SurveyPorts, wanted: OpenWave): Promise<Outcome<Opened, OpenWaveFault>> {
  if (tripMonths(wanted.period) === null) return fail('period-unknown')
  const today = dateAt(ports.clock.now(), ports.timeZone)
  if (!openablePeriods(today).includes(wanted.period)) return fail('period-not-askable')
  return open(ports, wanted, smallestWaveOf(ports.smallestWave, await ports.store.programme()))
}

/** Opens a wave of any size on any past half-year or year, for replays of past surveys only: it asks nobody today. */
export const openReplayedWave = (ports: SurveyPorts, wanted: OpenWave): Promise<Outcome<Opened, OpenWaveFault>> =>
  open(ports, wanted, 1)

/**
 * Draws the sample once the checklist is complete, plans the cells, and writes the wave, its invitations and their
 * letters.
 */
async function open(
  ports: SurveyPorts,
  { period, mode, size, seed, closesOn }: OpenWave,
  smallestWave: number,
): Promise<Outcome<Opened, OpenWaveFault>> {
  const { store, clock, ids, tokens, timeZone } = ports
  const now = clock.now()
  const months = tripMonths(period)
  if (months === null) return fail('period-unknown')
  const today = dateAt(now, timeZone)
  if (!isCalendarDate(closesOn) || closesOn < today) return fail('close-date-invalid')
  if (closesOn > latestClosingDay(today)) return fail('close-date-too-late')
  if (mode !== 'census' && !(Number.isSafeInteger(size) && Number(size) > 0)) return fail('sample-size-invalid')
  if (await store.wave(period)) return fail('wave-exists')
  const questionnaire = await store.latestQuestionnaire()
  if (!questionnaire) return fail('no-questionnaire')
  const { checklist, lacking: gaps } = await readChecklist(ports)
  if (!checklist || gaps.length > 0) return fail('checklist-incomplete')
  const rules = await store.rulesInForce(period, ports.rules)
  const { firstReminderDays, lastReminderDays, letterLimit } = await store.programme()
  const frameOf = { months, letterLimit, budgetFrom: budgetFrom(now, timeZone) }
  const wave = {
    id: shortId(tokens),
    period,
    mode,
    seed: mode === 'census' ? null : (seed ?? Buffer.from(tokens.bytes(16)).toString('hex')),
    questionnaire: { id: questionnaire.id, version: questionnaire.version },
    ruleVersion: rules.version,
    minimumForStatus: rules.minimumForStatus,
    openedAt: now,
    closesAt: closingMoment(closesOn, timeZone),
    firstReminderDays,
    lastReminderDays,
    letterLimit,
  }
  const rate = await store.lastResponseRate(smallestWave)
  const improvements = await listImprovements(ports, { period })
  const sealed = { wave, smallestGroup: rules.smallestGroup, improvements, checklist, closesOn }
  let invitable = 0
  const planOf = (counts: Frame) => {
    invitable = mode === 'census' ? counts.eligible.length : Math.min(Number(size), counts.eligible.length)
    if (invitable < smallestWave) return null
    return { ...sealed, ...drawnWave(counts, { wave, size: Number(size), rate, ids, tokens }) }
  }
  const outcome = await store.openWave({ waveId: wave.id, period, frame: frameOf, clock, planOf })
  if (!outcome.ok && outcome.fault.code === 'no-eligible-travelers' && invitable > 0)
    return fail('too-few-invited', { invitable, needed: smallestWave })
  if (!outcome.ok) return outcome
  const { frame, invitations } = outcome.value
  const untouched = { status: 'open', closedAt: null, unlinkedAt: null, paused: null } as const
  return ok({ wave: { ...wave, ...untouched, sealedClosesAt: wave.closesAt }, frame, invited: invitations.length })
}

interface Drawing {
  readonly wave: Pick<Wave, 'mode' | 'seed'>
  /** Size of a sample. */
  readonly size: number
  /** Answered of invited in the previous wave. */
  readonly rate: Share | null
  readonly ids: Ids
  readonly tokens: Tokens
}

type DrawnWave = Pick<
  WavePlan,
  'registered' | 'frame' | 'skips' | 'mergeMap' | 'dominatedCells' | 'cells' | 'margins' | 'invitations'
>

/** The people to invite from a frame, and the cells in which their answers are counted. */
function drawnWave(
  { eligible, skips, registered, sources }: Frame,
  { wave: { mode, seed }, size, rate, ids, tokens }: Drawing,
): DrawnWave {
  const sample = seed === null ? eligible : draw(mode, eligible, size, seed)
  const strata = mode === 'stratified' ? STRATA : []
  const frame = { eligible: eligible.map((traveler) => ({ ...categoriesOf(traveler), people: 1 })), sources }
  const { cells: planned, mergeMap, dominatedCells } = planCells(sample.map(categoriesOf), rate, { strata, frame })
  const weights = baseWeights(sample.map(categoriesOf), mergeMap, chances(mode, eligible, sample.length))
  const cells = planned.map((cell) => ({ ...cell, id: shortId(tokens), baseWeight: weights.get(cellKey(cell)) ?? 1 }))
  const cellIds = new Map(cells.map((cell) => [cellKey(cell), cell.id]))
  const letterIds = idsInOrder(ids, sample.length)
  const invitationIds = shuffledCopy(idsInOrder(ids, sample.length), tokens)
  const people = shuffledCopy(inOrderOfIds(sample), tokens)
  const invitations = people.map((traveler, i): PlannedInvitation => {
    const cellId = cellIds.get(cellKey(cellOf(mergeMap, categoriesOf(traveler))))
    const [id, letterId] = [invitationIds[i], letterIds[i]]
    if (!cellId || !id || !letterId) throw new Error('a traveler has no cell')
    return { id, letterId, travelerId: traveler.id, locale: traveler.locale, cellId }
  })
  const margins = frameMargins(eligible.map(categoriesOf), mergeMap)
  return { registered, frame: eligible.length, skips, mergeMap, dominatedCells, cells, margins, invitations }
}

// Fully increasing IDs make bulk inserts of invitations append to the indexes. But the IDs of letters and links are
// visible outside, and their order would show which belong together. So IDs increase only from block to block and are
// random within a block, where links and letters are alike.

const BLOCK = 10_000

function shuffledCopy<T>(items: readonly T[], tokens: Tokens): readonly T[] {
  const blocks = Math.ceil(items.length / BLOCK)
  return Array.from({ length: blocks }, (_, n) => shuffled(items.slice(n * BLOCK, (n + 1) * BLOCK), tokens)).flat()
}

const inOrderOfIds = (travelers: readonly EligibleTraveler[]) => travelers.toSorted((a, b) => (a.id < b.id ? -1 : 1))

const idsInOrder = (ids: Ids, count: number): readonly string[] =>
  Array.from({ length: count }, () => ids.next()).sort()

const draw = (mode: SamplingMode, frame: readonly EligibleTraveler[], size: number, seed: string) =>
  mode === 'stratified' ? drawStratified(frame, size, seed, stratumOf) : drawSample(frame, size, seed)

const STRATA: readonly Margin[] = ['tripType', 'region']
const stratumOf = ({ tripType, region }: Pick<Categories, 'tripType' | 'region'>) => JSON.stringify([tripType, region])

/** Each person's selection probability if `size` people of the frame are invited. */
function chances(mode: SamplingMode, frame: readonly EligibleTraveler[], size: number): (of: Categories) => number {
  if (mode !== 'stratified') return () => size / frame.length
  const byStratum = stratifiedChances(frame, size, stratumOf)
  return (person) => byStratum.get(stratumOf(person)) ?? 1
}

const categoriesOf = ({ tripType, channel, region, locale }: EligibleTraveler): Categories => {
  return { tripType, channel, region, language: locale }
}
