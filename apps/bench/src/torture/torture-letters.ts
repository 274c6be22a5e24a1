import { words } from '@wayproof/command-line/command-line'
import type { Progress } from '@wayproof/command-line/progress'
import type { LetterCounts } from '@wayproof/local-stack/clients/officer'
import type { LocalStack } from '@wayproof/local-stack/local-stack'
import { random } from '@wayproof/sample-company/random'
import type { Breach } from './breach.ts'
import { type CountedLetters, countLetters, duplicatesAllowed } from './count-letters.ts'
import { type Deadline, deadlineFor } from './deadline.ts'
import { killAgainAndAgain, killMoments } from './kill-again-and-again.ts'
import { type OpenedWave, prepareWave } from './prepare-wave.ts'
import type { TortureOptions } from './torture-options.ts'

export interface LettersResult {
  readonly recipients: number
  readonly kills: number
  /** Recipients without a letter although the mail server accepted one. */
  readonly lost: number
  /** Letters beyond each recipient's first. */
  readonly duplicates: number
}

/** Mails a wave while the scheduler is killed repeatedly, then counts the letters at the mail server. */
export async function tortureLetters(
  stack: LocalStack,
  options: TortureOptions,
  report: Progress,
): Promise<{ readonly result: LettersResult; readonly breaches: readonly Breach[] }> {
  const { recipients, kills, seed } = options
  const deadline = deadlineFor(options)
  const wave = await prepareWave(stack, options, report)
  const recipientsSeen = () => new Set(stack.sink.mails.map(({ to }) => to)).size
  report.step(words.torture.mailing(recipients, kills))
  await killAgainAndAgain(stack, 'scheduler', killMoments(random(`${seed}/kills`), kills, recipients), {
    doneCount: recipientsSeen,
    isOver: nowAndThen(async () => (await wave.officer.letters()).queued === 0),
    deadline,
    killed: (times) => report.step(words.torture.killedScheduler(times, kills, recipientsSeen(), recipients)),
  })
  const { ledger, isInTime } = await untilEmpty(wave, deadline, report)
  const letterCounts = countLetters(stack.sink)
  const { duplicates, reached, forced } = letterCounts
  report.step(words.torture.taken(stack.sink.mails.length, duplicates, forced))
  return {
    result: { recipients, kills, lost: recipients - reached, duplicates },
    breaches: [
      ...(isInTime ? [] : [(is: Parameters<Breach>[0]) => is.late(ledger.queued)]),
      ...breachesOf(options, letterCounts, ledger),
    ],
  }
}

/** Polls the dashboard at most twice a second, so that polling is no load of its own. */
function nowAndThen(ask: () => Promise<boolean>): () => Promise<boolean> {
  let lastReportAt = performance.now()
  return async () => {
    if (performance.now() - lastReportAt < 500) return false
    lastReportAt = performance.now()
    return ask()
  }
}

async function untilEmpty(
  { officer }: OpenedWave,
  deadline: Deadline,
  report: Progress,
): Promise<{ readonly ledger: LetterCounts; readonly isInTime: boolean }> {
  report.step(words.torture.waiting)
  let ledger = await officer.letters()
  const isInTime = await deadline.waitUntil(async () => {
    ledger = await officer.letters()
    report.detail(words.demo.delivering(ledger.sent, ledger.sent + ledger.queued))
    return ledger.queued === 0
  }, 250)
  report.end()
  return { ledger, isInTime }
}

function breachesOf(
  { recipients, kills }: TortureOptions,
  { reached, duplicates, forced, differing }: CountedLetters,
  ledger: LetterCounts,
): readonly Breach[] {
  const breaches: Breach[] = []
  const allowed = duplicatesAllowed(kills, forced)
  if (reached < recipients) breaches.push((is) => is.lostLetters(recipients - reached))
  if (duplicates > allowed) breaches.push((is) => is.duplicates(duplicates, allowed))
  if (differing > 0) breaches.push((is) => is.messageIds(differing))
  if (ledger.sent !== reached) breaches.push((is) => is.ledger(ledger.sent, reached))
  return breaches
}
