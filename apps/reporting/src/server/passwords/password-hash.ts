import { hashPassword, matchesPassword, type PasswordCost } from '@wayproof/accounts/accounts/password-hash'
import type { Tokens } from '@wayproof/kernel/id'
import { verifyPassword } from 'better-auth/crypto'
import { inFlight } from './in-flight.ts'

/** Two at once leave the other threads of the pool to the rest of the app; guesses were counted before. */
const MAX_AT_ONCE = 2
const MAX_WAITING = 50

export interface PasswordHashes {
  /** The hash of a password in the PHC string format. Throws TooBusy. */
  hash(password: string): Promise<string>
  /** Says whether a hash, also of an earlier version, is that of the password. Throws TooBusy. */
  verify(attempt: { readonly hash: string; readonly password: string }): Promise<boolean>
}

/** `cost`: only tests name one. */
export function passwordHashes(tokens: Pick<Tokens, 'bytes'>, cost?: PasswordCost): PasswordHashes {
  const inTurn = inFlight(MAX_AT_ONCE, MAX_WAITING)
  return {
    hash: (password) => inTurn(() => hashPassword(password, tokens, cost)),
    verify: ({ hash, password }) =>
      inTurn(async () => (await matchesPassword(hash, password)) ?? verifyPassword({ hash, password })),
  }
}
