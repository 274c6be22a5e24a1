import type { UserRole } from '@wayproof/accounts/accounts/person'
import type { ProviderIdentity } from '@wayproof/accounts/provider-accounts/provider-account'
import type { Locale } from '@wayproof/kernel/people/locale'
import type { ProviderSettings } from '../../provider-config.ts'
import { email, line } from '../trpc/input.ts'
import type { ProviderClaims } from './provider-client.ts'

/** A person whom the provider has signed in. */
export interface SignedInPerson {
  readonly identity: ProviderIdentity
  /** Null if the provider has not verified the address, or names none. */
  readonly email: string | null
  readonly name: string
  /** Null if no value of the claim gives a role. */
  readonly role: UserRole | null
  /** Whether the provider says that it asked for a second factor. */
  readonly secondFactor: boolean
  /** Language of the page where the sign-in began. */
  readonly locale: Locale
}

const texts = (claim: unknown): readonly string[] =>
  (Array.isArray(claim) ? claim : [claim]).filter((value): value is string => typeof value === 'string')

export function signedInPerson(
  { issuer, roleClaim, roles, secondFactor }: ProviderSettings,
  { token, allClaims }: ProviderClaims,
  locale: Locale,
): SignedInPerson {
  const address = allClaims.email_verified === true ? email.safeParse(allClaims.email).data : undefined
  const name = [allClaims.name, allClaims.preferred_username, address].map((claim) => line(100).safeParse(claim).data)
  const values = texts(allClaims[roleClaim])
  return {
    identity: { issuer, subject: String(token.sub) },
    email: address ?? null,
    name: name.find((candidate) => candidate !== undefined) ?? '?',
    role: roles.find(({ value }) => values.includes(value))?.role ?? null,
    // Signed claims only.
    secondFactor: [...texts(token.amr), ...texts(token.acr)].some((value) => secondFactor.includes(value)),
    locale,
  }
}
