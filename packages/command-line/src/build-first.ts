import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { Breached, words } from './command-line.ts'
import { buildsFirst, inherited } from './environment.ts'
import { Interrupted } from './interruption.ts'
import { progress } from './progress.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))

/**
 * Builds the apps if package.json asks for it. A command calls this after it has read its options, so that help and faults
 * need no build.
 */
export async function buildFirst(): Promise<void> {
  await (await startBuild()).built
}

/**
 * Starts to build the apps if package.json asks for it, and returns once the packages can be used that the caller loads.
 * `built` resolves when the apps can be started. The build ends when `stopped` resolves.
 */
export async function startBuild(stopped?: Promise<void>): Promise<{ readonly built: Promise<void> }> {
  if (!buildsFirst) return { built: Promise.resolve() }
  progress().step(words.building)
  await turbo('generate', stopped)
  return { built: turbo('build', stopped) }
}

/** Throws Breached if the task failed, after printing why, and Interrupted if a signal ended it. */
async function turbo(task: string, stopped?: Promise<void>): Promise<void> {
  const run = spawn(
    `${root}/node_modules/.bin/turbo`,
    ['run', task, '--log-order=grouped', '--output-logs=errors-only'],
    {
      cwd: root,
      env: { ...inherited, TURBO_TELEMETRY_DISABLED: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  )
  void stopped?.then(() => run.kill())
  const [printed, complained, [status, signal]] = await Promise.all([
    text(run.stdout),
    text(run.stderr),
    once(run, 'exit') as Promise<[number | null, NodeJS.Signals | null]>,
  ])
  if (signal) throw new Interrupted()
  if (status === 0) return
  process.stderr.write(printed + complained)
  throw new Breached(words.faults.notBuilt)
}
