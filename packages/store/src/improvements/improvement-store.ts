import { fail, type Instant, type Outcome, ok, type PeriodKey } from '@wayproof/kernel'
import type { ImprovementChoices, NewImprovement } from '@wayproof/scorecard'
import type { Database } from '../engine/database.ts'

/** What the organization changes because of what travelers said about a half-year. */
export interface Improvement extends NewImprovement {
  /** In an invitation that has gone out: it stands. */
  readonly told: boolean
  readonly withdrawn: { readonly at: Instant; readonly by: string } | null
}

export interface ImprovementStore extends ImprovementChoices {
  /** Improvements of a half-year that stand, first chosen first. */
  list(period: PeriodKey): Promise<readonly Improvement[]>
  /** Improvements of a half-year that were withdrawn, the latest first. */
  withdrawn(period: PeriodKey): Promise<readonly Improvement[]>
}

interface ImprovementRow extends NewImprovement {
  readonly textZh: string
  readonly textEn: string
  readonly told: number
  readonly withdrawnAt: Instant | null
  readonly withdrawnBy: string | null
}

const SELECT = `SELECT id, period, text_zh AS textZh, text_en AS textEn, owner, chosen_at AS chosenAt, chosen_by AS chosenBy,
  told_wave_id IS NOT NULL AS told, withdrawn_at AS withdrawnAt, withdrawn_by AS withdrawnBy
  FROM improvement WHERE period = ?`

const INSERT = `INSERT INTO improvement (id, period, text_zh, text_en, owner, chosen_at, chosen_by)
  VALUES (@id, @period, @textZh, @textEn, @owner, @chosenAt, @chosenBy)`

/** Improvements chosen from the feedback on a half-year that stand, first chosen first. */
export const improvementsOn = (database: Database, period: PeriodKey): readonly Improvement[] =>
  database
    .read<ImprovementRow>(`${SELECT} AND withdrawn_at IS NULL ORDER BY chosen_at, id`)
    .all(period)
    .map(improvementOf)

function improvementOf({ textZh, textEn, told, withdrawnAt, withdrawnBy, ...chosen }: ImprovementRow): Improvement {
  const withdrawn = withdrawnAt === null ? null : { at: withdrawnAt, by: withdrawnBy ?? '' }
  return { ...chosen, text: { 'zh-CN': textZh, en: textEn }, told: told === 1, withdrawn }
}

export function improvementStore(database: Database): ImprovementStore {
  return {
    list: async (period) => improvementsOn(database, period),
    withdrawn: async (period) =>
      database
        .read<ImprovementRow>(`${SELECT} AND withdrawn_at IS NOT NULL ORDER BY withdrawn_at DESC, id`)
        .all(period)
        .map(improvementOf),
    periodOf: async (id) =>
      database
        .read<{ period: PeriodKey }>('SELECT period FROM improvement WHERE id = ? AND withdrawn_at IS NULL')
        .get(id)?.period ?? null,
    withdraw: (id, { at, by }) =>
      database.write((sql): Outcome<null> => {
        const taken = sql(`UPDATE improvement SET withdrawn_at = ?, withdrawn_by = ?
          WHERE id = ? AND withdrawn_at IS NULL AND told_wave_id IS NULL`).run(at, by, id)
        if (taken.changes === 1) return ok(null)
        const told = sql('SELECT 1 FROM improvement WHERE id = ? AND withdrawn_at IS NULL').get(id)
        return fail(told ? 'improvement-told' : 'improvement-unknown')
      }),
    choose: ({ text, ...improvement }) =>
      database.write((sql) => void sql(INSERT).run({ ...improvement, textZh: text['zh-CN'], textEn: text.en })),
  }
}
