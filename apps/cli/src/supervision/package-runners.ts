import { readFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'

/** A process, distinguished by its start time from a later one with the same number. */
interface Ancestor {
  readonly pid: number
  readonly startedAt: string
}

const POLL_INTERVAL_MS = 500

/** Positions in `/proc/PID/stat`, counted from after the name of the command (proc_pid_stat(5)). */
const PARENT = 1
const STARTED_AT = 19

/**
 * The package runners that started this process (npx, pnpm, and the shells between), nearest first: each ancestor whose
 * environment a package runner has set, and the one above them. Empty without a package runner and without `/proc`.
 */
export function packageRunners(): readonly Ancestor[] {
  const ancestors: Ancestor[] = []
  let pid = process.pid
  while (hasRunnerEnvironment(pid)) {
    const parent = Number(statOf(pid)?.[PARENT] ?? 0)
    const startedAt = statOf(parent)?.[STARTED_AT]
    if (parent <= 1 || startedAt === undefined) break
    ancestors.push({ pid: parent, startedAt })
    pid = parent
  }
  return ancestors
}

/**
 * Resolves when one of `runners` has ended. A signal to npx ends npx alone; the shells below it live on and do not
 * inform this process.
 */
export async function oneHasEnded(runners: readonly Ancestor[]): Promise<void> {
  if (runners.length === 0) return new Promise(() => {})
  const lives = ({ pid, startedAt }: Ancestor) => statOf(pid)?.[STARTED_AT] === startedAt
  while (runners.every(lives)) await wait(POLL_INTERVAL_MS, undefined, { ref: false })
}

function statOf(pid: number): readonly string[] | null {
  const text = read(`/proc/${pid}/stat`)
  // The name of the command stands in parentheses and may contain spaces and parentheses.
  return text === null ? null : text.slice(text.lastIndexOf(')') + 2).split(' ')
}

function hasRunnerEnvironment(pid: number): boolean {
  return /(^|\0)npm_lifecycle_event=/.test(read(`/proc/${pid}/environ`) ?? '')
}

function read(file: string): string | null {
  try {
    return readFileSync(file, 'latin1')
  } catch {
    return null
  }
}
