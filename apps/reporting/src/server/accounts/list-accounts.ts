import type { Account } from '@wayproof/accounts/accounts/account'
import { hasSessionEnded } from '../sign-in/session-limits.ts'
import type { Services } from '../trpc/context.ts'

export interface ListedAccount extends Omit<Account, 'sessions'> {
  /** Sessions that have not ended. */
  readonly sessions: number
}

export async function listAccounts({
  store,
  clock,
}: Pick<Services, 'store' | 'clock'>): Promise<readonly ListedAccount[]> {
  const now = clock.now()
  const accounts = await store.people.accounts()
  return accounts.map((account) => ({
    ...account,
    sessions: account.sessions.filter((session) => !hasSessionEnded(session, account.role, now)).length,
  }))
}
