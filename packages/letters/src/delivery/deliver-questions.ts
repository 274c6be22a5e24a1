import type { Outbox } from '../outbox/outbox.ts'
import { type DispatchPorts, dispatchLetters } from './dispatch-letters.ts'

export type DeliverQuestionsPorts = Omit<DispatchPorts, 'workers' | 'ended' | 'failed'>

/**
 * Sends the waiting questions to officers and nothing else, for an app that stands in for a stopped scheduler. Ends when none
 * is due, or when the mail server accepts nothing. Rejects if the outbox fails.
 */
export async function deliverQuestions({ outbox, ...ports }: DeliverQuestionsPorts): Promise<void> {
  const abort = new AbortController()
  let fault: unknown = null
  const questions: Outbox = {
    ...outbox,
    claim: (limit, now, leaseUntil, choices) =>
      outbox.claim(limit, now, leaseUntil, { ...choices, surveys: false, kind: 'officer-question' }),
  }
  await dispatchLetters(
    {
      ...ports,
      outbox: questions,
      workers: 1,
      ended: async ({ idle, unreachable }) => {
        if (idle || unreachable !== null) abort.abort()
      },
      failed: async (error) => {
        fault = error
        abort.abort()
      },
    },
    abort.signal,
  )
  if (fault !== null) throw fault
}
