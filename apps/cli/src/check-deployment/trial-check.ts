import type { Instant } from '@wayproof/kernel/clock'
import type { Keyring } from '@wayproof/kernel/secrets/keyring'
import type { Messages } from '@wayproof/messages/en'
import type { BegunTrial } from '@wayproof/survey/trial/begin-trial'
import type { TrialStore } from '@wayproof/survey/trial/trial-store'
import type { CheckConfig } from './check-config.ts'
import type { CheckList } from './check-list.ts'

/** A running check, for the steps about its throw-away wave. */
export interface TrialCheck {
  readonly list: CheckList
  readonly config: CheckConfig
  readonly trials: TrialStore
  readonly trial: BegunTrial
  readonly keyring: Keyring
  /** The mailbox that the operator named. */
  readonly address: string
  readonly checkCode: string
  /** The address in From. */
  readonly sender: string
  readonly now: () => Instant
  /** Limit for each email. */
  readonly waitSeconds: number
  /** Aborted when the person stops the command. */
  readonly stopped: AbortSignal
  /** Asks a person; null where nobody can be asked. */
  readonly ask: (() => Promise<string>) | null
  /** Tells the person at the terminal what is under way. */
  readonly say: (choose: (words: Messages['deploymentCheck']) => string) => void
}

const PAUSE_MS = 500

/** Calls `look` until it returns something other than null, the time for an email is over, or the person stops. */
export async function within<T>(
  { waitSeconds, stopped }: Pick<TrialCheck, 'waitSeconds' | 'stopped'>,
  look: () => Promise<T | null>,
  pauseMs = PAUSE_MS,
): Promise<T | null> {
  const end = performance.now() + waitSeconds * 1000
  for (;;) {
    const result = await look()
    if (result !== null || performance.now() > end || stopped.aborted) return result
    await new Promise((resolve) => setTimeout(resolve, pauseMs))
  }
}
