/** Somebody whom the provider signs in, with what it says of them. */
export interface ProviderPerson {
  readonly email: string
  readonly name: string
  readonly emailVerified: boolean
  readonly groups: readonly string[]
  /** How the person proved to be who they are, as in RFC 8176. */
  readonly amr: readonly string[]
}
