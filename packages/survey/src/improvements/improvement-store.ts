import type { Improvement as Row } from '@wayproof/database/generated/client'
import type { RecordDatabase } from '@wayproof/database/record-database'
import { addAuditEntry } from '@wayproof/journal/audit-log/add-audit-entry'
import type { PeriodKey } from '@wayproof/kernel/calendar/period'
import type { Instant } from '@wayproof/kernel/clock'
import { fail, type Outcome, ok } from '@wayproof/kernel/outcome'
import type { ImprovementChoices, NewImprovement } from './improvement.ts'

/** An improvement that the organization makes because of the feedback on a half-year. */
export interface Improvement extends NewImprovement {
  /** True if an invitation that was sent mentions it; then it cannot be withdrawn. */
  readonly told: boolean
  readonly withdrawn: { readonly at: Instant; readonly by: string } | null
}

export interface ImprovementStore extends ImprovementChoices {
  /** Improvements of a half-year that are in force, in the order of choice. */
  list(period: PeriodKey): Promise<readonly Improvement[]>
  /** Withdrawn improvements of a half-year, the latest first. */
  withdrawn(period: PeriodKey): Promise<readonly Improvement[]>
}

const STANDING = { withdrawnAt: null } as const

/** Improvements chosen from the feedback on a half-year that are in force, in the order of choice. */
export async function improvementsOn(database: RecordDatabase, period: PeriodKey): Promise<readonly Improvement[]> {
  const { improvement } = await database.records()
  const rows = await improvement.findMany({
    where: { period, ...STANDING },
    orderBy: [{ chosenAt: 'asc' }, { id: 'asc' }],
  })
  return rows.map(improvementOf)
}

function improvementOf({ textZh, textEn, toldWaveId, withdrawnAt, withdrawnBy, ...rest }: Row): Improvement {
  const withdrawn = withdrawnAt && { at: withdrawnAt.getTime(), by: withdrawnBy ?? '' }
  const text = { 'zh-CN': textZh, en: textEn }
  return { ...rest, chosenAt: rest.chosenAt.getTime(), text, told: toldWaveId !== null, withdrawn }
}

export function improvementStore(database: RecordDatabase): ImprovementStore {
  return {
    list: (period) => improvementsOn(database, period),
    withdrawn: async (period) => {
      const { improvement } = await database.records()
      const rows = await improvement.findMany({
        where: { period, withdrawnAt: { not: null } },
        orderBy: [{ withdrawnAt: 'desc' }, { id: 'asc' }],
      })
      return rows.map(improvementOf)
    },
    periodOf: async (id) => {
      const { improvement } = await database.records()
      return (await improvement.findUnique({ where: { id, ...STANDING } }))?.period ?? null
    },
    withdraw: (id, { at, by }) =>
      database.transaction(async ({ records }): Promise<Outcome<null>> => {
        const { improvement } = records
        const row = await improvement.findUnique({ where: { id, ...STANDING } })
        if (!row) return fail('improvement-unknown')
        if (row.toldWaveId !== null) return fail('improvement-told')
        await improvement.update({ where: { id }, data: { withdrawnAt: new Date(at), withdrawnBy: by } })
        await addAuditEntry(records, { act: 'action-withdrawn', at, subject: id, details: { origin: 'feedback' } })
        return ok(null)
      }),
    choose: ({ text, chosenAt, ...chosen }) =>
      database.transaction(async ({ records }) => {
        const data = { ...chosen, chosenAt: new Date(chosenAt), textZh: text['zh-CN'], textEn: text.en }
        await records.improvement.create({ data })
        const details = { origin: 'feedback' }
        await addAuditEntry(records, { act: 'action-added', at: chosenAt, subject: chosen.id, details })
      }),
  }
}
