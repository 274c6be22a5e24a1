import { lastDay, nextPeriod, type Period, periodKey, previousPeriod } from '@wayproof/kernel'
import { type AttackedWave, type ComparedWave, type Neighbor, type PublishedStep, RULES } from '@wayproof/scorecard'
import type { QueryDatabase } from '../engine/query/query-database.ts'
import { factSource } from '../facts/fact-source.ts'
import { countedGroups } from '../facts/survey/breakdown-facts.ts'
import { surveyFacts } from '../facts/survey/survey-facts.ts'

/** A wave whose step is to be chosen, and the waves with which it is compared. */
export interface AttackedWaves {
  readonly wave: AttackedWave
  readonly neighbors: readonly Neighbor[]
}

/** A wave is compared with the previous one, and with the one a year earlier. */
const FARTHEST = 2

interface Read {
  readonly wave: AttackedWave
  readonly step: PublishedStep
}

/** The counts of a closed wave and its neighbors, from an attacker's view; null without such a wave. */
export async function attackedWaves(database: QueryDatabase, period: Period): Promise<AttackedWaves | null> {
  const wave = await readWave(database, period)
  if (!wave) return null
  // The waves with which a neighbor is compared are up to twice as far away.
  const around = new Map<number, Read>()
  for (const [side, step] of [[-1, previousPeriod] as const, [1, nextPeriod] as const]) {
    let other = step(period)
    for (let apart = 1; apart <= 2 * FARTHEST; apart++, other = step(other)) {
      const read = await readWave(database, other)
      if (read) around.set(side * apart, read)
    }
  }
  const near = (place: number): readonly (ComparedWave & { readonly place: number })[] =>
    [-2, -1, 1, 2].flatMap((apart) => {
      const read = around.get(place + apart)
      return read ? [{ ...read, side: apart < 0 ? 'before' : 'after', place: place + apart }] : []
    })
  return { wave: wave.wave, neighbors: near(0).map((other) => ({ ...other, compared: near(other.place) })) }
}

async function readWave(database: QueryDatabase, period: Period): Promise<Read | null> {
  const key = periodKey(period)
  const groups = await countedGroups(database.query, period)
  if (!groups) return null
  const facts = await factSource(database, { timeZone: 'UTC', rules: RULES }).forHalfYear(key)
  const satisfaction = await facts.satisfaction(period)
  if (!satisfaction.wave) return null
  const { rules, targets } = facts.definitions
  const context = { period, asOf: lastDay(period), rules, target: targets['customer-satisfaction'] }
  const trust = (await surveyFacts(database.query, key))?.trust ?? null
  return { wave: { satisfaction, context, trust, groups }, step: satisfaction.wave.step }
}
