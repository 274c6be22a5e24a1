import { fail, type Outcome, ok } from '@wayproof/kernel/outcome'
import type { Locale } from '@wayproof/kernel/people/locale'
import { hashUnlessBusy } from '../passwords/hash-unless-busy.ts'
import { isEasilyGuessed } from '../passwords/password-fault.ts'
import { namesOf } from '../passwords/password-hooks.ts'
import type { Context } from '../trpc/context.ts'
import { openInvitation } from './open-invitation.ts'
import { tellOfReader } from './tell-of-reader.ts'

export interface AcceptInvitation {
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
export async function acceptInvitation(
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
