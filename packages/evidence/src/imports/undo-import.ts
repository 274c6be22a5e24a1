import type { Dialect } from '@wayproof/database/query/dialect'
import type { Query, Values } from '@wayproof/database/query/query'
import { insertAuditEntry } from '@wayproof/journal/audit-log/rows/insert-audit-entry'
import { fail, type Outcome, ok } from '@wayproof/kernel/outcome'
import type { Changes, UndoCommand, UndoFault } from '../ports.ts'
import type { RegisterId } from '../register.ts'
import { hasKeyOf, keyText, quoted } from '../registers/record-sql.ts'
import { columnsOf } from '../registers/register-columns.ts'
import { registerTables } from '../registers/register-tables.ts'
import { referencesTo } from '../rows/references.ts'

const MOST_KEYS = 20

/**
 * Restores rows that an import changed and deletes those that it added, with statements over all of its rows at once.
 */
export async function undoImport(query: Query, command: UndoCommand): Promise<Outcome<Changes, UndoFault>> {
  const { register, importId, at, by, reason } = command
  const undoable = await checkUndoable(query, register, importId)
  if (!undoable.ok) return undoable
  const touched = await touchedKeys(query, register, importId)
  if (touched.length > 0)
    return { ok: false, fault: { code: 'import-touched', keys: touched.slice(0, MOST_KEYS), total: touched.length } }
  const registers: RegisterId[] = []
  for (const [other, field] of referencesTo(register))
    if (await refersToAdded(query, register, importId, other, field)) registers.push(other)
  if (registers.length > 0) return { ok: false, fault: { code: 'row-referred-to', registers } }
  const stamp = { register, importId, at: new Date(at), by, reason }
  const changed = await restoreChanged(query, register, stamp)
  const added = await deleteAdded(query, register, stamp)
  await query.run(
    'UPDATE import_file SET undone_at = @at, undone_by = @by, undo_reason = @reason WHERE id = @importId',
    stamp,
  )
  await insertAuditEntry(query, { act: 'import-undone', at, subject: register, details: { added, changed } })
  return ok({ added, changed, unchanged: 0 })
}

/** An import that changed nothing cannot be undone, and does not block the undo of an earlier one. */
async function checkUndoable(query: Query, register: RegisterId, id: string): Promise<Outcome<null, UndoFault>> {
  const file = await query.get<{ undone: number | null }>(
    'SELECT undone_at AS undone FROM import_file WHERE id = @id AND register = @register',
    { id, register },
  )
  if (!file) return fail('import-unknown')
  if (file.undone !== null) return fail('import-undone')
  const last = await query.get<{ id: string }>(
    `SELECT id FROM import_file WHERE register = @register AND undone_at IS NULL AND added + changed > 0
     ORDER BY imported_at DESC, number DESC LIMIT 1`,
    { register },
  )
  return last?.id === id ? ok(null) : fail('import-not-last')
}

/** Keys of rows of the import that a user has changed or removed by hand, or attached evidence to, since. */
async function touchedKeys(query: Query, register: RegisterId, importId: string): Promise<string[]> {
  const rows = await query.all<{ key: string }>(
    (dialect) => `SELECT DISTINCT key FROM register_change WHERE register = @register AND before_import_id = @importId
       AND import_id IS NULL AND undone_import_id IS NULL
     UNION
     SELECT a.key FROM evidence_attachment a JOIN "${registerTables[register].table}" t
       ON a.key = ${keyText(dialect, registerTables[register], 't')}
     WHERE a.register = @register AND a.withdrawn_at IS NULL AND t.import_id = @importId
       AND a.attached_at >= (SELECT imported_at FROM import_file WHERE id = @importId)`,
    { register, importId },
  )
  return rows.map(({ key }) => key)
}

/** Condition on `t`: the import added the record and did not change it. */
const added = (dialect: Dialect, register: RegisterId): string => `t.import_id = @importId AND NOT EXISTS (
  SELECT 1 FROM register_change c WHERE c.register = @register AND c.import_id = @importId
    AND c.key = ${keyText(dialect, registerTables[register], 't')})`

async function refersToAdded(
  query: Query,
  register: RegisterId,
  importId: string,
  other: RegisterId,
  field: string,
): Promise<boolean> {
  const { table, key } = registerTables[register]
  const column = columnsOf(other).find((each) => each.field.name === field)?.name
  const referringRow = await query.get(
    (dialect) => `SELECT 1 AS found FROM "${table}" t
     JOIN "${registerTables[other].table}" o ON o."${column}" = t."${key[0]}"
     WHERE ${added(dialect, register)} LIMIT 1`,
    { register, importId },
  )
  return referringRow !== undefined
}

const LOG = `INSERT INTO register_change (register, key, before, after, before_import_id, before_row_number,
  undone_import_id, at, changed_by, reason)`
const STAMP = '@importId, @at, @by, @reason'

async function restoreChanged(query: Query, register: RegisterId, stamp: Values): Promise<number> {
  const { table, key, values, columns } = registerTables[register]
  const changesOf = (dialect: Dialect) => `FROM register_change c
    JOIN "${table}" t ON ${hasKeyOf(dialect, registerTables[register], 't', 'c.key')}
    WHERE c.register = @register AND c.import_id = @importId`
  const changed = await query.run(
    (dialect) => `${LOG} SELECT c.register, c.key, c.after, c.before, t.import_id, t.row_number, ${STAMP}
      ${changesOf(dialect)} ORDER BY c.number`,
    stamp,
  )
  const update = [...values, 'import_id', 'row_number'].map((column) => `"${column}" = excluded."${column}"`)
  await query.run((dialect) => {
    const before = columns.map(({ name, type }) => dialect.fromRecord(dialect.jsonField('c.before', name), type))
    return `INSERT INTO "${table}" (${quoted([...key, ...values, 'import_id', 'row_number'])})
      SELECT ${before.join(', ')}, c.before_import_id, c.before_row_number ${changesOf(dialect)}
      ON CONFLICT (${quoted(key)}) DO UPDATE SET ${update.join(', ')}`
  }, stamp)
  return changed
}

/** After `putBack` only the rows that the import added still have its id. */
async function deleteAdded(query: Query, register: RegisterId, stamp: Values): Promise<number> {
  const { table, columns } = registerTables[register]
  await query.run(
    (dialect) => `${LOG} SELECT @register, ${keyText(dialect, registerTables[register], 't')},
       ${dialect.jsonRecord(columns, 't')}, NULL, t.import_id, t.row_number, ${STAMP}
     FROM "${table}" t WHERE t.import_id = @importId ORDER BY t.row_number`,
    stamp,
  )
  return query.run(`DELETE FROM "${table}" WHERE import_id = @importId`, stamp)
}
