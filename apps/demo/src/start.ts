import { runCommand, words } from './command-line.ts'
import { callersPath, inherited } from './config.ts'
import { interruption } from './interruption.ts'
import { startApp } from './processes/app-process.ts'

// The real thing: the three apps over one data folder, each with its own configuration from the environment.

const PATHS = ['KEY_FILE', 'OUTBOX_DIR', 'ACCESS_LOG'] as const

/** Paths as the caller meant them: the apps run in another folder than his. */
function places(): Record<string, string> {
  const found: Record<string, string> = { DATA_DIR: callersPath(inherited.DATA_DIR ?? 'data') }
  for (const name of PATHS) if (inherited[name]) found[name] = callersPath(inherited[name])
  const file = /^file:(.+)$/.exec(inherited.DATABASE_URL ?? '')?.[1]
  if (file) found.DATABASE_URL = `file:${callersPath(file)}`
  return found
}

await runCommand(async () => {
  const stopped = interruption()
  const apps = (['reporting', 'survey', 'scheduler'] as const).map((name) => startApp(name, places(), null))
  const ended = await Promise.race([stopped, ...apps.map((app) => app.ended())])
  // What is wrong for one may be wrong for all, and each tells its own faults before it ends.
  if (ended) await Promise.race([stopped, Promise.allSettled(apps.map((app) => app.line(() => true)))])
  process.stderr.write(`${ended ? words.faults.appEnded(ended) : words.demo.stopping}\n`)
  await Promise.all(apps.map((app) => app.stop()))
  if (ended) process.exit(1)
})
