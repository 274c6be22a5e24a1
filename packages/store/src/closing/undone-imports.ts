import type { Id, PeriodKey } from '@wayproof/kernel'
import type { Evidence, UndoneImport } from '@wayproof/scorecard'
import type { ReadSql } from '../engine/sqlite/sql.ts'

// What was undone later stands in the history after the last sealed change, whatever a clock says.
const UNDONE_SINCE = `SELECT id, register, file_name AS fileName, undone_at AS at FROM import_file
  WHERE id IN (SELECT value FROM json_each(@files))
    AND id IN (SELECT undone_import_id FROM register_change WHERE number > @last AND undone_import_id IS NOT NULL)
  ORDER BY undone_at DESC, id`

export const undoneSince = (
  read: ReadSql,
  { files, lastChange: last }: Pick<Evidence, 'files' | 'lastChange'>,
): readonly UndoneImport[] =>
  read<UndoneImport>(UNDONE_SINCE).all({ files: JSON.stringify(files.map(({ id }) => id)), last })

const SEALED = `SELECT f.value ->> 'id' AS id, s.period FROM seal s, json_each(s.evidence, '$.files') f
  WHERE f.value ->> 'register' = ? AND s.version = (SELECT max(version) FROM seal WHERE period = s.period)
  ORDER BY s.period`

/** Half-years whose newest seal rests on an import of the register, by import. */
export function sealedOn(read: ReadSql, register: string): ReadonlyMap<Id, readonly PeriodKey[]> {
  const periods = new Map<Id, PeriodKey[]>()
  for (const { id, period } of read<{ id: Id; period: PeriodKey }>(SEALED).all(register))
    periods.set(id, [...(periods.get(id) ?? []), period])
  return periods
}
