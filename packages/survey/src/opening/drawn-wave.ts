import { type Ids, shortId, type Tokens } from '@wayproof/kernel/id'
import type { Share } from '@wayproof/kernel/share'
import { shuffled } from '@wayproof/kernel/shuffle'
import type { Categories, Margin } from '../sampling/categories.ts'
import { cellKey, cellOf, planCells } from '../sampling/cells.ts'
import { baseWeights, frameMargins } from '../sampling/frame.ts'
import { drawSample, type SamplingMode } from '../sampling/sample.ts'
import type { EligibleTraveler, Frame } from '../sampling/sampling-frame.ts'
import { drawStratified, stratifiedChances } from '../sampling/stratified-sample.ts'
import type { Wave } from '../waves/wave.ts'
import type { PlannedInvitation, WavePlan } from './wave-plan.ts'

export interface Drawing {
  readonly wave: Pick<Wave, 'mode' | 'seed'>
  /** Size of a sample. */
  readonly size: number
  /** Answered of invited in the previous wave. */
  readonly rate: Share | null
  readonly ids: Ids
  readonly tokens: Tokens
}

export type DrawnWave = Pick<
  WavePlan,
  'registered' | 'frame' | 'skips' | 'mergeMap' | 'dominatedCells' | 'cells' | 'margins' | 'invitations'
>

/** The people to invite from a frame, and the cells in which their answers are counted. */
export function drawnWave(
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
