import { answersDigest } from '../damage/answers-digest.ts'
import type { StoreDatabase } from '../engine/store-database.ts'
import { chooseStep } from '../published-step/choose-step.ts'
import { cutTies } from './cut-ties.ts'
import { deleteReminders, forgetAnswered } from './forget-invited.ts'
import { maskComments } from './mask-comments.ts'
import { rewritingOf } from './rewriting-of.ts'

const UNLINKED = `UPDATE wave SET status = 'unlinked', published_step = @step, answers_digest = @digest
  WHERE id = @waveId AND status = 'closed'`

/**
 * Destroys all data that could tie the answers of a closed wave to people: first in the tables, then on disk. Only then
 * is the wave `unlinked`, and the step of its published figures is chosen. Each step is safe to repeat, so a second
 * call finishes the work of a killed process. Work that grows with the number of invitations is done in chunks.
 */
export async function unlinkWave(database: StoreDatabase, waveId: string, at: number): Promise<void> {
  await maskComments(database, waveId)
  await cutTies(database, waveId, at)
  await forgetAnswered(database, waveId)
  await deleteReminders(database, waveId)
  await rewritingOf(database).wipe()
  const step = await chooseStep(database, waveId)
  // From now on the answers must not change; a nightly check compares their digest.
  const digest = await answersDigest(database, waveId)
  await database.write((query) => query.run(UNLINKED, { waveId, step: String(step), digest }))
}
