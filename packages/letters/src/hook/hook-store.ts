import type { Instant } from '@wayproof/kernel/clock'
import type { Id } from '@wayproof/kernel/id'
import type { LastAlert } from '@wayproof/oversight/deadlines/alert'
import type { ClaimedHookMessage, NewHookMessage } from './hook-message.ts'

export interface HookAlert {
  readonly message: NewHookMessage
  readonly alerts: readonly LastAlert[]
}

/** How the newest messages went. */
export interface HookState {
  readonly waiting: number
  readonly acceptedAt: Instant | null
  /** The fault of the newest message; null once it was accepted. */
  readonly fault: string | null
}

export interface HookStore {
  /** False if a message with its key is known. */
  post(message: NewHookMessage, at: Instant): Promise<boolean>
  /** Posts a message together with its alerts, as `AlertStore.alert` does with a letter. */
  alert(compose: (last: readonly LastAlert[]) => HookAlert | null, at: Instant): Promise<boolean>
  /** Claims the oldest due message until `leaseUntil`; null if none is due. */
  claim(now: Instant, leaseUntil: Instant): Promise<ClaimedHookMessage | null>
  /** The message was accepted (`fault` is null) or is given up. */
  end(id: Id, fault: string | null, now: Instant): Promise<void>
  retry(id: Id, fault: string, notBefore: Instant): Promise<void>
  state(): Promise<HookState>
}
