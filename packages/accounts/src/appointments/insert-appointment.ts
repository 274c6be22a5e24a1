import type { Prisma } from '@wayproof/database/generated/client'
import type { Instant } from '@wayproof/kernel/clock'
import type { Id } from '@wayproof/kernel/id'
import type { UserRole } from '../accounts/person.ts'
import type { NewAppointment } from './appointment.ts'

interface Appointed {
  /** The id of the invitation, if there is one. */
  readonly id: Id
  readonly role: UserRole
  /** Absent until an invited person accepts. */
  readonly user?: { readonly id: Id; readonly name: string }
}

/** Adds, inside a transaction, an appointment that waits for a second person. */
export async function insertAppointment(
  { appointment }: Prisma.TransactionClient,
  { id, role, user }: Appointed,
  { mailbox, by }: NewAppointment,
  at: Instant,
): Promise<void> {
  const appointed = { appointedById: by.id, appointedBy: by.name, appointedMailbox: new Uint8Array(by.mailbox) }
  const person = { userId: user?.id ?? null, name: user?.name ?? null, mailbox: new Uint8Array(mailbox) }
  await appointment.create({ data: { id, role, ...person, ...appointed, appointedAt: new Date(at) } })
}
