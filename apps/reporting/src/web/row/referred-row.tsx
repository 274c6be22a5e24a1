import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { RegisterId } from '@wayproof/evidence/register'
import { trpc } from '../api.ts'
import { Verbatim } from '../components/verbatim.tsx'

/** Links the row of another register that a cell refers to. */
export function ReferredRow({ register, id }: { readonly register: RegisterId; readonly id: string }) {
  const row = JSON.stringify([id])
  const { data } = useQuery(trpc.registerRow.show.queryOptions({ register, key: row }))
  const name = data?.row?.cells.name
  return (
    <Link to="/registers/$register" params={{ register }} search={{ row }}>
      <Verbatim>{typeof name === 'string' ? `${id} ${name}` : id}</Verbatim>
    </Link>
  )
}
