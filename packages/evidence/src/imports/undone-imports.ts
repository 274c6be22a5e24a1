import type { ReadQuery, Statement } from '@wayproof/database/query/query'
import type { PeriodKey } from '@wayproof/kernel/calendar/period'
import type { Instant } from '@wayproof/kernel/clock'
import type { Id } from '@wayproof/kernel/id'

// An undo after a seal comes after the last sealed change in the history, regardless of the clock.
const UNDONE_SINCE: Statement = ({ oneOf }) => `SELECT id, register, file_name AS fileName, undone_at AS at
  FROM import_file WHERE ${oneOf('id', '@files')}
    AND id IN (SELECT undone_import_id FROM register_change WHERE number > @last AND undone_import_id IS NOT NULL)
  ORDER BY undone_at DESC, id`

export const undoneSince = (
  query: ReadQuery,
  { files, lastChange: last }: { readonly files: readonly { readonly id: Id }[]; readonly lastChange: number },
): Promise<readonly UndoneImport[]> => query.all<UndoneImport>(UNDONE_SINCE, { files: files.map(({ id }) => id), last })

const SEALED: Statement = ({ jsonField, jsonItems }) => `SELECT ${jsonField('f.value', 'id')} AS id, s.period
  FROM seal s, ${jsonItems('s.evidence', 'f', 'files')}
  WHERE ${jsonField('f.value', 'register')} = @register AND s.version = (SELECT max(version) FROM seal WHERE period = s.period)
  ORDER BY s.period`

/** For each import of the register, the half-years whose newest seal contains it. */
export async function sealedOn(query: ReadQuery, register: string): Promise<ReadonlyMap<Id, readonly PeriodKey[]>> {
  const periods = new Map<Id, PeriodKey[]>()
  for (const { id, period } of await query.all<{ id: Id; period: PeriodKey }>(SEALED, { register }))
    periods.set(id, [...(periods.get(id) ?? []), period])
  return periods
}

/** An import behind a seal that was undone after the freeze. */
export interface UndoneImport {
  readonly id: Id
  readonly register: string
  readonly fileName: string
  readonly at: Instant
}
