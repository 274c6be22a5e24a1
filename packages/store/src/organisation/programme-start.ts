import { type CalendarDate, fail, type Instant, type Outcome, ok } from '@wayproof/kernel'
import type { Database } from '../engine/database.ts'

/** A correction of the first day of the program. */
export interface StartChange {
  readonly from: CalendarDate
  readonly to: CalendarDate
  readonly reason: string
  readonly changedAt: Instant
  readonly changedBy: string
}

export interface StartCorrection {
  readonly to: CalendarDate
  readonly reason: string
  readonly at: Instant
  /** Name of the officer. */
  readonly by: string
}

/** Why the first day can no longer be corrected. */
export type FixedStart = 'programme-start-sealed' | 'programme-start-frozen'

/** The first day of the program, which can be corrected until a half-year is frozen or sealed. */
export interface ProgrammeStartStore {
  /** Newest first. */
  changes(): Promise<readonly StartChange[]>
  /** Null while it can be corrected. */
  whyFixed(): Promise<FixedStart | null>
  /** Faults `organisation-unknown`, `programme-start-same`, and those of `FixedStart`. */
  correct(correction: StartCorrection): Promise<Outcome<null>>
}

const CHANGES = `SELECT from_day AS "from", to_day AS "to", reason, changed_at AS changedAt, changed_by AS changedBy
  FROM programme_start_change ORDER BY number DESC`

const FIXED = `SELECT EXISTS (SELECT 1 FROM seal) AS sealed, EXISTS (SELECT 1 FROM period_freeze WHERE outcome IS NULL) AS frozen`

const KEEP = `INSERT INTO programme_start_change (number, from_day, to_day, reason, changed_at, changed_by)
  SELECT 1 + (SELECT count(*) FROM programme_start_change), programme_start, @to, @reason, @at, @by FROM organisation`

interface FixedRow {
  readonly sealed: number
  readonly frozen: number
}

const fixedBy = (row: FixedRow | undefined): FixedStart | null =>
  row?.sealed ? 'programme-start-sealed' : row?.frozen ? 'programme-start-frozen' : null

export function programmeStartStore(database: Database): ProgrammeStartStore {
  return {
    changes: async () => database.read<StartChange>(CHANGES).all(),
    whyFixed: async () => fixedBy(database.read<FixedRow>(FIXED).get()),
    correct: ({ to, reason, at, by }) =>
      database.write((sql): Outcome<null> => {
        const known = sql<{ start: CalendarDate }>('SELECT programme_start AS start FROM organisation').get()
        if (!known) return fail('organisation-unknown')
        const fixed = fixedBy(sql<FixedRow>(FIXED).get())
        if (fixed) return fail(fixed)
        if (known.start === to) return fail('programme-start-same')
        sql(KEEP).run({ to, reason, at, by })
        sql('UPDATE organisation SET programme_start = ?').run(to)
        return ok(null)
      }),
  }
}
