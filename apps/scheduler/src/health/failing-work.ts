import type { Clock, Instant } from '@wayproof/kernel/clock'
import type { Log } from '@wayproof/kernel/operation-log'
import type { RepeatedWork } from '@wayproof/letters/questions/officer-question'
import type { QuestionStore } from '@wayproof/letters/questions/question-store'
import type { FailingWork } from '../scheduler-ports.ts'

/** Work that has failed for this long, and more than a few times, will not recover without help. */
const ASKED_AFTER_MS = 30 * 60_000
const ASKED_AFTER_TRIES = 3
/** Longer than any lease: a crashed job is skipped until its lease ends, which is no success. */
const MAX_LEASE_MS = 65 * 60_000
/** Maximum length of the error text for officers. */
const MAX_TEXT_CHARACTERS = 200

interface Failing {
  readonly since: Instant
  readonly last: Instant
  readonly attempts: number
}

export interface FailingWorkPorts {
  readonly questions: Pick<QuestionStore, 'ask' | 'withdraw'>
  readonly clock: Clock
  readonly log: Log
}

/** Asks the officers about work that keeps failing, once; withdraws the question when it works again. */
export function failingWork({ questions, clock, log }: FailingWorkPorts): FailingWork {
  const failingByWork = new Map<RepeatedWork, Failing>()
  /** When this process last saw a success; a question may be open from before. */
  const quietSince = new Map<RepeatedWork, Instant>()
  const settledWork = new Set<RepeatedWork>()

  /** Asking may fail, too, and must not stop the work. */
  const carefully = (work: RepeatedWork, run: () => Promise<unknown>) =>
    run().catch((error: unknown) => log({ event: 'question-failed', work, error: String(error) }))

  return {
    failed: async (work, error) => {
      const now = clock.now()
      const previous = failingByWork.get(work)
      // After the clock was set back, counting starts again.
      const { since, attempts } = previous && now >= previous.last ? previous : { since: now, attempts: 0 }
      failingByWork.set(work, { since, last: now, attempts: attempts + 1 })
      settledWork.delete(work)
      if (now - since < ASKED_AFTER_MS || attempts + 1 < ASKED_AFTER_TRIES) return
      const shortMessage = (error instanceof Error ? error.message : String(error)).slice(0, MAX_TEXT_CHARACTERS)
      const data = { work, since, error: shortMessage }
      await carefully(work, () => questions.ask({ kind: 'keeps-failing', data }, now))
    },
    worked: async (work, isProven) => {
      if (settledWork.has(work)) return
      const now = clock.now()
      const last = failingByWork.get(work)?.last ?? quietSince.get(work) ?? now
      if (!quietSince.has(work)) quietSince.set(work, now)
      if (!isProven && now >= last && now - last < MAX_LEASE_MS) return
      failingByWork.delete(work)
      settledWork.add(work)
      await carefully(work, () => questions.withdraw({ kind: 'keeps-failing', subject: work }, now))
    },
  }
}
