import type { Person, UserInvitation, UserRole } from '@wayproof/accounts/accounts/person'
import type { ApprovalWrite } from '@wayproof/accounts/approvals/approval-store'
import type { Id } from '@wayproof/kernel/id'
import { fail, type Outcome } from '@wayproof/kernel/outcome'
import { mailboxHash } from '@wayproof/kernel/people/mailbox'
import type { ApprovalAct } from '../approvals/approval-act.ts'
import { type ApprovalServices, askApproval } from '../approvals/ask-approval.ts'
import type { Services } from '../trpc/context.ts'
import { officeFault } from './office-fault.ts'
import { tellOfReader } from './tell-of-reader.ts'

interface Appointed {
  readonly id: Id
  /** Null before the person joins. */
  readonly userId: Id | null
  readonly name: string
  readonly email: string
  readonly role: UserRole
  readonly roleNow: UserRole | null
}

/** Asks for a second person to appoint an officer or case handler. `write` records the invitation or the proposed role. */
export async function askAppointment(
  services: ApprovalServices,
  actor: Person,
  { id, userId, name, email, role, roleNow }: Appointed,
  write: ApprovalWrite,
): Promise<Outcome<{ readonly id: Id }>> {
  const differences = [
    { field: 'person', before: null, after: name },
    { field: 'role', before: roleNow, after: role },
  ]
  const about = [{ id: userId ?? id, mailbox: mailboxHash(services.keyring, email) }]
  return askApproval(services, actor, { id, kind: 'appointment', subject: id, differences, about }, write)
}

/** Faults `appointment-unknown`, for a change of role also `last-officer` and those of `officeFault`. */
export const appointmentAct: ApprovalAct = {
  approve: async (ctx, { id }, decide) => {
    const { store, clock, user } = ctx
    const account = (await store.people.accounts()).find(({ proposal }) => proposal?.id === id)
    const appointed = account?.proposal ? { ...account, role: account.proposal.role } : null
    // The mailbox may have a role by now that must belong to another person.
    const between = appointed && (await officeFault(ctx, appointed))
    if (between) return fail(between)
    const now = clock.now()
    const outcome = await decide(() => store.appointments.confirm(id, user, now))
    const invitation = (await store.people.invitations(now)).find((candidate) => candidate.id === id)
    if (outcome.ok && invitation) await mailInvitation(ctx, invitation)
    if (outcome.ok && appointed && account?.role === 'administrator') await tellOfReader(ctx, appointed)
    return outcome
  },
}

/** Mails the link of an invitation once. */
export async function mailInvitation(
  { store, clock, timeZone }: Pick<Services, 'store' | 'clock' | 'timeZone'>,
  { id, email, role, locale, expiresAt }: Omit<UserInvitation, 'createdAt' | 'acceptedAt'>,
): Promise<void> {
  if (email === null) return
  const data = { userInvitationId: id, role, until: { at: expiresAt, timeZone } }
  const letter = { kind: 'user-invitation', locale, data } as const
  const recipient = { kind: 'address', id: email } as const
  await store.outbox.post([{ letter, recipient, dedupeKey: `user-invitation:${id}` }], clock.now())
}
