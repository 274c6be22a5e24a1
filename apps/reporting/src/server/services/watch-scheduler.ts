import type { Clock, Instant, Stopwatch } from '@wayproof/kernel/clock'
import type { Log } from '@wayproof/kernel/operation-log'
import { postQuestions, type SendHookPorts, sendHookMessages } from '@wayproof/letters/hook/tell-hook'
import type { Store } from '@wayproof/operations/store/open-store'
import { isSilent } from '@wayproof/oversight/services/service'

export interface SchedulerWatchPorts {
  readonly store: Pick<Store, 'services' | 'questions' | 'hook'>
  readonly clock: Clock
  readonly stopwatch: Stopwatch
  /** Mails the waiting questions to officers; null if this app has no mail server. */
  readonly deliver: (() => Promise<void>) | null
  /** Null if there is no web hook. */
  readonly webHook: Pick<SendHookPorts, 'send' | 'config' | 'locale' | 'reportingUrl'> | null
  readonly log: Log
}

/**
 * The scheduler writes that it runs at least every 75 seconds. A contact that this process has not seen unchanged for longer
 * proves nothing: the clock may just have been set.
 */
const SEEN_FOR_MS = 120_000

/**
 * Watches the scheduler, which mails and tells everything else. If it is silent for longer than it may be, this app asks the
 * officers, and sends that question itself, by letter and web hook. Call it every few seconds; it never rejects.
 */
export function watchScheduler(ports: SchedulerWatchPorts): () => Promise<void> {
  const { store, clock, stopwatch, log } = ports
  let lastContact: { readonly contactAt: Instant; readonly since: number } | null = null
  let isSettled = true

  const isStopped = async (): Promise<boolean> => {
    const scheduler = (await store.services.contacts()).find(({ service }) => service === 'scheduler')
    if (!scheduler) return false
    const { contactAt } = scheduler
    if (lastContact?.contactAt !== contactAt) lastContact = { contactAt, since: stopwatch.elapsed() }
    return isSilent(scheduler, clock.now()) && stopwatch.elapsed() - lastContact.since > SEEN_FOR_MS
  }

  const tell = async (): Promise<void> => {
    if (!(await isStopped())) {
      isSettled = true
      return
    }
    await store.services.reportSilent(['scheduler'], 0, clock.now())
    if (isSettled) log({ level: 'error', event: 'scheduler-stopped' })
    isSettled = false
    if (ports.webHook) {
      await postQuestions({ ...store, clock })
      const fault = await sendHookMessages({ ...ports.webHook, hook: store.hook, clock })
      if (fault !== null) log({ event: 'web-hook-failed', fault })
    }
    await ports.deliver?.()
  }

  let running: Promise<void> | null = null
  return () => {
    running ??= tell()
      .catch((error: unknown) => log({ event: 'watch-scheduler-failed', error: String(error) }))
      .finally(() => {
        running = null
      })
    return running
  }
}
