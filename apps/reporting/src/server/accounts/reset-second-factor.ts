import type { Person } from '@wayproof/accounts/accounts/person'
import type { SecondFactorReset } from '@wayproof/accounts/sign-in/second-factor'
import type { Id } from '@wayproof/kernel/id'
import { fail, type Outcome, ok } from '@wayproof/kernel/outcome'
import { mailboxHash } from '@wayproof/kernel/people/mailbox'
import { secondPersonFault } from '@wayproof/kernel/people/second-person'
import type { ApprovalAct } from '../approvals/approval-act.ts'
import { approversOf } from '../approvals/approvers.ts'
import { asOutcome } from '../approvals/as-outcome.ts'
import { askApproval } from '../approvals/ask-approval.ts'
import { colleagues } from '../approvals/colleagues.ts'
import { actingPerson } from '../trpc/acting-person.ts'
import type { Services } from '../trpc/context.ts'

type ResetServices = Pick<Services, 'store' | 'clock' | 'ids' | 'keyring'>

/** Faults: `person-unknown`, `no-second-factor`, `appointment-unconfirmed`, `factor-reset-waits`. */
export async function askFactorReset(
  services: ResetServices,
  { userId, actor }: { readonly userId: Id; readonly actor: Person },
): Promise<Outcome<null>> {
  const { store, clock, ids, keyring } = services
  const user = (await store.people.list()).find(({ id }) => id === userId)
  if (!user) return fail('person-unknown')
  if (!(await store.secondFactors.users()).includes(userId)) return fail('no-second-factor')
  const officer = await actingPerson(services, actor)
  const fault = secondPersonFault(officer)
  if (fault) return fail(fault)
  const reset = {
    id: ids.next(),
    user: { ...user, mailbox: mailboxHash(keyring, user.email) },
    by: officer,
    at: clock.now(),
  }
  const differences = [{ field: 'person', before: null, after: user.name }]
  const approval = { id: reset.id, kind: 'second-factor-reset', subject: userId, differences } as const
  const asked = await askApproval(
    services,
    actor,
    { ...approval, about: [{ id: user.id, mailbox: reset.user.mailbox }] },
    async () => ((await store.secondFactors.askReset(reset)) ? ok(null) : fail('factor-reset-waits')),
  )
  return asked.ok ? ok(null) : asked
}

/** Removes the second factor of the user. */
export const factorResetAct: ApprovalAct = {
  approve: ({ store, user, clock }, { id }, decide) =>
    decide(async () => asOutcome(await store.secondFactors.confirmReset(id, user, clock.now()))),
}

export interface ShownReset extends SecondFactorReset {
  /** Whether the reader may confirm it. */
  readonly mayConfirm: boolean
}

/** Open and confirmed resets, as a reader sees them. */
export async function listFactorResets(
  services: ResetServices,
  reader: Pick<Person, 'id'>,
): Promise<readonly ShownReset[]> {
  const { secondFactors } = services.store
  const users = await colleagues(services)
  const resets = await secondFactors.resets()
  return Promise.all(
    resets.map(async (reset) => {
      const confirmers = reset.confirmed
        ? []
        : approversOf('officers-or-third', await secondFactors.hands(reset.id), users)
      return { ...reset, mayConfirm: confirmers.some(({ id }) => id === reader.id) }
    }),
  )
}
