import { UNUSABLE_SETTINGS } from '@wayproof/kernel/settings/setting'
import type { AppProcess, ProcessEnd } from '@wayproof/local-stack/processes/app-process'
import type { AppName } from '@wayproof/local-stack/processes/node-options'

export interface SupervisedApps {
  readonly names: readonly AppName[]
  start(name: AppName): AppProcess
  /** Milliseconds of a monotonic clock. */
  monotonic(): number
  /** Resolves after so many milliseconds, or at once when `signal` aborts. */
  sleep(milliseconds: number, signal: AbortSignal): Promise<void>
  onEnd(name: AppName, end: ProcessEnd, restart: Restart): void
  /** A setting is at fault: the app has reported it, and a restart would not help. */
  onUnusableSettings(name: AppName): void
}

/**
 * `stopped`: all apps were asked to end. `given-up`: one kept ending, so the others were stopped. `unusable-settings`:
 * none can start with its settings.
 */
export type SupervisionEnd = 'stopped' | 'given-up' | 'unusable-settings'

/**
 * Runs the apps until `stopped` resolves, and restarts one that ended unexpectedly, with a growing delay. An app whose
 * settings are at fault stays ended, and the others run on. Resolves when all have ended.
 */
export async function superviseApps(apps: SupervisedApps, stopped: Promise<void>): Promise<SupervisionEnd> {
  const runningApps = new Map<AppName, AppProcess>()
  const abort = new AbortController()
  const stopRequest = stopped.then(() => abort.abort())
  let usable = apps.names.length

  /** Resolves with the reason why no app is restarted any more; never while others run on. */
  const keepRunning = async (name: AppName): Promise<SupervisionEnd> => {
    const endTimes: number[] = []
    while (!abort.signal.aborted) {
      const app = apps.start(name)
      runningApps.set(name, app)
      const end = await app.ended()
      if (abort.signal.aborted) break
      if (end.code === UNUSABLE_SETTINGS) {
        runningApps.delete(name)
        apps.onUnusableSettings(name)
        usable -= 1
        return usable === 0 ? 'unusable-settings' : new Promise(() => {})
      }
      endTimes.push(apps.monotonic())
      const restart = restartAfter(endTimes)
      apps.onEnd(name, end, restart)
      if (restart.delay === null) return 'given-up'
      await apps.sleep(restart.delay, abort.signal)
    }
    return 'stopped'
  }

  const result = await Promise.race([stopRequest.then(() => 'stopped' as const), ...apps.names.map(keepRunning)])
  abort.abort()
  await Promise.all([...runningApps.values()].map((app) => app.stop()))
  return result
}

/** Time window in which ends of one app are counted, in milliseconds. */
const WINDOW_MS = 600_000
/** Number of ends in the window after which an app is not restarted. */
export const MAX_ENDS = 5
const FIRST_DELAY_MS = 1_000
const MAX_DELAY_MS = 60_000

interface Restart {
  /** How many times it ended within the last ten minutes, including this one. */
  readonly ends: number
  /** Milliseconds until the restart; null if it is not restarted. */
  readonly delay: number | null
}

/** Decides what follows when an app ends at `endTimes.at(-1)`; monotonic milliseconds, oldest first. */
export function restartAfter(endTimes: readonly number[]): Restart {
  const last = endTimes.at(-1) ?? 0
  const ends = endTimes.filter((time) => time > last - WINDOW_MS).length
  if (ends >= MAX_ENDS) return { ends, delay: null }
  return { ends, delay: Math.min(FIRST_DELAY_MS * 2 ** Math.max(ends - 1, 0), MAX_DELAY_MS) }
}
