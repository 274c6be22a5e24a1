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
    const response = await client.session.me.query()
    if (!response.user && queryClient.getQueryData(queryKey)?.user) throw new SessionEnded()
    return response
  },
})

export const useMe = () => useSuspenseQuery(me).data
