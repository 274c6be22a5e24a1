import { ThreadCalls } from '@wayproof/database/threads/thread-calls'
import type { WaveAnonymity } from '@wayproof/survey/waves/anonymity'
import type { AnonymityAttack } from './attack-anonymity.ts'

/**
 * Most memory of the attack: it grows with the invited people of a wave, by some hundred bytes each, and not with the
 * file.
 */
const MEGABYTES = { young: 4, old: 4096 }

/** Runs `attackAnonymity` on a thread, so that the event loop stays free. */
export async function attackOnThread(attack: AnonymityAttack): Promise<readonly WaveAnonymity[]> {
  const thread = new ThreadCalls(new URL('attack-worker.ts', import.meta.url), null, MEGABYTES)
  try {
    return await thread.call(attack)
  } finally {
    await thread.close()
  }
}
