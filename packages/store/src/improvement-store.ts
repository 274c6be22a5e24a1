import type { Id, Instant, PeriodKey } from '@wayproof/kernel'
import type { Database } from './sqlite/database.ts'

/** What the organisation changes because of what travelers said about a half-year. */
export interface Improvement {
  readonly id: Id
  readonly period: PeriodKey
  readonly text: string
  /** Who carries it out. */
  readonly owner: string
  readonly chosenAt: Instant
  /** Name of the officer who chose it. */
  readonly chosenBy: string
}

export interface ImprovementStore {
  /** Those of a half-year, first chosen first. */
  list(period: PeriodKey): Promise<readonly Improvement[]>
  choose(improvement: Improvement): Promise<void>
}

const SELECT = `SELECT id, period, text, owner, chosen_at AS chosenAt, chosen_by AS chosenBy
  FROM improvement WHERE period = ? ORDER BY chosen_at, id`

const INSERT = `INSERT INTO improvement (id, period, text, owner, chosen_at, chosen_by)
  VALUES (@id, @period, @text, @owner, @chosenAt, @chosenBy)`

export function improvementStore(database: Database): ImprovementStore {
  return {
    list: async (period) => database.read<Improvement>(SELECT).all(period),
    choose: (improvement) => database.write((sql) => void sql(INSERT).run({ ...improvement })),
  }
}
