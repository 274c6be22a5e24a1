import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { inherited } from '@wayproof/command-line'
import { outputLines } from './output-lines.ts'

export type AppName = 'survey' | 'reporting' | 'scheduler'

/** How a process ended: its exit code, or the signal that ended it. */
export interface ProcessEnd {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
}

/** A script in a process of its own. */
export interface ScriptProcess {
  readonly pid: number
  /** The first line of its output that `wanted` takes something from; waits for it up to 30 s, or `patience` milliseconds. */
  line<T>(wanted: (line: string) => T | undefined, patience?: number): Promise<T>
  /** Resolves when it has ended, with how. */
  ended(): Promise<ProcessEnd>
  /** Ends it as a power cut would: it gets no chance to finish anything (SIGKILL). */
  kill(): Promise<void>
  /** Asks it to finish (SIGTERM), and after 10 s ends it. */
  stop(): Promise<void>
}

/** One of the three apps in a process of its own. */
export interface AppProcess extends ScriptProcess {
  readonly name: AppName
}

/** Lines that are told of an app that did not get ready. */
const TOLD = 20

const root = fileURLToPath(new URL('../../../..', import.meta.url))
const endWithParent = new URL('end-with-parent.ts', import.meta.url).href

/**
 * Node's own, by app: the code that each answer runs through lies in large pages where the system has them, 2 % of a cycle;
 * and little room for what lives shortly, which is no slower and takes less.
 */
const OPTIONS: Readonly<Record<AppName, readonly string[]>> = {
  survey: ['--use-largepages=silent', '--max-semi-space-size=4'],
  reporting: [],
  scheduler: ['--max-semi-space-size=8'],
}

/** Settings of an app; `undefined` takes one away that the caller has. */
export type AppEnvironment = Readonly<Record<string, string | undefined>>

/** Starts an app, as it was built, with `environment`; its output goes to `logFile`, or to ours where that is null. */
export function startApp(
  name: AppName,
  environment: AppEnvironment,
  logFile: string | null,
  core: number | null = null,
): AppProcess {
  return { ...startScript(`apps/${name}/dist/server/main.js`, environment, logFile, core, OPTIONS[name]), name }
}

/**
 * Starts a script (its path from the root) like an app; on one core of the machine where `core` names it. `options`
 * are Node's own.
 */
export function startScript(
  script: string,
  environment: AppEnvironment,
  logFile: string | null,
  core: number | null = null,
  options: readonly string[] = ['--import', 'tsx'],
): ScriptProcess {
  const node = [process.execPath, ...options, '--import', endWithParent, script]
  const [command = '', ...args] = core === null ? node : ['taskset', '-c', String(core), ...node]
  const child = spawn(command, args, {
    cwd: root,
    env: { ...inherited, ...environment, NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  const streams = [child.stdout, child.stderr].filter((stream) => stream !== null)
  const log = logFile === null ? process.stdout : createWriteStream(logFile, { flags: 'a' })
  const output = outputLines(streams, (line) => log.write(`${line}\n`))
  return {
    pid: child.pid ?? 0,
    async line(wanted, patience = 30_000) {
      const found = await output.first(wanted, patience)
      if (found === null) throw new Error(`${script}: ${output.recent.slice(-TOLD).join('\n')}`)
      return found
    },
    ended: async () => {
      if (!hasEnded(child)) await once(child, 'exit')
      return { code: child.exitCode, signal: child.signalCode }
    },
    kill: async () => {
      if (hasEnded(child)) return
      const exited = once(child, 'exit')
      child.kill('SIGKILL')
      await exited
    },
    stop: () => stop(child),
  }
}

const hasEnded = ({ exitCode, signalCode }: ChildProcess) => exitCode !== null || signalCode !== null

async function stop(child: ChildProcess): Promise<void> {
  if (hasEnded(child)) return
  const exited = once(child, 'exit')
  child.kill('SIGTERM')
  const late = AbortSignal.timeout(10_000)
  late.addEventListener('abort', () => child.kill('SIGKILL'))
  await exited
}
