import { blamed } from '@wayproof/journal/outbox/refusal-cause'
import { readRefusal } from '@wayproof/letters/refusals/read-refusal'
import type { CalendarPorts } from '../scheduler-ports.ts'

/**
 * Asks officers about each user whose latest letter did not arrive because of the address; the question settles once one
 * does or the user is removed.
 */
export async function tellOfBounces({
  store: { editions, questions },
  clock,
}: Pick<CalendarPorts, 'clock'> & { readonly store: Pick<CalendarPorts['store'], 'editions' | 'questions'> }) {
  const bouncingUsers = (await editions.bouncing()).filter(({ reply }) => !isOurs(reply))
  const open = (await questions.open()).flatMap((question) =>
    question.kind === 'letters-bounce' ? [question.data] : [],
  )
  const now = clock.now()
  for (const { userId } of open)
    if (!bouncingUsers.some((user) => user.userId === userId))
      await questions.withdraw({ kind: 'letters-bounce', subject: userId }, now)
  for (const { userId, name, state, reply, at } of bouncingUsers)
    await questions.ask({ kind: 'letters-bounce', data: { userId, name, state, reply, at } }, now)
}

/** True if the server blamed us or was away: nothing is wrong with the person's address. */
function isOurs(reply: string | null): boolean {
  const cause = readRefusal(reply ?? '')?.cause
  return cause !== undefined && blamed(cause) !== 'address'
}
