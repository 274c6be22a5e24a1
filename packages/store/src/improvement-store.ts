import type { Id, Instant, LocalText, PeriodKey } from '@wayproof/kernel'
import type { Database } from './sqlite/database.ts'

/** What the organisation changes because of what travelers said about a half-year. */
export interface Improvement {
  readonly id: Id
  readonly period: PeriodKey
  readonly text: LocalText
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

interface ImprovementRow extends Omit<Improvement, 'text'> {
  readonly textZh: string
  readonly textEn: string
}

const SELECT = `SELECT id, period, text_zh AS textZh, text_en AS textEn, owner, chosen_at AS chosenAt, chosen_by AS chosenBy
  FROM improvement WHERE period = ? ORDER BY chosen_at, id`

const INSERT = `INSERT INTO improvement (id, period, text_zh, text_en, owner, chosen_at, chosen_by)
  VALUES (@id, @period, @textZh, @textEn, @owner, @chosenAt, @chosenBy)`

/** Those chosen from the feedback on a half-year, first chosen first. */
export const improvementsOn = (database: Database, period: PeriodKey): readonly Improvement[] =>
  database
    .read<ImprovementRow>(SELECT)
    .all(period)
    .map(({ textZh, textEn, ...improvement }) => ({ ...improvement, text: { 'zh-CN': textZh, en: textEn } }))

export function improvementStore(database: Database): ImprovementStore {
  return {
    list: async (period) => improvementsOn(database, period),
    choose: ({ text, ...improvement }) =>
      database.write((sql) => void sql(INSERT).run({ ...improvement, textZh: text['zh-CN'], textEn: text.en })),
  }
}
