import type { Id, Instant } from '@wayproof/kernel'

/** A user whose latest letter bounced or was refused. */
export interface BouncingUser {
  readonly userId: Id
  readonly name: string
  readonly email: string
  readonly state: 'failed' | 'bounced' | 'complained'
  readonly reply: string | null
  readonly at: Instant
}
