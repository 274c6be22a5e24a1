import { USER_ROLES } from '@wayproof/accounts/accounts/person'
import { z } from 'zod'
import { PASSWORD_LENGTH } from '../sign-in/auth.ts'
import { unwrap } from '../trpc/fault-to-trpc.ts'
import { email, line, locale } from '../trpc/input.ts'
import { appointmentProcedure, managerProcedure, publicProcedure, router } from '../trpc/trpc.ts'
import { acceptInvitation } from './accept-invitation.ts'
import { changeRole } from './change-role.ts'
import { invitePerson } from './invite-person.ts'
import { listAccounts } from './list-accounts.ts'
import { listAppointments } from './list-appointments.ts'
import { removePerson } from './lose-role.ts'
import { openInvitation } from './open-invitation.ts'

const token = z.string().max(100)
/** `replaces`: the open invitation of this address that the inviter has seen. */
const invitation = z.strictObject({ email, role: z.enum(USER_ROLES), locale, replaces: z.uuid().optional() })
const password = z.string().min(PASSWORD_LENGTH.minimum).max(PASSWORD_LENGTH.maximum)
const acceptance = z.strictObject({ token, name: line(100), email: email.optional(), password, locale })
const idInput = z.strictObject({ id: z.uuid() })
const LOG_ENTRIES = 200
const newRole = z.strictObject({ id: z.uuid(), role: z.enum(USER_ROLES) })

export const peopleRouter = router({
  list: managerProcedure.query(({ ctx }) => listAccounts(ctx)),

  /** Changes of accounts, newest first. */
  log: managerProcedure.query(({ ctx }) => ctx.store.people.log(LOG_ENTRIES)),

  /** Invitations that no one has accepted yet. */
  invitations: managerProcedure.query(({ ctx }) => ctx.store.people.invitations(ctx.clock.now())),

  invite: managerProcedure
    .input(invitation)
    .mutation(async ({ ctx, input }) => unwrap(await invitePerson(ctx, { ...input, actor: ctx.user }))),

  /** Removes an account or an invitation; another person approves that an officer is removed. `waits` says which. */
  revoke: managerProcedure
    .input(idInput)
    .mutation(async ({ ctx, input }) => unwrap(await removePerson(ctx, { ...input, actor: ctx.user }))),

  /** Changes a role at once, or proposes it if two people appoint. */
  changeRole: managerProcedure
    .input(newRole)
    .mutation(async ({ ctx, input }) => unwrap(await changeRole(ctx, { ...input, actor: ctx.user }))),

  endSessions: managerProcedure
    .input(idInput)
    .mutation(async ({ ctx, input }) => unwrap(await ctx.store.people.endSessions(input.id))),

  /** Appointments that wait for another person, and confirmed ones. */
  appointments: appointmentProcedure.query(({ ctx }) => listAppointments(ctx, ctx.user)),

  /** The invitation of a link. Reading does not use it up. */
  invitation: publicProcedure.input(z.strictObject({ token })).query(async ({ ctx, input }) => {
    const { role, email, locale } = unwrap(await openInvitation(ctx, input))
    return { role, email, locale }
  }),

  accept: publicProcedure
    .input(acceptance)
    .mutation(async ({ ctx, input }) => unwrap(await acceptInvitation(ctx, input))),
})
