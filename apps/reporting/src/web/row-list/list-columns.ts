import type { Field } from '@wayproof/evidence/import/field'
import type { RegisterId } from '@wayproof/evidence/register'
import { hasStates } from '@wayproof/evidence/rows/row-state'
import { dueField } from '@wayproof/evidence/rows/row-view'
import type { Messages } from '@wayproof/messages/en'

/** A column after the first: a field, or what is computed from the row. */
export interface ListColumn {
  readonly id: string
  readonly field: Field | null
}

/** The columns of a register that can be shown. Incidents have the deadline of their next notice. */
export const listColumns = (register: RegisterId, choices: readonly Field[]): readonly ListColumn[] => [
  ...(hasStates(register) ? [{ id: 'row-state', field: null }] : []),
  ...(register === 'incidents' ? [{ id: 'notice-due', field: null }] : []),
  ...choices.map((field) => ({ id: field.name, field })),
  { id: 'source', field: null },
]

const MOST_COMPACT = 3

/** The columns that a phone shows: how a row stands and when it is due, then its first fields. */
export function compactColumns(register: RegisterId, columns: readonly ListColumn[]): readonly ListColumn[] {
  const due = dueField(register)
  const fields = columns.filter(({ id }) => id !== 'source')
  const first = fields.filter(({ id, field }) => !field || id === due)
  return [...first, ...fields.filter((column) => !first.includes(column))].slice(0, MOST_COMPACT)
}

/** The heading of a computed column. */
export const headOf = ({ id }: ListColumn, text: Messages['reporting']['rows']): string =>
  id === 'row-state' ? text.state : text.due
