import { NotAMessage, takeMailReport } from '@wayproof/letters'
import { pauseFailingWaves } from '../delivery/pause-failing-waves.ts'
import type { BouncePorts } from '../scheduler-ports.ts'
import { type BounceSource, BrokenMessage, type MessageTaker } from './bounce-source.ts'

/** Processes the bounces in `source`. */
export async function takeBounces(ports: BouncePorts, source: BounceSource, signal: AbortSignal): Promise<void> {
  const { store, clock, keyring, log } = ports
  const counted = { hard: 0, soft: 0, complaint: 0, known: 0, reply: 0, unrelated: 0 }
  const taker: MessageTaker = {
    async take(raw, { name, again }) {
      // Logged before the read, because a second crash would prevent it.
      if (again) log({ event: 'mail-report-read-again', file: name })
      try {
        const report = await takeMailReport({ markReported: store.markReported, clock, keyring }, { raw })
        counted[report] += 1
        return report
      } catch (error) {
        throw error instanceof NotAMessage ? new BrokenMessage(error.message) : error
      }
    },
    reject: (file) => log({ event: 'mail-report-unreadable', file }),
  }
  try {
    await source.look(taker, signal)
  } finally {
    // Messages processed before a fault count, too.
    if (Object.values(counted).some((times) => times > 0)) log({ event: 'mail-reports', ...counted })
    if (counted.hard > 0) await pauseFailingWaves(ports, 0)
  }
}
