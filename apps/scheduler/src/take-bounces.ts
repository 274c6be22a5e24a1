import { NotAMessage, takeMailReport } from '@wayproof/letters'
import { BrokenMessage, readBounceFolder } from './bounce-folder.ts'
import { pauseWhatGoesWrong } from './pause-what-goes-wrong.ts'
import type { BouncePorts } from './scheduler-ports.ts'

/** Takes in what came back into the folder of bounces, if there is one. */
export async function takeBounces(ports: BouncePorts): Promise<void> {
  const { bounceFolder, store, clock, keyring, log } = ports
  if (bounceFolder === null) return
  const counted = { hard: 0, soft: 0, complaint: 0, known: 0, unrelated: 0 }
  const { taken, failed } = await readBounceFolder(bounceFolder, async (raw, { name, again }) => {
    // Told before: where it kills its reader once more, nothing is told any more.
    if (again) log({ event: 'mail-report-read-again', file: name })
    try {
      counted[await takeMailReport({ markReported: store.markReported, clock, keyring }, { raw })] += 1
    } catch (error) {
      throw error instanceof NotAMessage ? new BrokenMessage(error.message) : error
    }
  })
  if (counted.hard > 0) await pauseWhatGoesWrong(ports, 0)
  if (taken > 0) log({ event: 'mail-reports', ...counted })
  for (const file of failed) log({ event: 'mail-report-unreadable', file })
}
