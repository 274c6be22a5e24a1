/** Reasons for a failed sign-in by the provider. The sign-in page has a sentence for each. */
export const PROVIDER_REFUSALS = [
  'denied',
  'not-begun',
  'expired',
  'unreachable',
  'untrusted',
  'refused',
  'too-many',
  'nobody-yet',
  'no-email',
  'no-role',
  'removed',
  'other-person',
  'invited-otherwise',
  'waits',
] as const

export type ProviderRefusal = (typeof PROVIDER_REFUSALS)[number]

export type ProviderNotice = 'waits-with-role' | 'last-officer'

/** The sign-in failed; `reason` is for the log, without tokens, addresses or texts of the provider. */
export class ProviderRefused extends Error {
  constructor(
    readonly refusal: ProviderRefusal,
    readonly reason: string,
  ) {
    super(refusal)
  }
}
