import { setImmediate as otherWork } from 'node:timers/promises'
import { parsePeriod } from '@wayproof/kernel'
import { finestSafeStep, type PublishedStep } from '@wayproof/scorecard'
import type { QueryDatabase } from '../engine/query/query-database.ts'
import { attackedWaves } from './attacked-waves.ts'

/** Longest time for which unlinking waits for the search. */
const MOST_MS = 10_000
/** Time after which the search lets other work run. */
const SLICE_MS = 10

/** Chooses the step of waves that an earlier version unlinked without one, the oldest first. */
export async function chooseMissingSteps(database: QueryDatabase): Promise<void> {
  const { wave } = await database.records()
  const missing = await wave.findMany({
    where: { status: 'unlinked', publishedStep: null },
    orderBy: { period: 'asc' },
  })
  for (const { id } of missing) {
    const publishedStep = String(await chooseStep(database, id))
    await wave.updateMany({ where: { id, publishedStep: null }, data: { publishedStep } })
  }
}

/**
 * Chooses how precisely the figures of a closed wave are published, so that its hidden groups cannot be computed from
 * them. The search runs between other work and without the lock; if it ends without a result, only the verdict is
 * published.
 */
export async function chooseStep(database: QueryDatabase, waveId: string): Promise<PublishedStep> {
  const end = database.now() + MOST_MS
  const wave = await (await database.records()).wave.findUnique({ where: { id: waveId } })
  const period = wave && parsePeriod(wave.period)
  const attacked = period && (await attackedWaves(database, period))
  if (!attacked) return 'verdict'
  const search = finestSafeStep(attacked.wave, attacked.neighbors)
  for (;;) {
    const pause = database.now() + SLICE_MS
    do {
      const next = search.next()
      if (next.done) return next.value
    } while (database.now() < pause)
    if (database.now() >= end) return 'verdict'
    await otherWork()
  }
}
