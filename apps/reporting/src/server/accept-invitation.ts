import { type Locale, type Outcome, ok } from '@wayproof/kernel'
import type { Context } from './context.ts'
import { openInvitation } from './open-invitation.ts'

export interface AcceptInvitation {
  readonly token: string
  readonly name: string
  /** Only for the first officer, whose invitation names no address. */
  readonly email?: string | undefined
  readonly password: string
  readonly locale: Locale
}

/** Makes the user with the role of the invitation, which is spent in the same moment, and signs in. */
export async function acceptInvitation(
  ctx: Context,
  { token, name, email = undefined, password, locale }: AcceptInvitation,
): Promise<Outcome<{ readonly id: string }>> {
  const { store, ids, auth } = ctx
  const invitation = await openInvitation(ctx, { token })
  if (!invitation.ok) return invitation
  const passwordHash = await (await auth.$context).password.hash(password)
  const acceptance = { invitationId: invitation.value.id, userId: ids.next(), accountId: ids.next() }
  const person = await store.people.accept(
    { ...acceptance, name, email: email ?? null, passwordHash, locale },
    ctx.clock.now(),
  )
  if (!person.ok) return person
  const body = { email: person.value.email, password }
  const { headers } = await auth.api.signInEmail({ body, returnHeaders: true })
  for (const cookie of headers.getSetCookie()) ctx.answer.append('set-cookie', cookie)
  return ok({ id: person.value.id })
}
