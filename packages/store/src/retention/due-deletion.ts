import { addDays, type CalendarDate, type Instant } from '@wayproof/kernel'
import type { Query } from '../engine/query/query.ts'
import type { Sql } from '../engine/sqlite/sql.ts'
import type { Removed } from './deletion-proof.ts'
import { RETENTION_DAYS, type RetentionRule } from './retention-days.ts'

/** What a rule counts back from. */
export interface Today {
  readonly now: Instant
  readonly day: CalendarDate
}

/** Deletes some of what is due under a rule, few enough that the lock is held for milliseconds. None: it is done. */
export interface DueDeletion {
  readonly rule: RetentionRule
  readonly remove: (sql: Sql & Query, today: Today) => Removed | Promise<Removed>
}

/** Rows at a time. */
export const CHUNK = 500

export const dayBefore = ({ day }: Today, rule: RetentionRule): CalendarDate => addDays(day, -RETENTION_DAYS[rule])
