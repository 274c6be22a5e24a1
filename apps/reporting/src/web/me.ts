import { queryOptions, useSuspenseQuery } from '@tanstack/react-query'
import { client, queryClient, trpc } from './api.ts'
import { SessionEnded } from './session-ended.ts'

const queryKey = trpc.session.me.queryKey()

/**
 * The signed-in user and the organization. A session that ends later is an error, so the open page and its typed text
 * stay.
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
