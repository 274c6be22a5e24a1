import { chmodSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { words } from '@wayproof/command-line/command-line'
import type { Progress } from '@wayproof/command-line/progress'
import { systemClock } from '@wayproof/kernel/system'
import { each } from '@wayproof/local-stack/clients/visit'
import { openSmtpSink, type SmtpSink } from '@wayproof/local-stack/mail/smtp-sink'
import { type LocalPostgresql, startPostgresql } from '@wayproof/local-stack/postgresql/local-postgresql'
import { type Random, random } from '@wayproof/sample-company/random'
import { openFixtureStore } from '../../fixtures/fixture-store.ts'
import { surveyFixture } from '../../fixtures/survey-fixture.ts'
import type { Breach } from '../breach.ts'
import { type CheckedAnswers, checkAnswers } from '../check-answers.ts'
import { countLetters } from '../count-letters.ts'
import { type Deadline, deadlineFor } from '../deadline.ts'
import { roughReplies } from '../rough-replies.ts'
import type { TortureOptions } from '../torture-options.ts'
import { type Cluster, type Instance, startCluster } from './cluster.ts'
import { type Acknowledgements, persistentTraveler } from './persistent-traveler.ts'

export interface ClusterResult {
  /** Answers whose redirect was received, the withdrawn ones included. */
  readonly acknowledged: number
  /** Acknowledged answers that are not stored as last submitted. */
  readonly lost: number
  /** Stored answers beyond the acknowledged ones that were not withdrawn. */
  readonly doubledAnswers: number
  /** Runs of a job for a period beyond the first. */
  readonly doubledRuns: number
  readonly lettersLost: number
  /** Letters beyond each recipient's first. */
  readonly duplicates: number
  readonly corrected: number
  readonly withdrawn: number
  readonly stored: number
  readonly wrongCounters: number
  readonly kills: Ended
  readonly crashes: number
}

const SIZE = { surveys: 4, schedulers: 2 }
const CLIENTS = 12
const TRAVELERS_A_SECOND = 40
const MOST_TRAVELERS = 20_000
const LEASE_SECONDS = 6
/** The reminders of the last months are due at the first look of the calendar. */
const MONTHS_BEHIND = 12
const DAY_MS = 86_400_000

/** Runs several processes on one PostgreSQL, kills them and the server at random, and counts what is lost or doubled. */
export async function tortureCluster(
  folder: string,
  options: TortureOptions,
  report: Progress,
): Promise<{ readonly result: ClusterResult; readonly breaches: readonly Breach[] }> {
  const { seconds, seed } = options
  // The server runs as another user, who must be able to enter the folder.
  chmodSync(folder, 0o711)
  const data = join(folder, 'data')
  mkdirSync(data, { mode: 0o700 })
  const server = await startPostgresql({ folder, isDurable: true })
  const sink = await openSmtpSink(0, roughReplies(random(`${seed}/sink`)))
  try {
    report.step(words.demo.settingUp)
    const place = { data, databaseUrl: await server.createDatabase('tortured') }
    const travelers = Math.min(MOST_TRAVELERS, seconds * TRAVELERS_A_SECOND)
    const { settings, tokens } = await surveyFixture(place, travelers)
    const { store } = await openFixtureStore(place)
    await store.jobRuns.recordLooks(['remind-owners'], systemClock.now() - MONTHS_BEHIND * 30 * DAY_MS)
    const period = (await store.survey.waves())[0]?.period ?? ''
    await store.close()
    const mail = { SMTP_URL: `smtp://127.0.0.1:${sink.port}`, MAIL_FROM: 'privacy@yuntu.example' }
    const delays = { LEASE_SECONDS: String(LEASE_SECONDS), RETRY_SECONDS: '1' }
    const cluster = await startCluster({ ...settings, ...mail, ...delays }, data, SIZE)
    const deadline = deadlineFor({ recipients: travelers, kills: seconds })
    try {
      report.step(words.torture.clusterWorks(SIZE.surveys, SIZE.schedulers, seconds))
      const acknowledged: Acknowledgements = { answers: [], withdrawn: [], corrected: 0 }
      const [kills] = await Promise.all([
        killAtRandom(cluster, server, random(`${seed}/kills`), seconds),
        answerSteadily(cluster, tokens, { acknowledged, options, deadline, report }),
      ])
      report.step(words.torture.waiting)
      await deadline.waitUntil(() => countLetters(sink).reached >= travelers, 500)
      // A letter that was sent again may still be on its way.
      await wait(1_000)
      await cluster.stop()
      report.step(words.torture.checking(acknowledged.answers.length))
      const checked = await checkAnswers(place, period, acknowledged.answers)
      const runs = doubledRuns(cluster.schedulers.map(({ log }) => readFileSync(log, 'utf8')))
      return judged({ acknowledged, checked, kills, cluster, sink, travelers, runs })
    } finally {
      await cluster.stop()
    }
  } finally {
    await sink.close()
    await server.stop()
  }
}

interface Steadily {
  readonly acknowledged: Acknowledgements
  readonly options: TortureOptions
  readonly deadline: Deadline
  readonly report: Progress
}

/** Spreads the answers over the seconds of the run, so that some arrive at every kill. */
async function answerSteadily(
  { surveys }: Cluster,
  tokens: readonly string[],
  { acknowledged, options: { seconds, seed }, deadline, report }: Steadily,
): Promise<void> {
  const begun = performance.now()
  const ports = surveys.map(({ port }) => port)
  const places = tokens.map((token, n) => ({ token, at: (n / tokens.length) * seconds * 1_000 }))
  await each(places, CLIENTS, async ({ token, at }) => {
    await wait(Math.max(0, begun + at - performance.now()))
    await persistentTraveler(ports, random(`${seed}/${token}`), deadline)(token, acknowledged)
    report.detail(words.demo.answered(acknowledged.answers.length + acknowledged.withdrawn.length, tokens.length))
  })
}

interface Outcome {
  readonly acknowledged: Acknowledgements
  readonly checked: CheckedAnswers
  readonly kills: Ended
  readonly cluster: Cluster
  readonly sink: SmtpSink
  readonly travelers: number
  readonly runs: number
}

function judged({ acknowledged, checked, kills, cluster, sink, travelers, runs }: Outcome) {
  const { answers, withdrawn, corrected } = acknowledged
  const { reached, duplicates, differing } = countLetters(sink)
  const [crashes, lettersLost] = [cluster.crashes(), travelers - reached]
  const { lost, stored, wrongCounters } = checked
  const doubledAnswers = Math.max(0, stored - answers.length)
  const result: ClusterResult = {
    ...{
      acknowledged: answers.length + withdrawn.length,
      lost,
      doubledAnswers,
      doubledRuns: runs,
      lettersLost,
      duplicates,
    },
    ...{ corrected, withdrawn: withdrawn.length, stored, wrongCounters, kills, crashes },
  }
  const breaches: readonly (readonly [isBroken: boolean, breach: Breach])[] = [
    [lost > 0, (is) => is.lostAnswers(lost)],
    [stored !== answers.length, (is) => is.stored(stored, answers.length)],
    [runs > 0, (is) => is.doubledRuns(runs)],
    [lettersLost > 0, (is) => is.lostLetters(lettersLost)],
    [differing > 0, (is) => is.messageIds(differing)],
    [wrongCounters > 0, (is) => is.counters(wrongCounters)],
    [checked.broken.length > 0, (is) => is.broken(checked.broken.slice(0, 3).join('; '))],
    [crashes > 0, (is) => is.crashes(crashes)],
  ]
  return { result, breaches: breaches.flatMap(([isBroken, breach]) => (isBroken ? [breach] : [])) }
}

/** Number of runs that the logs of several schedulers report done more than once for the same job and period. */
export function doubledRuns(logs: readonly string[]): number {
  const done = logs.flatMap((log) =>
    log.split('\n').flatMap((line) => {
      if (!line.includes('"job-done"')) return []
      const { job, period } = JSON.parse(line)
      return [`${job} ${period}`]
    }),
  )
  return done.length - new Set(done).size
}

/** Ended processes and servers. */
interface Ended {
  surveys: number
  schedulers: number
  /** Restarts of the database, half of them in the middle of commits. */
  databases: number
}

const SHORTEST_PAUSE_MS = 700
const LONGEST_PAUSE_MS = 2_000
const SCHEDULERS = 0.25
const DATABASES = 0.2

/** Kills processes and restarts the database for `seconds`; resolves once all work again. */
async function killAtRandom(
  { surveys, schedulers }: Cluster,
  server: Pick<LocalPostgresql, 'restart' | 'crash'>,
  draw: Random,
  seconds: number,
): Promise<Ended> {
  const ended: Ended = { surveys: 0, schedulers: 0, databases: 0 }
  const starting = new Map<Instance, Promise<void>>()
  const ends = performance.now() + seconds * 1_000
  const kill = (instances: readonly Instance[]): number => {
    // Drawn also if none works, so that the later draws do not depend on how fast processes start.
    const first = draw.between(0, instances.length - 1)
    const instance = [...instances.slice(first), ...instances].find((one) => !starting.has(one))
    if (!instance) return 0
    const again = instance.kill().finally(() => starting.delete(instance))
    starting.set(instance, again)
    return 1
  }
  for (;;) {
    const pause = draw.between(SHORTEST_PAUSE_MS, LONGEST_PAUSE_MS)
    if (performance.now() + pause > ends) break
    await wait(pause)
    if (draw.chance(DATABASES)) {
      ended.databases += 1
      await (ended.databases % 2 === 1 ? server.crash() : server.restart())
    } else if (draw.chance(SCHEDULERS)) ended.schedulers += kill(schedulers)
    else ended.surveys += kill(surveys)
  }
  await Promise.all(starting.values())
  await wait(Math.max(0, ends - performance.now()))
  return ended
}
