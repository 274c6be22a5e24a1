import { setImmediate as otherWork } from 'node:timers/promises'
import { parsePeriod } from '@wayproof/kernel'
import { finestSafeStep, type PublishedStep } from '@wayproof/scorecard'
import type { Database } from '../engine/database.ts'
import { attackedWaves } from './attacked-waves.ts'

/** Unlinking waits no longer. */
const MOST_MS = 10_000
/** Between two looks at other work. */
const SLICE_MS = 10

const WITHOUT_STEP = `
SELECT id FROM wave WHERE status = 'unlinked' AND published_step IS NULL ORDER BY period`

/** Chooses the step of waves that were unlinked before there was a choice, the oldest first. */
export async function chooseMissingSteps(database: Database): Promise<void> {
  for (const { id } of database.read<{ id: string }>(WITHOUT_STEP).all()) {
    const step = String(await chooseStep(database, id))
    await database.write((sql) =>
      sql('UPDATE wave SET published_step = ? WHERE id = ? AND published_step IS NULL').run(step, id),
    )
  }
}

/**
 * How finely the figures of a closed wave may leave, so that its hidden groups do not follow from them: searched for beside
 * other work and outside the lock. What is not found in time counts as not there.
 */
export async function chooseStep(database: Database, waveId: string): Promise<PublishedStep> {
  const end = database.now() + MOST_MS
  const row = database.read<{ period: string }>('SELECT period FROM wave WHERE id = ?').get(waveId)
  const period = row && parsePeriod(row.period)
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
