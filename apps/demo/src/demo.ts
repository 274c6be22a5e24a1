import { join } from 'node:path'
import {
  buildFirst,
  callersPath,
  emptyDatabase,
  interruption,
  Misused,
  progress,
  readArguments,
  runCommand,
  terminalLocale,
  unlessInterrupted,
  words,
  workFolder,
} from '@wayproof/command-line'
import { systemClock } from '@wayproof/kernel/system'
import { openLocalStack } from '@wayproof/local-stack'
import { onFreePort } from '@wayproof/local-stack/processes'
import { demoJson, placesTable, scorecardTable } from './demo-output.ts'
import { demoCompany, runDemo } from './demo-run.ts'
import { writeHistory } from './history/write-history.ts'
import { openMailbox } from './mailbox/mailbox.ts'

// Runs the product's main job on a sample company: `npx -y pnpm@12 demo [--seed N] [--exit] [--json] [--data FOLDER]
// [--database URL]`.

const options = {
  seed: { type: 'string' },
  exit: { type: 'boolean' },
  json: { type: 'boolean' },
  data: { type: 'string' },
  database: { type: 'string' },
} as const

await runCommand(async () => {
  const { values } = readArguments(options, words.faults.usageDemo)
  const seed = values.seed ?? '1'
  if (!/^[\w-]{1,40}$/.test(seed)) throw new Misused(words.faults.badSeed)
  const databaseUrl = await emptyDatabase(values.database, words.faults.usageDemo)
  buildFirst()

  const stopped = interruption()
  const startedAt = systemClock.now()
  const report = progress()
  const folder = workFolder('demo', values.data === undefined ? undefined : callersPath(values.data))
  void stopped.then(() => report.step(words.demo.stopping))
  try {
    const place = { data: folder.path, databaseUrl: databaseUrl ?? `file:${join(folder.path, 'wayproof.db')}` }
    const past = await unlessInterrupted(
      writeHistory(place, demoCompany(seed, startedAt), startedAt, report, words),
      stopped,
    )
    report.step(words.demo.starting)
    const stack = await openLocalStack({ ...place, hasPeople: true, smtpPort: 2525, firstPort: 4310, stopped })
    const mailbox = await onFreePort(4312, (port) => openMailbox(stack.sink, port))
    try {
      const result = await unlessInterrupted(runDemo(stack, seed, startedAt, report, words, past), stopped)
      report.end()
      const seconds = (systemClock.now() - startedAt) / 1000
      report.step(words.demo.result(seconds.toFixed(1)))
      const show = values.json ? process.stderr : process.stdout
      show.write(`\n${scorecardTable(result, terminalLocale)}\n`)
      if (!values.exit)
        show.write(
          `\n${placesTable(result, { ...stack, mailboxUrl: mailbox.url }, terminalLocale)}\n\n${words.demo.stop}\n`,
        )
      if (values.json) process.stdout.write(`${demoJson(result, seconds)}\n`)
      if (!values.exit) await stopped
    } finally {
      await Promise.all([mailbox.close(), stack.close()])
    }
  } finally {
    folder.remove()
  }
})
