import type { Instant } from '@wayproof/kernel/clock'
import type { Id } from '@wayproof/kernel/id'

/** A user whose latest letter bounced or was refused. */
export interface BouncingUser {
  readonly userId: Id
  readonly name: string
  readonly email: string
  readonly state: 'failed' | 'bounced' | 'complained'
  readonly reply: string | null
  readonly at: Instant
}
