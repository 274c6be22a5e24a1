import { buildFirst } from '@wayproof/command-line/build-first'
import { Breached, runCommand, words } from '@wayproof/command-line/command-line'
import { emptyDatabase } from '@wayproof/command-line/empty-database'
import { callersPath } from '@wayproof/command-line/environment'
import { interruption, unlessInterrupted } from '@wayproof/command-line/interruption'
import { type Progress, progress } from '@wayproof/command-line/progress'
import { workFolder } from '@wayproof/command-line/work-folder'
import { each, surveyLink } from '@wayproof/local-stack/clients/visit'
import { type LocalStack, openLocalStack } from '@wayproof/local-stack/local-stack'
import { delivered } from '@wayproof/local-stack/mail/delivery'
import { random } from '@wayproof/sample-company/random'
import { type Breach, breachLines } from './torture/breach.ts'
import { type CheckedAnswers, checkAnswers } from './torture/check-answers.ts'
import { tortureCluster } from './torture/cluster/torture-cluster.ts'
import { deadlineFor } from './torture/deadline.ts'
import { killAgainAndAgain, killMoments, START_LIMIT_MS } from './torture/kill-again-and-again.ts'
import { prepareWave } from './torture/prepare-wave.ts'
import { type Acknowledged, answerWithRetries } from './torture/retrying-traveler.ts'
import { roughReplies } from './torture/rough-replies.ts'
import { tortureLetters } from './torture/torture-letters.ts'
import { type TortureOptions, tortureOptions } from './torture/torture-options.ts'

// Kills the running apps and counts what was lost: `npx -y pnpm@12 torture letters|answers|cluster …`.

interface Tortured {
  readonly result: object
  readonly breaches: readonly Breach[]
}

interface AnswersResult {
  /** Answers whose redirect to the thanks page was received. */
  readonly acknowledged: number
  readonly kills: number
  /** Acknowledged answers that are not stored as submitted. */
  readonly lost: number
}

const CLIENTS = 8

/** Submits answers while the survey is killed repeatedly, then stops the stack and reads the stored answers. */
async function tortureAnswers(
  stack: LocalStack,
  options: TortureOptions,
  report: Progress,
): Promise<{ readonly result: AnswersResult; readonly breaches: readonly Breach[] }> {
  const { recipients, kills, seed } = options
  const deadline = deadlineFor(options)
  const { officer, period } = await prepareWave(stack, options, report)
  await delivered(officer, ({ sent, queued }) => report.detail(words.demo.delivering(sent, sent + queued)))
  const links = stack.sink.mails.flatMap((mail) => surveyLink(mail) ?? [])

  report.step(words.torture.answering(links.length, CLIENTS, kills))
  const acknowledged: Acknowledged[] = []
  let unanswered = 0
  const answering = each(links, CLIENTS, async (link) => {
    const answered = await answerWithRetries(link, random(`${seed}/${link}`), deadline)
    if (answered) acknowledged.push(answered)
    else unanswered += 1
    report.detail(words.demo.answered(acknowledged.length, links.length))
  })
  const killing = killAgainAndAgain(stack, 'survey', killMoments(random(`${seed}/kills`), kills, links.length), {
    doneCount: () => acknowledged.length,
    isOver: () => acknowledged.length + unanswered === links.length,
    deadline,
    killed: (times) => report.step(words.torture.killedSurvey(times, kills, acknowledged.length)),
  })
  const [slowestStart] = await Promise.all([killing, answering])
  await stack.close()

  report.step(words.torture.checking(acknowledged.length))
  const checked = await checkAnswers(stack, period, acknowledged)
  report.step(words.torture.slowestStart((slowestStart / 1000).toFixed(1)))
  const breaches = breachesOf(acknowledged.length, unanswered, checked)
  if (links.length !== recipients || unanswered > 0)
    breaches.push((is) => is.unanswered(recipients - acknowledged.length))
  if (slowestStart > START_LIMIT_MS) breaches.push((is) => is.slowStart((slowestStart / 1000).toFixed(1)))
  return { result: { acknowledged: acknowledged.length, kills, lost: checked.lost }, breaches }
}

function breachesOf(acknowledged: number, unanswered: number, checked: CheckedAnswers): Breach[] {
  const { lost, stored, wrongCounters, broken } = checked
  const breaches: Breach[] = []
  if (lost > 0) breaches.push((is) => is.lostAnswers(lost))
  // One answer per link; an answer that was not acknowledged in time may or may not be stored.
  if (stored < acknowledged || stored > acknowledged + unanswered)
    breaches.push((is) => is.stored(stored, acknowledged))
  if (wrongCounters > 0) breaches.push((is) => is.counters(wrongCounters))
  if (broken.length > 0) breaches.push((is) => is.broken(broken.slice(0, 3).join('; ')))
  return breaches
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
