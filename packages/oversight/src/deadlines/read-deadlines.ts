import type { Clock } from '@wayproof/kernel/clock'
import type { Id } from '@wayproof/kernel/id'
import { type Deadline, deadlineOf, isTaskOf, maySee } from './deadline.ts'
import type { DeadlineStore } from './ports.ts'
import { byDue } from './urgency.ts'

export interface ReadDeadlinesPorts {
  readonly deadlines: Pick<DeadlineStore, 'duties' | 'person'>
  readonly clock: Clock
  readonly timeZone: string
}

/** A deadline in the list of a reader. */
export interface ListedDeadline extends Deadline {
  /** Whether the reader has to do it. */
  readonly isMine: boolean
}

/** The deadlines that a user may see, those that end first before the others. Empty for an unknown user. */
export async function readDeadlines(
  { deadlines, clock, timeZone }: ReadDeadlinesPorts,
  reader: Id,
): Promise<readonly ListedDeadline[]> {
  const person = await deadlines.person(reader, timeZone)
  if (!person) return []
  const duties = await deadlines.duties(clock.now(), timeZone)
  return duties
    .map(deadlineOf)
    .filter((deadline) => maySee(deadline, person))
    .sort(byDue(timeZone))
    .map((deadline) => ({ ...deadline, isMine: isTaskOf(deadline, person) }))
}
