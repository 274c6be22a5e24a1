import { setTimeout as wait } from 'node:timers/promises'
import { buildFirst } from '@wayproof/command-line/build-first'
import { readArguments, runCommand, words } from '@wayproof/command-line/command-line'
import { callersPlaces, inherited } from '@wayproof/command-line/environment'
import { interruption } from '@wayproof/command-line/interruption'
import { openKeyFile } from '@wayproof/database/installation/key-file'
import { storePlace } from '@wayproof/database/installation/store-settings'
import { UNUSABLE_SETTINGS } from '@wayproof/kernel/settings/setting'
import { systemTokens } from '@wayproof/kernel/system'
import { startApp } from '@wayproof/local-stack/processes/app-process'
import { oneHasEnded, packageRunners } from './supervision/package-runners.ts'
import { superviseApps } from './supervision/supervise-apps.ts'

// Runs the three apps on one data folder, each configured by the environment. `--new` creates an empty database if the
// one that belongs to the key file is missing.

const SCHEDULER_PORT = inherited.SCHEDULER_PORT ?? '4330'

const options = { new: { type: 'boolean' } } as const

const print = (...sentences: readonly string[]) => process.stderr.write(`${sentences.join(' ')}\n`)

await runCommand(async () => {
  const { values } = readArguments(options, words.faults.usageStart)
  await buildFirst()
  if (values.new) {
    const { keyFile, databaseUrl } = storePlace(callersPlaces())
    await openKeyFile(keyFile, systemTokens, databaseUrl, { startEmpty: true })
  }
  const runnerEnded = oneHasEnded(packageRunners()).then(() => print(words.start.runnerEnded))
  const stopped = Promise.race([interruption().then(() => print(words.demo.stopping)), runnerEnded]).then(() => {})
  const end = await superviseApps(
    {
      names: ['reporting', 'survey', 'scheduler'],
      start: (name) =>
        startApp(name, name === 'scheduler' ? { SCHEDULER_PORT, ...callersPlaces() } : callersPlaces(), null),
      monotonic: () => performance.now(),
      sleep: (milliseconds, signal) => wait(milliseconds, undefined, { signal }).catch(() => {}),
      onEnd: (name, end, { ends, delay }) =>
        print(
          words.start.ended(name, end, ends),
          delay === null ? words.start.givenUp : words.start.again(Math.round(delay / 1000)),
        ),
      onUnusableSettings: (name) => print(words.start.unusableSettings(name)),
    },
    stopped,
  )
  if (end !== 'stopped') process.exit(end === 'unusable-settings' ? UNUSABLE_SETTINGS : 1)
})
