import { queryOptions, useSuspenseQuery } from '@tanstack/react-query'
import { client, queryClient, trpc } from './api.ts'
import { SessionEnded } from './session-ended.ts'

const queryKey = trpc.session.me.queryKey()

/**
 * The user who is signed in, and where. A session that has ended is a fault where there was one: the open page, and what is
 * typed there, stays.
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
