import { runCommand, words } from './command-line.ts'
import { callersPath, inherited } from './config.ts'
import { interruption } from './interruption.ts'
import { startApp } from './processes/app-process.ts'

// The real thing: the three apps over one data folder, each with its own configuration from the environment.

await runCommand(async () => {
  const stopped = interruption()
  const data = callersPath(inherited.DATA_DIR ?? 'data')
  const apps = (['reporting', 'survey', 'scheduler'] as const).map((name) => startApp(name, { DATA_DIR: data }, null))
  await Promise.race([stopped, ...apps.map((app) => app.ended())])
  process.stderr.write(`${words.demo.stopping}\n`)
  await Promise.all(apps.map((app) => app.stop()))
})
