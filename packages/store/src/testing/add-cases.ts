import { randomUUID } from 'node:crypto'
import type { CaseKind } from '@wayproof/evidence'
import type { SqliteDatabase } from '../engine/sqlite/sqlite-database.ts'

/** A case with the dates of the register. */
export interface WrittenCase {
  readonly kind: CaseKind
  readonly receivedOn: string
  readonly dueOn: string | null
  readonly answeredOn: string | null
  readonly closedOn: string | null
}

export const addCases = (database: SqliteDatabase, cases: readonly WrittenCase[]) =>
  database.write((sql) => {
    const insert = sql(`INSERT INTO rights_case
      (id, kind, received_on, due_on, status, anonymous, locale, answered_on, closed_on) VALUES (?, ?, ?, ?, 'received', 1, 'en', ?, ?)`)
    for (const { kind, receivedOn, dueOn, answeredOn, closedOn } of cases)
      insert.run(randomUUID(), kind, receivedOn, dueOn, answeredOn, closedOn)
  })
