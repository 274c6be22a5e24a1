import { buildFirst } from '@wayproof/command-line/build-first'
import { Breached, runCommand, words } from '@wayproof/command-line/command-line'
import { emptyDatabase } from '@wayproof/command-line/empty-database'
import { callersPath } from '@wayproof/command-line/environment'
import { interruption, unlessInterrupted } from '@wayproof/command-line/interruption'
import { progress } from '@wayproof/command-line/progress'
import { workFolder } from '@wayproof/command-line/work-folder'
import { openLocalStack } from '@wayproof/local-stack/local-stack'
import { random } from '@wayproof/sample-company/random'
import { type Breach, breachLines } from './torture/breach.ts'
import { tortureCluster } from './torture/cluster/torture-cluster.ts'
import { roughReplies } from './torture/rough-replies.ts'
import { tortureAnswers } from './torture/torture-answers.ts'
import { tortureLetters } from './torture/torture-letters.ts'
import { tortureOptions } from './torture/torture-options.ts'

// Kills the running apps and counts what was lost: `npx -y pnpm@12 torture letters|answers|cluster …`.

interface Tortured {
  readonly result: object
  readonly breaches: readonly Breach[]
}

await runCommand(async () => {
  const options = tortureOptions()
  const { kind, seed, json } = options
  const databaseUrl = await emptyDatabase(options.database, words.torture.usage)
  await buildFirst()

  const stopped = interruption()
  const report = progress()
  const folder = workFolder('torture', options.data === undefined ? undefined : callersPath(options.data))
  report.step(words.demo.starting)
  void stopped.then(() => report.step(words.demo.stopping))
  const end = ({ result, breaches }: Tortured) => {
    report.end()
    process.stdout.write(`${json ? JSON.stringify(result) : JSON.stringify(result, null, 2)}\n`)
    if (breaches.length > 0) throw new Breached(breachLines(breaches))
  }
  if (kind === 'cluster') {
    try {
      return end(await unlessInterrupted(tortureCluster(folder.path, options, report), stopped))
    } finally {
      report.end()
      folder.remove()
    }
  }
  const isRoughSink = kind === 'letters' && options.sink === 'rough'
  const replies = isRoughSink ? { reply: roughReplies(random(`${seed}/sink`)) } : {}
  try {
    const stack = await openLocalStack({
      data: folder.path,
      databaseUrl,
      smtpPort: 2700,
      firstPort: 4500,
      retrySeconds: 1,
      leaseSeconds: options.lease,
      stopped,
      ...replies,
    })
    try {
      const run = kind === 'letters' ? tortureLetters(stack, options, report) : tortureAnswers(stack, options, report)
      end(await unlessInterrupted<Awaited<typeof run>>(run, stopped))
    } finally {
      report.end()
      await stack.close()
    }
  } finally {
    folder.remove()
  }
})
