import { DatabaseFault } from '@wayproof/database/database-fault'
import type { QueryDatabase } from '@wayproof/database/query/query-database'
import { fail, ok } from '@wayproof/kernel/outcome'
import type { SurveyStore } from '../ports.ts'
import { waveKeyCheck } from '../wave-keys/answer-cipher.ts'
import { hasAllWaveKeys } from '../wave-keys/survey-instances.ts'
import type { WaveKeys } from '../wave-keys/wave-key-folder.ts'
import type { WaveOpening } from './ports.ts'
import { inviteAll } from './rows/invite-all.ts'
import { countFrame, eligibleTravelers, frameSources, registeredTravelers } from './rows/read-frame.ts'
import { beginOpening, endOpening, type RunningOpening, undoOpening } from './rows/running-opening.ts'
import { writeWave } from './write-wave.ts'

/**
 * Reads the frame as of one moment, and writes the invitations that the plan draws from it in chunks, between which
 * others can write. The wave itself is written last, in one transaction, so nothing of it is seen or sent before
 * (decision 054). With `waveKeys` its answers are encrypted under a key of its own, which is on disk before. A traveler who is erased during the opening is treated as if erased just after it.
 */
export async function openWave(
  database: QueryDatabase,
  { waveId, period, frame, planOf, clock }: WaveOpening,
  waveKeys?: WaveKeys,
): ReturnType<SurveyStore['openWave']> {
  // A folder without the key of an open wave is not the right one: a key that is made in it would be missing later.
  if (waveKeys && !(await hasAllWaveKeys(database.query, waveKeys)))
    throw new DatabaseFault('wave-key-missing', 'the folder of wave keys lacks the key of an open wave')
  const opening: RunningOpening = { waveId, period, clock }
  const begun = await beginOpening(database, opening)
  if (!begun.ok) return begun
  try {
    const plan = planOf(
      await database.readSnapshot(async (query) => ({
        eligible: await eligibleTravelers(query, frame),
        skips: (await countFrame(query, frame)).skips,
        registered: await registeredTravelers(query),
        sources: await frameSources(query, frame),
      })),
    )
    if (!plan) {
      await undoOpening(database, opening)
      return fail('no-eligible-travelers')
    }
    await inviteAll(database, opening, plan)
    // The key of an opening that fails stays: a wave may have been written in spite of an error.
    const keyCheck = waveKeys ? waveKeyCheck(waveKeys.make(waveId), waveId) : null
    await database.transaction(async (transaction) => {
      await endOpening(transaction.query, opening)
      await writeWave(transaction, plan, keyCheck)
    })
    return ok(plan)
  } catch (error) {
    // If the disk is full, the rest is removed after the lease.
    await undoOpening(database, opening).catch(() => undefined)
    throw error
  }
}
