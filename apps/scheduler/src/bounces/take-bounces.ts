import { NotAMessage } from '@wayproof/letters/bounces/mail-report'
import { processMailReport } from '@wayproof/letters/bounces/process-mail-report'
import { pauseFailingWaves } from '../delivery/pause-failing-waves.ts'
import type { BouncePorts } from '../scheduler-ports.ts'
import { type BounceSource, BrokenMessage, type MessageHandler } from './bounce-source.ts'

/** Processes the bounces in `source`. */
export async function takeBounces(ports: BouncePorts, source: BounceSource, signal: AbortSignal): Promise<void> {
  const { store, clock, keyring, log } = ports
  const counts = { hard: 0, soft: 0, complaint: 0, known: 0, reply: 0, unrelated: 0 }
  const handler: MessageHandler = {
    async take(raw, { name, isRetry }) {
      // Logged before the read, because a second crash would prevent it.
      if (isRetry) log({ event: 'mail-report-read-again', file: name })
      try {
        const report = await processMailReport({ markReported: store.markReported, clock, keyring }, { raw })
        counts[report] += 1
        return report
      } catch (error) {
        throw error instanceof NotAMessage ? new BrokenMessage(error.message) : error
      }
    },
    reject: (file) => log({ event: 'mail-report-unreadable', file }),
  }
  try {
    await source.poll(handler, signal)
  } finally {
    // Messages processed before a fault count, too.
    if (Object.values(counts).some((times) => times > 0)) log({ event: 'mail-reports', ...counts })
    if (counts.hard + counts.complaint > 0) await pauseFailingWaves(ports)
  }
}
