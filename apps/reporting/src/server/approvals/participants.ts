import type { Approval } from '@wayproof/accounts/approvals/approval'
import { mailboxHash } from '@wayproof/kernel/people/mailbox'
import type { Participant } from '@wayproof/kernel/people/second-person'
import type { Services } from '../trpc/context.ts'

/** The people who asked for an approval, and whom it is about: none of them may approve it. */
export async function participantsOf(
  { store, keyring }: Pick<Services, 'store' | 'keyring'>,
  { id, kind, subject }: Pick<Approval, 'id' | 'kind' | 'subject'>,
): Promise<readonly Participant[]> {
  const proposer = await store.approvals.proposer(id)
  switch (kind) {
    case 'appointment':
      return [...proposer, ...(await store.appointments.hands(id))]
    case 'second-factor-reset':
      return [...proposer, ...(await store.secondFactors.hands(id))]
    case 'role-loss': {
      const about = (await store.people.list()).find((user) => user.id === subject)
      return about ? [...proposer, { id: about.id, mailbox: mailboxHash(keyring, about.email) }] : proposer
    }
    default:
      return proposer
  }
}
