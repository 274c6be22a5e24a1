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
    const before = queryClient.getQueryData(queryKey)?.user
    if (!response.user && before) throw new SessionEnded()
    // Nothing that the former account or role loaded or typed may stay.
    if (before && (before.id !== response.user?.id || before.role !== response.user.role)) window.location.reload()
    return response
  },
  // Somebody may have signed in in another tab.
  refetchOnWindowFocus: 'always',
})

export const useMe = () => useSuspenseQuery(me).data
