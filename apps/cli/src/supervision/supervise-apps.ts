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
  onEnd(name: AppName, end: ProcessEnd, restart: Restart): void
  /** Settings are wrong: the app has reported them, and a restart would not help. */
  onUnusableSettings(name: AppName): void
}

/**
 * Runs the apps until `stopped` resolves, and restarts one that ended unexpectedly, with a growing delay. Resolves when
 * all have ended: true if they were stopped, false if one could not be kept running.
 */
export async function superviseApps(apps: SupervisedApps, stopped: Promise<void>): Promise<boolean> {
  const runningApps = new Map<AppName, AppProcess>()
  const abort = new AbortController()
  const stopRequest = stopped.then(() => abort.abort())

  /** Resolves when the app will not be restarted any more. */
  const keepRunning = async (name: AppName): Promise<void> => {
    const endTimes: number[] = []
    while (!abort.signal.aborted) {
      const app = apps.start(name)
      runningApps.set(name, app)
      const end = await app.ended()
      if (abort.signal.aborted) return
      if (end.code === UNUSABLE_SETTINGS && endTimes.length === 0) return apps.onUnusableSettings(name)
      endTimes.push(apps.monotonic())
      const restart = restartAfter(endTimes)
      apps.onEnd(name, end, restart)
      if (restart.delay === null) return
      await apps.sleep(restart.delay, abort.signal)
    }
  }

  const failed = Promise.race(apps.names.map(keepRunning)).then(() => !abort.signal.aborted)
  const hasGivenUp = await Promise.race([stopRequest.then(() => false), failed])
  // A wrong setting may affect every app, so each gets to report it before it ends.
  if (hasGivenUp) await Promise.all([...runningApps.values()].map((app) => app.line(() => true).catch(() => null)))
  abort.abort()
  await Promise.all([...runningApps.values()].map((app) => app.stop()))
  return !hasGivenUp
}
