import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { trpc, type User } from '../api.ts'
import { useReader } from '../cells/use-reader.ts'
import { useMe } from '../me.ts'
import { rowOpening } from '../row/row-opening.ts'
import type { Entry } from './entry.ts'

/** Shorter texts are found in too many records. */
const SHORTEST = 2
const PAUSE_MILLISECONDS = 200

interface FoundRecords {
  readonly entries: readonly Entry[]
  /** The records of the typed text are not there yet. */
  readonly isSearching: boolean
  readonly hasFailed: boolean
}

/** The records that contain the typed text, asked for after a pause in typing. */
export function useRecords(query: string, { role }: User): FoundRecords {
  const reader = useReader()
  const { words } = reader
  const { today } = useMe()
  const typed = query.trim()
  const [find] = useDebouncedValue(typed, PAUSE_MILLISECONDS)
  const canSearch = role !== 'administrator'
  const { data, isFetching, isError } = useQuery({
    ...trpc.registerRow.search.queryOptions({ find }),
    enabled: canSearch && find.length >= SHORTEST,
  })
  const isCurrent = find === typed
  const records = isCurrent && find.length >= SHORTEST ? (data ?? []) : []
  const entries = records.map(({ register, key, cells }): Entry => {
    const { title } = rowOpening(register, cells, { ...reader, today })
    const link = { to: '/registers/$register', params: { register }, search: { row: key } } as const
    const context = words.registers.names[register]
    return { id: `${register} ${key}`, group: 'records', text: title, context, isVerbatim: true, link }
  })
  const isWaiting = canSearch && typed.length >= SHORTEST && (!isCurrent || isFetching)
  return { entries, isSearching: isWaiting, hasFailed: isError && isCurrent }
}
