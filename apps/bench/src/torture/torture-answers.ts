import { words } from '@wayproof/command-line/command-line'
import type { Progress } from '@wayproof/command-line/progress'
import { each, surveyLink } from '@wayproof/local-stack/clients/visit'
import type { LocalStack } from '@wayproof/local-stack/local-stack'
import { delivered } from '@wayproof/local-stack/mail/delivery'
import { random } from '@wayproof/sample-company/random'
import type { Breach } from './breach.ts'
import { type CheckedAnswers, checkAnswers } from './check-answers.ts'
import { deadlineFor } from './deadline.ts'
import { killAgainAndAgain, START_LIMIT_MS } from './kill-again-and-again.ts'
import { killMoments } from './kill-moments.ts'
import { prepareWave } from './prepare-wave.ts'
import { type Acknowledged, answerWithRetries } from './retrying-traveler.ts'
import type { TortureOptions } from './torture-options.ts'

export interface AnswersResult {
  /** Answers whose redirect to the thanks page was received. */
  readonly acknowledged: number
  readonly kills: number
  /** Acknowledged answers that are not stored as submitted. */
  readonly lost: number
}

const CLIENTS = 8

/** Submits answers while the survey is killed repeatedly, then stops the stack and reads the stored answers. */
export async function tortureAnswers(
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
