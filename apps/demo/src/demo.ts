import { join } from 'node:path'
import { startBuild } from '@wayproof/command-line/build-first'
import { Misused, readArguments, runCommand, terminalLocale, words } from '@wayproof/command-line/command-line'
import { emptyDatabase } from '@wayproof/command-line/empty-database'
import { callersPath } from '@wayproof/command-line/environment'
import { interruption, unlessInterrupted } from '@wayproof/command-line/interruption'
import { progress } from '@wayproof/command-line/progress'
import { workFolder } from '@wayproof/command-line/work-folder'
import { systemClock } from '@wayproof/kernel/system'
import { openLocalStack } from '@wayproof/local-stack/local-stack'
import { onFreePort } from '@wayproof/local-stack/processes/free-port'
import { demoJson, placesTable, scorecardTable } from './demo-output.ts'
import { type DemoResult, demoCompany, runDemo } from './demo-run.ts'
import { judgedHalf, playToday, todayOf } from './demo-today.ts'
import { timelineBefore, timelineUntil } from './history/timeline.ts'
import { writeHistory } from './history/write-history.ts'
import { openMailbox } from './mailbox/mailbox.ts'

// Shows the product with a sample company whose clock is today's; with `--exit` runs the whole job, from the survey to the mailed
// summary, and ends: `npx -y pnpm@12 demo [--seed N] [--exit] [--json] [--data FOLDER]
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
  const stopped = interruption()
  // The history is written while the apps are built.
  const { built } = await unlessInterrupted(startBuild(stopped), stopped)
  const startedAt = systemClock.now()
  const report = progress()
  const folder = workFolder('demo', values.data === undefined ? undefined : callersPath(values.data))
  void stopped.then(() => report.step(words.demo.stopping))
  try {
    const place = { data: folder.path, databaseUrl: databaseUrl ?? `file:${join(folder.path, 'wayproof.db')}` }
    const company = demoCompany(seed, startedAt)
    const timeline = (values.exit ? timelineBefore : timelineUntil)(company, todayOf(startedAt))
    const history = writeHistory(place, timeline, startedAt, report, words)
    const [past] = await unlessInterrupted(Promise.all([history, built]), stopped)
    report.step(words.demo.starting)
    const stack = await openLocalStack({ ...place, hasPeople: true, smtpPort: 2525, firstPort: 4310, stopped })
    const mailbox = await onFreePort(4312, (port) => openMailbox(stack.sink, port, stack.reportingUrl))
    const show = (text: string) => (values.json ? process.stderr : process.stdout).write(`${text}\n`)
    const showFigures = (result: DemoResult) => show(`\n${scorecardTable(result, terminalLocale)}\n`)
    const secondsSince = () => (systemClock.now() - startedAt) / 1000
    try {
      if (values.exit) {
        const result = await unlessInterrupted(runDemo(stack, seed, startedAt, report, words, past), stopped)
        report.end()
        report.step(words.demo.result(secondsSince().toFixed(1)))
        showFigures(result)
        if (values.json) process.stdout.write(`${demoJson(result, secondsSince())}\n`)
        return
      }
      const judged = await unlessInterrupted(judgedHalf(stack, past), stopped)
      report.end()
      const at = (path: string) => `${mailbox.url}${path}`
      show(`\n${words.demo.guide(at('/as/officer'), at('/people'), at('/you'))}`)
      showFigures(judged)
      const survey = await unlessInterrupted(playToday(stack, timeline, terminalLocale, report, words), stopped)
      report.end()
      report.step(words.demo.result(secondsSince().toFixed(1)))
      show(`${words.demo.surveyOpen(survey.period, survey.invited)}\n`)
      show(`${placesTable({ ...stack, mailboxUrl: mailbox.url }, terminalLocale)}\n\n${words.demo.stop}`)
      const { period, summaries } = survey
      if (values.json)
        process.stdout.write(
          `${demoJson({ ...judged, summaries }, secondsSince(), { period, invited: survey.invited })}\n`,
        )
      await stopped
    } finally {
      await Promise.all([mailbox.close(), stack.close()])
    }
  } finally {
    folder.remove()
  }
})
