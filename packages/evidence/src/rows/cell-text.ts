import type { Instant } from '@wayproof/kernel/clock'
import type { Cell, Field } from '../import/field.ts'

/** Formats a cell for the plain import profile: empty for null, `yes` and `no`, lists with `|`, moments in UTC. */
export function cellText({ kind }: Field, cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell === 'boolean') return cell ? 'yes' : 'no'
  if (typeof cell === 'number') return kind === 'instant' ? instantText(cell) : numberText(cell)
  return typeof cell === 'string' ? cell : cell.join('|')
}

const instantText = (instant: Instant): string => new Date(instant).toISOString().replace('.000Z', 'Z')

/** Never writes an exponent (`1e-7`), which the reader refuses. */
const numberText = (value: number): string =>
  Number.isInteger(value) ? String(value) : value.toFixed(9).replace(/\.?0+$/, '')
