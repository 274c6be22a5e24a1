import type { LetterSender } from '@wayproof/letters/delivery/attempt-letter'
import type { DeliveryResult } from '@wayproof/letters/delivery/delivery-result'
import { type DispatchPorts, dispatchLetters } from '@wayproof/letters/delivery/dispatch-letters'
import { sleep } from './company.ts'

export type DuePorts = Omit<DispatchPorts, 'from' | 'pause' | 'ended' | 'failed'> & LetterSender

const COUNTS = ['sent', 'written', 'deferred', 'failed', 'suppressed'] as const

/**
 * Delivers until nothing is due, the rate window is full, or the mail server accepts nothing. Rejects if the outbox
 * fails.
 */
export async function deliverDue({ organisation, sender, ...ports }: DuePorts): Promise<DeliveryResult> {
  const abort = new AbortController()
  const results: DeliveryResult[] = []
  const errors: unknown[] = []
  const dispatch: DispatchPorts = {
    ...ports,
    from: async () => ({ organisation, sender }),
    pause: () => sleep(1),
    ended: async (result) => {
      results.push(result)
      if (result.idle || result.unreachable !== null) abort.abort()
    },
    failed: async (error) => {
      errors.push(error)
      abort.abort()
    },
  }
  await dispatchLetters(dispatch, abort.signal)
  if (errors.length > 0) throw errors[0]
  const last = results.at(-1)
  if (!last) throw new Error('the dispatcher gave no result')
  const sum = (count: (typeof COUNTS)[number]) => results.reduce((total, result) => total + result[count], 0)
  const counts = Object.fromEntries(COUNTS.map((count) => [count, sum(count)]))
  return {
    ...last,
    ...counts,
    unreachable: results.find(({ unreachable }) => unreachable !== null)?.unreachable ?? null,
  }
}
