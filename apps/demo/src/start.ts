import { systemTokens } from '@wayproof/kernel/system'
import { openKeyFile, storePlace } from '@wayproof/store'
import { Misused, readArguments, runCommand, words } from './command-line.ts'
import { callersPlaces } from './config.ts'
import { interruption } from './interruption.ts'
import { startApp } from './processes/app-process.ts'

// The real thing: the three apps over one data folder, each with its own configuration from the environment. `--new` begins
// with an empty database where the one of the key file is missing.

const options = { new: { type: 'boolean' } } as const

await runCommand(async () => {
  const { values, positionals } = readArguments(options, words.faults.usageStart)
  if (positionals[0]) throw new Misused(`${words.faults.unknownOption(positionals[0])}\n${words.faults.usageStart}`)
  if (values.new) {
    const { keyFile, databaseUrl } = storePlace(callersPlaces())
    openKeyFile(keyFile, systemTokens, databaseUrl, { startEmpty: true })
  }
  const stopped = interruption()
  const apps = (['reporting', 'survey', 'scheduler'] as const).map((name) => startApp(name, callersPlaces(), null))
  const ended = await Promise.race([stopped, ...apps.map((app) => app.ended())])
  // What is wrong for one may be wrong for all, and each tells its own faults before it ends.
  if (ended) await Promise.race([stopped, Promise.allSettled(apps.map((app) => app.line(() => true)))])
  process.stderr.write(`${ended ? words.faults.appEnded(ended) : words.demo.stopping}\n`)
  await Promise.all(apps.map((app) => app.stop()))
  if (ended) process.exit(1)
})
