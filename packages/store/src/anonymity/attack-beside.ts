import type { WaveAnonymity } from '@wayproof/survey'
import { ThreadCalls } from '../threads/thread-calls.ts'
import type { AnonymityAttack } from './attack-anonymity.ts'

/** What it may hold at most: it grows with those invited to a wave, some hundred bytes each, and not with the file. */
const MEGABYTES = { young: 4, old: 4096 }

/** `attackAnonymity` in a thread of its own, beside the work of the event loop. */
export async function attackBeside(attack: AnonymityAttack): Promise<readonly WaveAnonymity[]> {
  const thread = new ThreadCalls(new URL('attack-worker.ts', import.meta.url), null, MEGABYTES)
  try {
    return await thread.call(attack)
  } finally {
    await thread.close()
  }
}
