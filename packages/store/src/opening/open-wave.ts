import { fail, ok } from '@wayproof/kernel'
import type { SurveyStore, WaveOpening } from '@wayproof/survey'
import type { QueryDatabase } from '../engine/query/query-database.ts'
import { inviteAll } from './invite-all.ts'
import { countFrame, eligibleTravelers, registeredTravelers } from './read-frame.ts'
import { beginOpening, endOpening, type RunningOpening, undoOpening } from './running-opening.ts'
import { writeWave } from './write-wave.ts'

/**
 * Reads the frame of one moment, and invites whom the plan draws from it, a few at a time: others write in between. The
 * invitations belong to no wave until that is written, last and at once, so nothing of it is seen or sent before (decision
 * 054). A traveler who is erased meanwhile is treated as if erased just after the opening.
 */
export async function openWave(
  database: QueryDatabase,
  { waveId, period, frame, planOf, clock }: WaveOpening,
): ReturnType<SurveyStore['openWave']> {
  const opening: RunningOpening = { waveId, period, clock }
  const begun = await beginOpening(database, opening)
  if (!begun.ok) return begun
  try {
    const plan = planOf(
      await database.readSnapshot(async (query) => ({
        eligible: await eligibleTravelers(query, frame),
        skips: (await countFrame(query, frame)).skips,
        registered: await registeredTravelers(query),
      })),
    )
    if (!plan) {
      await undoOpening(database, opening)
      return fail('no-eligible-travelers')
    }
    await inviteAll(database, opening, plan)
    await database.transaction(async (transaction) => {
      await endOpening(transaction.query, opening)
      await writeWave(transaction, plan)
    })
    return ok(plan)
  } catch (error) {
    // Where the disk takes nothing, the rest is found when the lease is over.
    await undoOpening(database, opening).catch(() => undefined)
    throw error
  }
}
