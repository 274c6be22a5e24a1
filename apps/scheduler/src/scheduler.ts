import type { RepeatedWork } from '@wayproof/letters/questions/officer-question'
import { type BounceSource, PlaceUnreachable } from './bounces/bounce-source.ts'
import { readSource } from './bounces/read-source.ts'
import { runCalendar } from './calendar/run-calendar.ts'
import { runDelivery } from './delivery/run-delivery.ts'
import { failingWork } from './health/failing-work.ts'
import { failureLog } from './health/failure-log.ts'
import { nightlyCheck } from './health/nightly-check.ts'
import { checkMailServer, servicesOf, serviceWatch } from './health/watch-services.ts'
import { tellWebHook } from './notices/tell-web-hook.ts'
import { checkPages } from './policy-pages/check-pages.ts'
import type {
  BouncePorts,
  CheckerPorts,
  DeliveryLoopPorts,
  FailureLine,
  HookPorts,
  LookPorts,
  ServicePorts,
  WatcherPorts,
} from './scheduler-ports.ts'
import { untilAborted } from './until-aborted.ts'

const POLL_INTERVAL_MS = 15_000
const PAGES_EVERY_MS = 3000
/** Four attempts before a mail server counts as silent. */
const MAIL_SERVER_EVERY_MS = 120_000
const HOOK_EVERY_MS = 30_000

export type SchedulerPorts = LookPorts &
  DeliveryLoopPorts &
  BouncePorts &
  CheckerPorts &
  ServicePorts &
  HookPorts &
  WatcherPorts & {
    /** Where bounces are read. */
    readonly bounceSources: readonly BounceSource[]
  }

/** Runs all parts of a scheduler in parallel until `signal`; resolves when work in progress is finished. */
export async function runScheduler(ports: SchedulerPorts, signal: AbortSignal): Promise<void> {
  const failures = failureLog(ports)
  const failing = failingWork({ ...ports, questions: ports.store.questions })
  /**
   * Repeats `work` at an interval; while its place cannot be reached, pauses double up to `maxIntervalMs`. False says that it
   * did not run, which proves nothing.
   */
  const repeat = async (
    name: RepeatedWork,
    line: FailureLine,
    intervalMs: number,
    work: () => Promise<unknown>,
    maxIntervalMs = intervalMs,
  ) => {
    for (let pause = intervalMs; !signal.aborted; await untilAborted(ports.sleep(pause), signal)) {
      try {
        if ((await work()) !== false) {
          failures.worked(line)
          await failing.worked(name, true)
        }
        pause = intervalMs
      } catch (error) {
        failures.failed(line, error)
        if (!(error instanceof PlaceUnreachable)) await failing.failed(name, error)
        pause = error instanceof PlaceUnreachable ? Math.min(2 * pause, maxIntervalMs) : intervalMs
      }
    }
  }
  const check = nightlyCheck(ports)
  const others = servicesOf(ports.transport, ports.bounceSources)
  /** Its failures are logged only, because a question is written, and nothing can be written to a damaged database. */
  const watch = async (line: FailureLine, intervalMs: number, work: () => Promise<void>) => {
    for (; !signal.aborted; await untilAborted(ports.sleep(intervalMs), signal))
      await work().then(
        () => failures.worked(line),
        (error) => failures.failed(line, error),
      )
  }
  await Promise.all([
    watch({ event: 'watch-services-failed' }, POLL_INTERVAL_MS, serviceWatch(ports, others)),
    ...(ports.transport.kind === 'smtp'
      ? [watch({ event: 'check-mail-server-failed' }, MAIL_SERVER_EVERY_MS, () => checkMailServer(ports))]
      : []),
    repeat('calendar', { event: 'look-failed' }, POLL_INTERVAL_MS, () => runCalendar({ ...ports, failures, failing })),
    repeat('policy-pages', { event: 'policy-pages-failed' }, PAGES_EVERY_MS, async () =>
      ports.clockGuard.isTrusted() ? checkPages(ports) : false,
    ),
    ...(ports.webHook
      ? [repeat('web-hook', { event: 'web-hook-failed' }, HOOK_EVERY_MS, () => tellWebHook(ports))]
      : []),
    watch({ event: 'database-check-failed' }, POLL_INTERVAL_MS, () => check(signal)),
    ...ports.bounceSources.map((source) => {
      const line = { event: 'mail-reports-failed', source: source.kind }
      return repeat('mail-reports', line, source.intervalMs, () => readSource(ports, source, signal), source.maxLookMs)
    }),
    runDelivery({ ...ports, failing }, signal),
  ])
}
