import type { Ids, Share } from '@wayproof/kernel'
import { type Categories, cellKey, cellOf, type Margin, planCells } from './cells.ts'
import { baseWeights, frameMargins } from './frame.ts'
import { drawSample, type SamplingMode } from './sample.ts'
import type { EligibleTraveler, Frame } from './sampling-frame.ts'
import { drawStratified, stratifiedChances } from './stratified-sample.ts'
import type { Wave } from './wave.ts'
import type { PlannedInvitation, WavePlan } from './wave-plan.ts'

export interface Drawing {
  readonly wave: Pick<Wave, 'mode' | 'seed'>
  /** Of a sample. */
  readonly size: number
  /** Answered of invited in the wave before. */
  readonly rate: Share | null
  readonly ids: Ids
}

export type DrawnWave = Pick<
  WavePlan,
  'registered' | 'frame' | 'skips' | 'mergeMap' | 'cells' | 'margins' | 'invitations'
>

/** Whom to ask of a frame, and the cells in which the answers are counted. */
export function drawnWave(
  { eligible, skips, registered }: Frame,
  { wave: { mode, seed }, size, rate, ids }: Drawing,
): DrawnWave {
  const drawn = seed === null ? eligible : draw(mode, eligible, size, seed)
  const strata = mode === 'stratified' ? STRATA : []
  const { cells: planned, mergeMap } = planCells(drawn.map(categoriesOf), rate, strata)
  const weights = baseWeights(drawn.map(categoriesOf), mergeMap, chances(mode, eligible, drawn.length))
  const cells = planned.map((cell) => ({ ...cell, id: ids.next(), baseWeight: weights.get(cellKey(cell)) ?? 1 }))
  const cellIds = new Map(cells.map((cell) => [cellKey(cell), cell.id]))
  const [invitationIds, letterIds] = [idsInOrder(ids, drawn.length), idsInOrder(ids, drawn.length)]
  const invitations = inOrderOfIds(drawn).map((traveler, i): PlannedInvitation => {
    const cellId = cellIds.get(cellKey(cellOf(mergeMap, categoriesOf(traveler))))
    const [id, letterId] = [invitationIds[i], letterIds[i]]
    if (!cellId || !id || !letterId) throw new Error('a traveler has no cell')
    return { id, letterId, travelerId: traveler.id, locale: traveler.locale, cellId }
  })
  const margins = frameMargins(eligible.map(categoriesOf), mergeMap)
  return { registered, frame: eligible.length, skips, mergeMap, cells, margins, invitations }
}

// Whoever writes hundreds of thousands of invitations touches the ends of the indexes alone where all of their ids grow
// together. That the ids were drawn is all that their order tells.

const inOrderOfIds = (travelers: readonly EligibleTraveler[]) => travelers.toSorted((a, b) => (a.id < b.id ? -1 : 1))

const idsInOrder = (ids: Ids, count: number): readonly string[] =>
  Array.from({ length: count }, () => ids.next()).sort()

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
