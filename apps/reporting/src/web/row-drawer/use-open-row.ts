import { getRouteApi, useNavigate } from '@tanstack/react-router'
import type { RegisterId } from '@wayproof/evidence/register'
import { type client, queryClient, trpc } from '../api.ts'
import { openKey, openName } from './open-row.ts'
import type { RowOpening } from './row-click.ts'
import { type ListPage, stepFrom } from './row-place.ts'
import { useDrawerRoom } from './use-room-beside.ts'

type RowsQuery = Parameters<typeof client.registerRow.page.query>[0]

const route = getRouteApi('/inside/registers/$register')

/** The row of the address that stands in the drawer. Back closes the drawer: a step replaces the address. */
export function useOpenRow(register: RegisterId) {
  const { open } = route.useSearch()
  const navigate = useNavigate()
  const hasRoom = useDrawerRoom(open !== undefined)
  const openRow = open !== undefined && hasRoom ? openKey(open) : null
  const show = (key: string, to: { readonly page?: number; readonly replace: boolean }) =>
    void navigate({
      to: '/registers/$register',
      params: { register },
      search: (current) => ({ ...current, open: openName(key), ...(to.page ? { page: to.page } : {}) }),
      replace: to.replace,
      resetScroll: false,
    })
  const close = () =>
    void navigate({
      to: '/registers/$register',
      params: { register },
      search: ({ open: _, ...current }) => current,
      resetScroll: false,
    })
  async function step(list: ListPage, query: RowsQuery, by: 1 | -1) {
    const next = openRow === null ? null : stepFrom(list, openRow, by)
    if (!next) return
    if ('key' in next) return show(next.key, { replace: true })
    const { page } = next
    const data = await queryClient.fetchQuery(trpc.registerRow.page.queryOptions({ ...query, page }))
    const row = data.kind === 'rows' ? data.rows.at(by > 0 ? 0 : -1) : undefined
    if (row) show(row.key, { page, replace: true })
  }
  const drawer: RowOpening | null = hasRoom
    ? { openKey: openRow, onOpen: (key) => show(key, { replace: openRow !== null }) }
    : null
  return { openRow, drawer, close, step }
}
