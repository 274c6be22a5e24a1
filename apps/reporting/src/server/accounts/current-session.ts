import type { Id } from '@wayproof/kernel/id'
import type { Context } from '../trpc/context.ts'

/** The session of a request; null if it has none. */
export async function currentSession({ auth, headers }: Pick<Context, 'auth' | 'headers'>): Promise<Id | null> {
  if (!headers.has('cookie')) return null
  return (await auth.api.getSession({ headers }))?.session.id ?? null
}
