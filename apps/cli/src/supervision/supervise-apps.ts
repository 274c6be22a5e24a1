import { UNUSABLE_SETTINGS } from '@wayproof/kernel/setting'
import type { AppName, AppProcess, ProcessEnd } from '@wayproof/local-stack/processes'
import { type Restart, restartAfter } from './restart-delay.ts'

export interface SupervisedApps {
  readonly names: readonly AppName[]
  start(name: AppName): AppProcess
  /** Milliseconds of a monotonic clock. */
  monotonic(): number
  /** Resolves after so many milliseconds, or at once when `signal` aborts. */
  sleep(milliseconds: number, signal: AbortSignal): Promise<void>
  /** An app ended unexpectedly. */
  onEnd(name: AppName, end: ProcessEnd, restart: Restart): void
  /** Settings are wrong: the app has reported them, and a restart would not help. */
  onUnusableSettings(name: AppName): void
}

/**
 * Runs the apps until `stopped` resolves, and restarts one that ended unexpectedly, with a growing delay. Resolves when
 * all have ended: true if they were stopped, false if one could not be kept running.
 */
export async function superviseApps(apps: SupervisedApps, stopped: Promise<void>): Promise<boolean> {
  const running = new Map<AppName, AppProcess>()
  const stopping = new AbortController()
  const asked = stopped.then(() => stopping.abort())

  /** Resolves when the app will not be restarted any more. */
  const keepRunning = async (name: AppName): Promise<void> => {
    const endTimes: number[] = []
    while (!stopping.signal.aborted) {
      const app = apps.start(name)
      running.set(name, app)
      const end = await app.ended()
      if (stopping.signal.aborted) return
      if (end.code === UNUSABLE_SETTINGS && endTimes.length === 0) return apps.onUnusableSettings(name)
      endTimes.push(apps.monotonic())
      const restart = restartAfter(endTimes)
      apps.onEnd(name, end, restart)
      if (restart.delay === null) return
      await apps.sleep(restart.delay, stopping.signal)
    }
  }

  const failed = Promise.race(apps.names.map(keepRunning)).then(() => !stopping.signal.aborted)
  const givenUp = await Promise.race([asked.then(() => false), failed])
  // A wrong setting may affect every app, so each gets to report it before it ends.
  if (givenUp) await Promise.all([...running.values()].map((app) => app.line(() => true).catch(() => null)))
  stopping.abort()
  await Promise.all([...running.values()].map((app) => app.stop()))
  return !givenUp
}
