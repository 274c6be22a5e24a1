import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { finished } from 'node:stream/promises'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { inherited } from '@wayproof/command-line/environment'
import { type AppName, NODE_OPTIONS } from './node-options.ts'

/** How a process ended: its exit code, or the signal that ended it. */
export interface ProcessEnd {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
}

/** A script in a process of its own. */
export interface ScriptProcess {
  readonly pid: number
  /**
   * The first line of its output from which `wanted` returns something; waits up to 30 s, or `timeoutMs` milliseconds.
   */
  line<T>(wanted: (line: string) => T | undefined, timeoutMs?: number): Promise<T>
  /** Resolves with how it ended, when its output is in the log. */
  ended(): Promise<ProcessEnd>
  /** Ends it like a power cut: it cannot finish anything (SIGKILL). Its output is in the log then. */
  kill(): Promise<void>
  /** Asks it to finish (SIGTERM), and kills it after 30 s. Its output is in the log then. */
  stop(): Promise<void>
}

/** One of the three apps in a process of its own. */
export interface AppProcess extends ScriptProcess {
  readonly name: AppName
}

/** Number of lines that are shown of an app that did not get ready. */
const SHOWN_LINES = 20

/** How long the last output of an ended process may take. */
const OUTPUT_MS = 10_000

const root = fileURLToPath(new URL('../../../..', import.meta.url))
/** Not TypeScript: to remove its types, each app would load a compiler at its start, which takes 17 MB and 60 ms. */
const endWithParent = new URL('end-with-parent.mjs', import.meta.url).href

/** Settings of an app; `undefined` removes one of the caller's. */
export type AppEnvironment = Readonly<Record<string, string | undefined>>

/**
 * Starts an app as built, with `environment`; its output goes to `logFile`, or to ours if that is null. Node keeps the
 * compiled code beside the program: the next start takes 7 MB and some 100 ms less.
 */
export function startApp(
  name: AppName,
  environment: AppEnvironment,
  logFile: string | null,
  core: number | null = null,
): AppProcess {
  const app = `apps/${name}/dist`
  const withCache = { NODE_COMPILE_CACHE: join(root, app, 'compiled'), ...environment }
  return { ...startScript(`${app}/server/main.js`, withCache, logFile, core, NODE_OPTIONS[name]), name }
}

/**
 * Starts a script (its path from the root) like an app; bound to one core if `core` is given. `options` are Node's own.
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
  const file = logFile === null ? null : createWriteStream(logFile, { flags: 'a' })
  const log = file ?? process.stdout
  const output = outputLines(streams, (line) => log.write(`${line}\n`))
  const written = output.ended.then(() => file && finished(file.end()))
  // A process that it started may hold the output open.
  const settled = () => Promise.race([written, wait(OUTPUT_MS, undefined, { ref: false })])
  return {
    pid: child.pid ?? 0,
    async line(wanted, timeoutMs = 60_000) {
      const match = await output.first(wanted, timeoutMs)
      if (match === null) throw new Error(`${script}: ${output.recent.slice(-SHOWN_LINES).join('\n')}`)
      return match
    },
    ended: async () => {
      if (!hasEnded(child)) await once(child, 'exit')
      await settled()
      return { code: child.exitCode, signal: child.signalCode }
    },
    kill: async () => {
      if (!hasEnded(child)) {
        const exited = once(child, 'exit')
        child.kill('SIGKILL')
        await exited
      }
      await settled()
    },
    stop: async () => {
      await stop(child)
      await settled()
    },
  }
}

const hasEnded = ({ exitCode, signalCode }: ChildProcess) => exitCode !== null || signalCode !== null

async function stop(child: ChildProcess): Promise<void> {
  if (hasEnded(child)) return
  const exited = once(child, 'exit')
  child.kill('SIGTERM')
  const late = AbortSignal.timeout(30_000)
  late.addEventListener('abort', () => child.kill('SIGKILL'))
  await exited
}

/** Number of kept lines, for late callers and for a report of a failed process, which may have run for months. */
const KEPT_LINES = 200

/** The output of a process, line by line. */
interface OutputLines {
  /** The last lines, oldest first. */
  readonly recent: readonly string[]
  /**
   * Returns what `wanted` takes from the first line that it accepts, among the last lines and all later ones. Null
   * after `timeoutMs` milliseconds, or when the output ended.
   */
  first<T>(wanted: (line: string) => T | undefined, timeoutMs: number): Promise<T | null>
  /** Resolves when the output ended and every line was passed on. */
  readonly ended: Promise<unknown>
}

/** Passes every line to `write`. */
function outputLines(streams: readonly Readable[], write: (line: string) => void): OutputLines {
  const recent: string[] = []
  const looking = new Set<(line: string) => void>()
  const ends = streams.map((stream) => {
    const lines = createInterface({ input: stream }).on('line', (line) => {
      recent.push(line)
      if (recent.length > KEPT_LINES) recent.shift()
      write(line)
      for (const look of looking) look(line)
    })
    return new Promise<void>((resolve) => lines.once('close', resolve))
  })
  const ended = Promise.all(ends)
  return {
    recent,
    ended,
    async first<T>(wanted: (line: string) => T | undefined, timeoutMs: number) {
      const firstMatch = Promise.withResolvers<{ readonly taken: T } | null>()
      const look = (line: string) => {
        const taken = wanted(line)
        if (taken !== undefined) firstMatch.resolve({ taken })
      }
      const late = setTimeout(() => firstMatch.resolve(null), timeoutMs)
      recent.forEach(look)
      looking.add(look)
      void ended.then(() => firstMatch.resolve(null))
      try {
        return (await firstMatch.promise)?.taken ?? null
      } finally {
        clearTimeout(late)
        looking.delete(look)
      }
    },
  }
}
