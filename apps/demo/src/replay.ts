import { readFileSync } from 'node:fs'
import { createConnection } from 'node:net'
import { Misused, readArguments, runCommand, words } from '@wayproof/command-line/command-line'
import { callersPath, inherited } from '@wayproof/command-line/environment'
import { interruption, unlessInterrupted } from '@wayproof/command-line/interruption'
import { progress } from '@wayproof/command-line/progress'
import { workFolder } from '@wayproof/command-line/work-folder'
import { systemClock } from '@wayproof/kernel/system'
import { openLocalStack } from '@wayproof/local-stack/local-stack'
import { replayFigures } from './replay/replay-figures.ts'
import { replayFiles } from './replay/replay-files.ts'
import { CountsDiffer, runReplay } from './replay/replay-run.ts'
import { readRespondents } from './replay/respondents.ts'

// Runs the product's main job on real files: `npx -y pnpm@12 replay FOLDER [--year N] [--json] [--data FOLDER]`.

const options = { year: { type: 'string' }, json: { type: 'boolean' }, data: { type: 'string' } } as const

function yearIn(text: string, file: string): number {
  const years = [...new Set(readRespondents(readFileSync(file, 'utf8')).map(({ year }) => year))].sort()
  if (years.includes(Number(text))) return Number(text)
  throw new Misused(words.faults.badYear(text, years.join(', ')))
}

function explain(error: unknown): never {
  if (error instanceof CountsDiffer) throw new Error(words.replay.countsDiffer(error.message))
  throw error
}

const PATIENCE_MS = 3_000

/**
 * Says whether a mail server is ready at `url`: it greets with 220 (RFC 5321), or starts TLS if the address requires
 * it.
 */
function greets(url: string): Promise<boolean> {
  const at = URL.parse(url)
  if (!at?.hostname) return Promise.resolve(false)
  const isSecure = at.protocol === 'smtps:'
  return new Promise((resolve) => {
    const socket = createConnection(Number(at.port || (isSecure ? 465 : 587)), at.hostname.replace(/^\[|\]$/g, ''))
    const end = (wasGreeted: boolean) => {
      socket.destroy()
      resolve(wasGreeted)
    }
    socket.setTimeout(PATIENCE_MS, () => end(false))
    socket.once('error', () => end(false))
    socket.once('close', () => end(false))
    socket.once('data', (data) => end(data.toString('latin1').startsWith('220')))
    if (isSecure) socket.once('connect', () => end(true))
  })
}

await runCommand(async () => {
  const { values, positionals } = readArguments(options, words.faults.usageReplay, 1)
  if (!positionals[0]) throw new Misused(`${words.faults.noFolder}\n${words.faults.usageReplay}`)
  const replayInput = replayFiles(callersPath(positionals[0]))
  if ('missing' in replayInput)
    throw new Misused(words.faults.missingFiles(positionals[0], replayInput.missing.join(', ')))
  const year = values.year === undefined ? null : yearIn(values.year, replayInput.files.respondents)

  const stopped = interruption()
  const startedAt = systemClock.now()
  const report = progress()
  const smtpUrl = inherited.SMTP_URL
  // Letters to a relay would reach no one here, so no one would answer.
  if (smtpUrl && (await greets(smtpUrl))) throw new Misused(words.faults.unreadableRelay)
  const folder = workFolder('replay', values.data === undefined ? undefined : callersPath(values.data))
  report.step(words.demo.starting)
  void stopped.then(() => report.step(words.demo.stopping))
  const relay = smtpUrl ? { smtpUrl } : {}
  try {
    const stack = await openLocalStack({ data: folder.path, smtpPort: 2525, firstPort: 4310, stopped, ...relay })
    let years: readonly number[]
    try {
      const run = runReplay(stack, replayInput.files, year, startedAt, report, words).catch(explain)
      years = await unlessInterrupted(run, stopped)
    } finally {
      report.end()
      await stack.close()
    }
    const figures = await replayFigures(folder.path, years, replayInput.files)
    report.step(words.replay.result(((systemClock.now() - startedAt) / 1000).toFixed(1)))
    process.stdout.write(`${values.json ? JSON.stringify(figures) : JSON.stringify(figures, null, 2)}\n`)
  } finally {
    folder.remove()
  }
})
