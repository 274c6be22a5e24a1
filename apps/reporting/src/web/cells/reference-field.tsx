import { TextInput } from '@mantine/core'
import { useQueries } from '@tanstack/react-query'
import type { RegisterId } from '@wayproof/evidence/register'
import { keyFields } from '@wayproof/evidence/rows/key-fields'
import type { Cells } from '@wayproof/evidence/rows/ports'
import { type ReactNode, type Ref, useDeferredValue, useId } from 'react'
import { trpc } from '../api.ts'
import { Verbatim } from '../components/verbatim.tsx'

interface ReferenceFieldProps {
  readonly ref: Ref<HTMLInputElement>
  readonly label: string
  readonly error: string | null
  readonly description: ReactNode
  /** The registers that the value may refer to. */
  readonly targets: readonly RegisterId[]
  readonly value: string
  readonly onChange: (value: string) => void
}

/** Picks a row of another register by its identifier or its name. */
export function ReferenceField({ targets, value, onChange, description, ...input }: ReferenceFieldProps) {
  const id = useId()
  const find = useDeferredValue(value).trim().slice(0, 100)
  const pages = useQueries({
    queries: targets.map((register) => ({
      ...trpc.registerRow.page.queryOptions({ register, find, page: 1 }),
      staleTime: 30_000,
    })),
  })
  const options = pages.flatMap(({ data }, place) => {
    const target = targets[place]
    if (data?.kind !== 'rows' || !target) return []
    return data.rows.map(({ cells }) => ({ id: String(cells[keyFields(target)[0] ?? '']), name: nameOf(cells) }))
  })
  const chosen = options.find((option) => option.id === value)
  return (
    <>
      <TextInput
        {...input}
        value={value}
        description={chosen?.name ? <Verbatim>{chosen.name}</Verbatim> : description}
        list={id}
        autoComplete="off"
        translate="no"
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
      />
      <datalist id={id}>
        {options.map((option) => (
          <option key={option.id} value={option.id} label={option.name ?? undefined} />
        ))}
      </datalist>
    </>
  )
}

const nameOf = ({ name, title, kind }: Cells): string | null =>
  [name, title, kind].find((cell): cell is string => typeof cell === 'string') ?? null
