import type { Field } from '@wayproof/evidence'
import { type RegisterId, registers } from '@wayproof/evidence/register'

/** As many columns as a screen has room for beside where a row came from. */
const MOST = 7

/** What a list of rows tells of each: all of a short row, else what every row must say, then what it may; the rest on its own page. */
export function listedFields(register: RegisterId): readonly Field[] {
  const fields: readonly Field[] = registers[register].fields
  if (fields.length <= MOST) return fields
  const short = fields.filter(({ kind }) => kind !== 'list')
  const chosen = [...short.filter(({ required }) => required), ...short.filter(({ required }) => !required)].slice(
    0,
    MOST,
  )
  return fields.filter((field) => chosen.includes(field))
}
