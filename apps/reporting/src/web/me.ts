import { queryOptions, useSuspenseQuery } from '@tanstack/react-query'
import { client, queryClient, trpc } from './api.ts'
import { SessionEnded } from './session-ended.ts'

const queryKey = trpc.session.me.queryKey()

/**
 * Who is signed in, and where. That nobody is any more is a fault where somebody was: the page they have open, and what
 * they type there, stays.
 */
export const me = queryOptions({
  queryKey,
  queryFn: async () => {
    const found = await client.session.me.query()
    if (!found.user && queryClient.getQueryData(queryKey)?.user) throw new SessionEnded()
    return found
  },
})

export const useMe = () => useSuspenseQuery(me).data
