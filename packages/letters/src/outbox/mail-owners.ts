import type { Owner } from '@wayproof/accounts/accounts/person'
import type { Clock } from '@wayproof/kernel/clock'
import type { Id } from '@wayproof/kernel/id'
import type { Locale } from '@wayproof/kernel/people/locale'
import type { ClosingReminderData } from '../letter/letter.ts'
import type { Outbox } from './outbox.ts'

export interface MailOwnersPorts {
  readonly outbox: Pick<Outbox, 'post'>
  /** The people responsible for an owner's goals, each with the language of the account. */
  peopleOf(owner: Owner): Promise<readonly { readonly id: Id; readonly locale: Locale }[]>
  readonly clock: Clock
}

/** Posts one letter per person and occasion to the owners, each with the owner's gaps. Returns how many are new. */
export async function mailOwners(
  { outbox, peopleOf, clock }: MailOwnersPorts,
  reminder: Omit<ClosingReminderData, 'owner'>,
  { owners, occasion }: { readonly owners: readonly Owner[]; readonly occasion: string },
): Promise<number> {
  const gaps = reminder.gaps ?? []
  const letters = await Promise.all(
    [...new Set(owners)].map(async (owner) =>
      (await peopleOf(owner)).map(({ id, locale }) => ({
        letter: {
          kind: 'closing-reminder',
          locale,
          data: { ...reminder, gaps: gaps.filter((gap) => gap.owner === owner), owner },
        } as const,
        recipient: { kind: 'user', id } as const,
        dedupeKey: `closing-reminder:${reminder.period}:${occasion}:${id}`,
      })),
    ),
  )
  return outbox.post(letters.flat(), clock.now())
}
