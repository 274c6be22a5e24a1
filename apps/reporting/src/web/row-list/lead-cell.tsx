import { Link } from '@tanstack/react-router'
import type { Field, StoredRow } from '@wayproof/evidence'
import type { RegisterId } from '@wayproof/evidence/register'
import { CellValue } from '../cells/cell-value.tsx'
import { isUnbroken } from '../cells/is-unbroken.ts'
import ui from '../components/components.module.css'

interface LeadCellProps {
  readonly register: RegisterId
  readonly lead: Field
  readonly id: Field | null
  readonly row: StoredRow
}

/** Names a row and links to it; its identifier stands below. */
export function LeadCell({ register, lead, id, row }: LeadCellProps) {
  return (
    <th scope="row" data-whole={isUnbroken(lead)}>
      <Link to="/registers/$register" params={{ register }} search={(current) => ({ ...current, row: row.key })}>
        <CellValue field={lead} cells={row.cells} />
      </Link>
      {id ? (
        <span className={ui.below}>
          <CellValue field={id} cells={row.cells} />
        </span>
      ) : null}
    </th>
  )
}
