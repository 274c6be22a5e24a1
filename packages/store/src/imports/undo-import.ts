import { type Changes, type RegisterId, referencesTo, type UndoCommand, type UndoFault } from '@wayproof/evidence'
import { fail, type Outcome, ok } from '@wayproof/kernel'
import type { Sql } from '../engine/sqlite/sql.ts'
import { keySql, recordSql } from '../registers/record-sql.ts'
import { columnsOf } from '../registers/register-columns.ts'
import { registerTables } from '../registers/register-tables.ts'

const KEYS_TOLD = 20

/** Puts back what an import changed and takes away what it added, as statements over all of its rows at once. */
export function undoImport(sql: Sql, command: UndoCommand): Outcome<Changes, UndoFault> {
  const { register, importId, at, by, reason } = command
  const stands = standing(sql, register, importId)
  if (!stands.ok) return stands
  const touched = touchedKeys(sql, register, importId)
  if (touched.length > 0)
    return { ok: false, fault: { code: 'import-touched', keys: touched.slice(0, KEYS_TOLD), total: touched.length } }
  const registers = referencesTo(register).flatMap(([other, field]) =>
    refersToAdded(sql, register, importId, other, field) ? [other] : [],
  )
  if (registers.length > 0) return { ok: false, fault: { code: 'row-referred-to', registers } }
  const changed = putBack(sql, command)
  const added = takeAway(sql, command)
  sql('UPDATE import_file SET undone_at = ?, undone_by = ?, undo_reason = ? WHERE id = ?').run(at, by, reason, importId)
  return ok({ added, changed, unchanged: 0 })
}

/** An import that changed nothing is none to undo, and hides no earlier one. */
function standing(sql: Sql, register: RegisterId, id: string): Outcome<null, UndoFault> {
  const file = sql<{ undone: number | null }>(
    'SELECT undone_at AS undone FROM import_file WHERE id = ? AND register = ?',
  ).get(id, register)
  if (!file) return fail('import-unknown')
  if (file.undone !== null) return fail('import-undone')
  const last = sql<{ id: string }>(
    `SELECT id FROM import_file WHERE register = ? AND undone_at IS NULL AND added + changed > 0
     ORDER BY imported_at DESC, rowid DESC LIMIT 1`,
  ).get(register)
  return last?.id === id ? ok(null) : fail('import-not-last')
}

/** Rows of the import that somebody changed, removed or proved by hand since. */
function touchedKeys(sql: Sql, register: RegisterId, importId: string): string[] {
  const { table, key } = registerTables[register]
  return sql<{ key: string }>(
    `SELECT DISTINCT key FROM register_change WHERE register = @register AND before_import_id = @importId
       AND import_id IS NULL AND undone_import_id IS NULL
     UNION
     SELECT a.key FROM evidence_attachment a JOIN "${table}" t ON a.key = ${keySql(key, 't')}
     WHERE a.register = @register AND a.withdrawn_at IS NULL AND t.import_id = @importId
       AND a.attached_at >= (SELECT imported_at FROM import_file WHERE id = @importId)`,
  )
    .all({ register, importId })
    .map((row) => row.key)
}

/** Records that the import added, not changed, as a condition on `t`. */
const ADDED = (register: RegisterId): string => `t.import_id = @importId AND NOT EXISTS (
  SELECT 1 FROM register_change c WHERE c.register = @register AND c.import_id = @importId
    AND c.key = ${keySql(registerTables[register].key, 't')})`

function refersToAdded(sql: Sql, register: RegisterId, importId: string, other: RegisterId, field: string): boolean {
  const { table, key } = registerTables[register]
  const column = columnsOf(other).find((each) => each.field.name === field)?.name
  const found = sql(
    `SELECT 1 FROM "${table}" t JOIN "${registerTables[other].table}" o ON o."${column}" = t."${key[0]}"
     WHERE ${ADDED(register)} LIMIT 1`,
  ).get({ register, importId })
  return found !== undefined
}

const LOG = `INSERT INTO register_change (register, key, before, after, before_import_id, before_row_number,
  undone_import_id, at, changed_by, reason)`
const STAMP = '@importId, @at, @by, @reason'

function putBack(sql: Sql, command: UndoCommand): number {
  const { table, key, values } = registerTables[command.register]
  const columns = [...key, ...values]
  const byKey = key.map((column, place) => `t."${column}" = json_extract(c.key, '$[${place}]')`).join(' AND ')
  const theirs = 'c.register = @register AND c.import_id = @importId'
  const parameters = { ...command }
  const quoted = [...columns, 'import_id', 'row_number'].map((column) => `"${column}"`)
  const update = [...values, 'import_id', 'row_number'].map((column) => `"${column}" = excluded."${column}"`)
  const { changes } = sql(
    `${LOG} SELECT c.register, c.key, c.after, c.before, t.import_id, t.row_number, ${STAMP}
     FROM register_change c JOIN "${table}" t ON ${byKey} WHERE ${theirs} ORDER BY c.number`,
  ).run(parameters)
  sql(
    `INSERT INTO "${table}" (${quoted.join(', ')})
     SELECT ${columns.map((column) => `json_extract(c.before, '$.${column}')`).join(', ')},
       c.before_import_id, c.before_row_number
     FROM register_change c JOIN "${table}" t ON ${byKey} WHERE ${theirs}
     ON CONFLICT (${key.map((column) => `"${column}"`).join(', ')}) DO UPDATE SET ${update.join(', ')}`,
  ).run(parameters)
  return changes
}

/** After `putBack` only what the import added still bears its name. */
function takeAway(sql: Sql, command: UndoCommand): number {
  const { table, key, values } = registerTables[command.register]
  sql(
    `${LOG} SELECT @register, ${keySql(key, 't')}, ${recordSql([...key, ...values], 't')}, NULL, t.import_id,
       t.row_number, ${STAMP}
     FROM "${table}" t WHERE t.import_id = @importId ORDER BY t.row_number`,
  ).run({ ...command })
  return sql(`DELETE FROM "${table}" WHERE import_id = ?`).run(command.importId).changes
}
