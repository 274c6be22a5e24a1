import type { Instant } from '@wayproof/kernel/clock'
import { letterSender } from '@wayproof/letters/brand/letter-sender'
import type { HoldReport } from '@wayproof/letters/delivery/delivery-holds'
import type { DeliveryResult, LetterOutcomes } from '@wayproof/letters/delivery/delivery-result'
import { dispatchLetters } from '@wayproof/letters/delivery/dispatch-letters'
import type { UnreadableLetter } from '@wayproof/letters/outbox/outbox'
import type { DeliveryLoopPorts } from '../scheduler-ports.ts'
import { untilAborted } from '../until-aborted.ts'
import { pauseFailingWaves } from './pause-failing-waves.ts'

/** Number of letters sent at once, which is also the maximum that a kill can duplicate. */
const WORKERS = 5

/**
 * Empties the outbox until `signal`, logs the results of letters, records what is held, and asks the officers about
 * delivery that keeps failing.
 */
export async function runDelivery(ports: DeliveryLoopPorts, signal: AbortSignal): Promise<void> {
  const { store, log, failing, transport, workers = WORKERS } = ports
  const unreadableLetters: UnreadableLetter[] = []
  const recordHolds = holdRecorder(ports)

  async function handleResult(result: DeliveryResult, held: HoldReport): Promise<void> {
    await recordHolds(held)
    if (result.failed > 0) await pauseFailingWaves(ports)
    for (const { part } of unreadableLetters.splice(0))
      await store.questions.ask({ kind: 'letters-unreadable', data: { part } }, ports.clock.now())
    const letters = withoutHidden(result)
    ports.figures?.countLetters(letters)
    if (Object.values(letters).some((count) => count > 0)) log({ event: 'letters', ...letters })
    if (result.refused !== null) log({ event: 'letters-refused', reply: result.refused })
    await failing?.worked('delivery', true)
    if (result.unreachable !== null) {
      log({ event: 'mail-server-unreachable', reply: result.unreachable })
      await store.services.noteFailure('mail-server', transport.place, result.unreachable, ports.clock.now())
    } else if (letters.sent > 0) await store.services.noteContact('mail-server', transport.place, ports.clock.now())
  }

  await dispatchLetters(
    {
      ...ports,
      outbox: store.outbox,
      workers,
      isSendingHour: (at: Instant) => ports.clockGuard.isTrusted() && (ports.isSendingHour?.(at) ?? true),
      from: () => letterSender(store, ports.mailFrom),
      pause: (milliseconds) => untilAborted(ports.sleep(milliseconds), signal),
      ended: handleResult,
      failed: async (error) => {
        await failing?.failed('delivery', error)
        log({ event: 'delivery-failed', error: String(error), ...(error instanceof Error && { stack: error.stack }) })
      },
      unreadable: (letter) => {
        unreadableLetters.push(letter)
        log({ event: 'letter-unreadable', ...letter })
      },
    },
    signal,
  )
}

/** The counts that a log or a monitor may have. */
const withoutHidden = ({ sent, written, deferred, failed, suppressed, hidden }: DeliveryResult): LetterOutcomes => ({
  sent: sent - hidden.sent,
  written: written - hidden.written,
  deferred: deferred - hidden.deferred,
  failed: failed - hidden.failed,
  suppressed: suppressed - hidden.suppressed,
})

/** Holds are recorded when they change, and this often, so that officers are asked in time. */
const RECORD_EVERY_MS = 60_000

/** Records what is held, for the dashboard. It is called several times a second, and mostly does nothing. */
function holdRecorder({
  store: { services },
  clock,
}: Pick<DeliveryLoopPorts, 'store' | 'clock'>): (report: HoldReport) => Promise<void> {
  let last: { readonly at: number; readonly holds: string; readonly isAnyStored: boolean } | null = null
  return async ({ holds, accepted }) => {
    const at = clock.now()
    const isRecent = last !== null && at >= last.at && at - last.at < RECORD_EVERY_MS
    const isSame = last?.holds === JSON.stringify(holds) && !(last.isAnyStored && accepted.size > 0)
    if (isRecent && isSame) return
    const isAnyStored = await services.recordHolds(holds, accepted, at)
    last = { at, holds: JSON.stringify(holds), isAnyStored }
  }
}
