import type { Account } from '@wayproof/accounts/accounts/account'
import { type Person, USER_ROLES, type UserInvitation } from '@wayproof/accounts/accounts/person'
import type { Appointment } from '@wayproof/accounts/appointments/appointment'
import { fail, type Outcome, ok } from '@wayproof/kernel/outcome'
import type { Locale } from '@wayproof/kernel/people/locale'
import { readUserInvitationToken } from '@wayproof/letters/letter/account-link'
import { z } from 'zod'
import { approversOf } from '../approvals/approvers.ts'
import { colleagues } from '../approvals/colleagues.ts'
import { hashUnlessBusy } from '../passwords/hash-unless-busy.ts'
import { isEasilyGuessed } from '../passwords/password-fault.ts'
import { namesOf } from '../passwords/password-hooks.ts'
import { PASSWORD_LENGTH } from '../sign-in/auth.ts'
import { hasSessionEnded } from '../sign-in/session-limits.ts'
import type { Context, Services } from '../trpc/context.ts'
import { unwrap } from '../trpc/fault-to-trpc.ts'
import { email, line, locale } from '../trpc/input.ts'
import { appointmentProcedure, managerProcedure, publicProcedure, router } from '../trpc/trpc.ts'
import { changeRole } from './change-role.ts'
import { invitePerson } from './invite-person.ts'
import { removePerson } from './lose-role.ts'
import { MANAGER_ROLES } from './manager-roles.ts'
import { tellOfReader } from './tell-of-reader.ts'

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

interface ListedAccount extends Omit<Account, 'sessions'> {
  /** Sessions that have not ended. */
  readonly sessions: number
}

async function listAccounts({ store, clock }: Pick<Services, 'store' | 'clock'>): Promise<readonly ListedAccount[]> {
  const now = clock.now()
  const accounts = await store.people.accounts()
  return accounts.map((account) => ({
    ...account,
    sessions: account.sessions.filter((session) => !hasSessionEnded(session, account.role, now)).length,
  }))
}

interface WaitingAppointment extends Omit<Appointment, 'confirmed'> {
  /** Names of the people who may confirm it. */
  readonly confirmers: readonly string[]
  /** Whether the reader may confirm it. */
  readonly mayConfirm: boolean
}

interface AppointmentsView {
  readonly waiting: readonly WaitingAppointment[]
  /** Confirmed appointments, newest first; only for readers who manage accounts. */
  readonly history: readonly Appointment[]
}

/** Lists open and confirmed appointments: all for managers of accounts; for others, those that they may confirm. */
async function listAppointments(
  services: Pick<Services, 'store' | 'clock' | 'keyring'>,
  reader: Pick<Person, 'id' | 'role'>,
): Promise<AppointmentsView> {
  const { appointments } = services.store
  const allAppointments = await appointments.list(services.clock.now())
  const users = await colleagues(services)
  const waiting = await Promise.all(
    allAppointments
      .filter(({ confirmed }) => confirmed === null)
      .map(async ({ confirmed: _, ...appointment }) => {
        const confirmers = approversOf('officers-or-third', await appointments.hands(appointment.id), users)
        const mayConfirm = confirmers.some(({ id }) => id === reader.id)
        return { ...appointment, confirmers: confirmers.map(({ name }) => name), mayConfirm }
      }),
  )
  if (!MANAGER_ROLES.includes(reader.role))
    return { waiting: waiting.filter(({ mayConfirm }) => mayConfirm), history: [] }
  return { waiting, history: allAppointments.filter(({ confirmed }) => confirmed !== null) }
}

interface AcceptInvitation {
  readonly token: string
  readonly name: string
  /** Used only for the first officer, whose invitation names no address. */
  readonly email?: string | undefined
  readonly password: string
  readonly locale: Locale
}

/**
 * Creates the user with the role of the invitation, marks the invitation as used, and signs the user in.
 * Faults: those of the invitation, `password-too-easy`, and `too-many-calls` if too many passwords are being hashed.
 */
async function acceptInvitation(
  ctx: Context,
  { token, name, email = undefined, password, locale }: AcceptInvitation,
): Promise<Outcome<{ readonly id: string }>> {
  const { store, ids, auth } = ctx
  const invitation = await openInvitation(ctx, { token })
  if (!invitation.ok) return invitation
  const { value } = invitation
  const organisation = namesOf(await store.organisation.get())
  const owner = { name, email: value.email ?? email ?? '', organisation }
  if (await isEasilyGuessed(password, owner)) return fail('password-too-easy')
  const passwordHash = await hashUnlessBusy(auth, password)
  if (passwordHash === null) return fail('too-many-calls')
  const acceptance = { invitationId: value.id, userId: ids.next(), accountId: ids.next() }
  const person = await store.people.accept(
    { ...acceptance, name, email: email ?? null, passwordHash, locale },
    ctx.clock.now(),
  )
  if (!person.ok) return person
  await tellOfReader(ctx, person.value)
  const body = { email: person.value.email, password }
  const { headers } = await auth.api.signInEmail({ body, returnHeaders: true })
  for (const cookie of headers.getSetCookie()) ctx.answer.append('set-cookie', cookie)
  return ok({ id: person.value.id })
}

/**
 * Returns the invitation of a link.
 * Faults: `invitation-unknown`, `invitation-used`, `invitation-expired`.
 */
async function openInvitation(
  { keyring, store, clock }: Pick<Services, 'keyring' | 'store' | 'clock'>,
  { token }: { readonly token: string },
): Promise<Outcome<UserInvitation>> {
  const id = readUserInvitationToken(keyring, token)
  return id === null ? fail('invitation-unknown') : store.people.invitation(id, clock.now())
}
