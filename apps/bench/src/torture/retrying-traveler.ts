import { setTimeout as wait } from 'node:timers/promises'
import { fillIn, send, Unusable } from '@wayproof/local-stack/clients/visit'
import type { Random } from '@wayproof/sample-company/random'
import type { Deadline } from './deadline.ts'

/** An answer whose redirect to the thanks page was received: it must be stored as submitted. */
export interface Acknowledged {
  readonly receipt: string
  readonly fields: Readonly<Record<string, string>>
}

/**
 * Answers through a link and submits the same form again if there is no response, as a person would.
 * Null if no response came by the deadline. Throws Unusable if the survey refuses a valid answer.
 */
export async function answerWithRetries(link: string, draw: Random, deadline: Deadline): Promise<Acknowledged | null> {
  const form = await retryUntil(deadline, () =>
    fillIn(link, (_question, options) => {
      if (options.length > 0) return draw.pick(options)
      return draw.chance(0.3) ? `A comment, number ${draw.between(1, 1_000_000)}` : null
    }),
  )
  const response = form && (await retryUntil(deadline, () => send(form)))
  if (!response) return null
  const fields: Record<string, string> = Object.fromEntries(form.fields)
  const { receipt = '', ...answers } = fields
  return { receipt, fields: answers }
}

/** Result of `work`, retried until a server responds; null after the deadline. */
async function retryUntil<T>(deadline: Deadline, work: () => Promise<T>): Promise<T | null> {
  while (!deadline.hasPassed) {
    try {
      return await work()
    } catch (error) {
      if (error instanceof Unusable && error.status < 500) throw error
      await wait(50)
    }
  }
  return null
}
