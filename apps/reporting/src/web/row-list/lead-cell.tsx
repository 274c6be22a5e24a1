import { Link } from '@tanstack/react-router'
import type { Field } from '@wayproof/evidence/import/field'
import type { RegisterId } from '@wayproof/evidence/register'
import type { StoredRow } from '@wayproof/evidence/rows/ports'
import { CellValue } from '../cells/cell-value.tsx'
import { isUnbroken } from '../cells/is-unbroken.ts'
import ui from '../components/components.module.css'
import { isPlainClick, type RowOpening } from '../row-drawer/row-click.ts'
import { FieldCell } from './field-cell.tsx'

interface LeadCellProps {
  readonly register: RegisterId
  readonly lead: Field
  readonly id: Field | null
  readonly row: StoredRow
  readonly partnerNames: Readonly<Record<string, string>>
  readonly drawer: RowOpening | null
}

/** Names a row and links to it; its identifier stands below. */
export function LeadCell({ register, lead, id, row, partnerNames, drawer }: LeadCellProps) {
  return (
    <th scope="row" data-whole={isUnbroken(lead)}>
      <Link
        to="/registers/$register"
        params={{ register }}
        search={({ open: _, ...current }) => ({ ...current, row: row.key })}
        data-row={row.key}
        data-steps
        aria-current={drawer?.openKey === row.key ? 'true' : undefined}
        onClick={(event) => {
          if (!drawer || !isPlainClick(event)) return
          event.preventDefault()
          drawer.onOpen(row.key)
        }}
      >
        <FieldCell register={register} field={lead} cells={row.cells} partnerNames={partnerNames} />
      </Link>
      {id ? (
        <span className={ui.below}>
          <CellValue field={id} cells={row.cells} />
        </span>
      ) : null}
    </th>
  )
}
