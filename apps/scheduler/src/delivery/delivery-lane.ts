import { type Instant, parseEmail } from '@wayproof/kernel'
import type { Log } from '@wayproof/kernel/operation-log'
import { type DeliveryReport, deliverLetters, serverBackOff, type UnreadableLetter } from '@wayproof/letters'
import type { DeliveryLoopPorts } from '../scheduler-ports.ts'
import { untilAborted } from '../until-aborted.ts'
import { pauseWhatGoesWrong } from './pause-what-goes-wrong.ts'

/** Few, so that a slow letter holds up few others; three times the eight that are signed at once. */
const LETTERS_A_CLAIM = 24
const IDLE_MS = 500

/**
 * One of several lanes that empty the outbox, one letter at a time, until `signal`: the letter in hands is finished, the
 * others are put back. A mail server that takes nothing is tried again after a pause that grows to 30 s.
 */
export async function deliveryLane(ports: DeliveryLoopPorts, signal: AbortSignal): Promise<void> {
  let refusals = 0
  let errorsInARow = 0
  while (!signal.aborted) {
    const { pause, report } = await deliverSome(ports, signal, refusals + 1)
    refusals = pause > IDLE_MS ? refusals + 1 : 0
    if (report) errorsInARow = (leftOutbox(report) > 0 || foundNothing(report) ? 0 : errorsInARow) + report.errorsInARow
    if (report?.failed || report?.errorsInARow) await pauseWhatGoesWrong(ports, errorsInARow)
    if (pause > 0) await untilAborted(ports.sleep(pause), signal)
  }
}

const leftOutbox = ({ sent, written }: DeliveryReport) => sent + written

const isIdle = (report: DeliveryReport) =>
  leftOutbox(report) + report.deferred + report.failed + report.suppressed === 0 && report.unreachable === null

const foundNothing = (report: DeliveryReport) => isIdle(report) && !report.windowFull

interface Delivered {
  /** Milliseconds to wait before the next claim. */
  readonly pause: number
  /** Null when nothing could be tried. */
  readonly report: DeliveryReport | null
}

async function deliverSome(ports: DeliveryLoopPorts, signal: AbortSignal, times: number): Promise<Delivered> {
  const { store, mailFrom, log, failing } = ports
  try {
    const organisation = await store.organisation.get()
    const sender = mailFrom ?? parseEmail(organisation?.contactEmail ?? '')
    if (!organisation || !sender) return { pause: IDLE_MS, report: null }
    const damaged: UnreadableLetter[] = []
    const unreadable = (letter: UnreadableLetter) => {
      damaged.push(letter)
      log({ event: 'letter-unreadable', ...letter })
    }
    const isSendingHour = (at: Instant) => ports.clockGuard.trusts() && (ports.isSendingHour?.(at) ?? true)
    const own = { outbox: store.outbox, organisation, sender, concurrency: 1 }
    const delivery = { ...ports, ...own, isSendingHour, unreadable, signal }
    const report = await deliverLetters(delivery, { limit: LETTERS_A_CLAIM })
    for (const { part } of damaged)
      await store.questions.ask({ kind: 'letters-unreadable', data: { part } }, ports.clock.now())
    await failing?.worked('delivery', true)
    if (report.unreachable !== null) {
      log({ event: 'mail-server-unreachable', reply: report.unreachable })
      await failing?.failed('mail-server', report.unreachable)
      return { pause: Math.max(serverBackOff(times), IDLE_MS + 1), report }
    }
    if (isIdle(report)) return { pause: IDLE_MS, report }
    if (leftOutbox(report) > 0) await failing?.worked('mail-server', true)
    logLetters(log, report)
    return { pause: 0, report }
  } catch (error) {
    await failing?.failed('delivery', error)
    log({ event: 'delivery-failed', error: String(error), ...(error instanceof Error && { stack: error.stack }) })
    return { pause: Math.max(serverBackOff(times), IDLE_MS + 1), report: null }
  }
}

/** A line of counts without reminders; none where there was nothing else. */
function logLetters(log: Log, { sent, written, deferred, failed, suppressed, reminders }: DeliveryReport): void {
  const others = {
    sent: sent - reminders.sent,
    written: written - reminders.written,
    deferred: deferred - reminders.deferred,
    failed: failed - reminders.failed,
    suppressed: suppressed - reminders.suppressed,
  }
  if (Object.values(others).some((many) => many > 0)) log({ event: 'letters', ...others })
}
