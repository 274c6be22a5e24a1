import { firstDay, type Period, startOfDay } from '@wayproof/kernel'
import type { Dialect } from '../engine/query/dialect.ts'
import { keyText } from '../registers/record-sql.ts'
import { registerTables } from '../registers/register-tables.ts'

/**
 * SQL, true if a row was in scope at any time since `@began`, although it may be out of scope now: it leaves a period that
 * has begun only if two people exclude it (docs/decisions/034). `column`: says whether the row is in scope.
 */
export const wasInScope = (
  dialect: Dialect,
  register: 'partners' | 'policy-surfaces',
  column: string,
  table: string,
): string => `EXISTS (SELECT 1 FROM register_change change
    WHERE change.register = '${register}' AND change.key = ${keyText(dialect, registerTables[register], table)}
      AND change.at >= @began AND ${dialect.fromRecord(dialect.jsonField('change.before', column), 'boolean')})`

/** The parameter of `wasInScope`. */
export const scopeParameters = (period: Period, timeZone: string): { readonly began: Date } => ({
  began: new Date(startOfDay(firstDay(period), timeZone)),
})
