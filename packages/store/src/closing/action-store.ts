import { fail, type Outcome, ok } from '@wayproof/kernel'
import type { ActionOutcome, ActionStore, Remedy, RemedyChange } from '@wayproof/scorecard'
import { addUserAct } from '../audit-log/add-audit-entry.ts'
import { recordOf } from '../engine/prisma/stored-record.ts'
import type { RecordDatabase } from '../engine/record-database.ts'
import { improvementsOn } from '../improvements/improvement-store.ts'

export function actionStore(database: RecordDatabase): ActionStore {
  return {
    actions: async (period) => {
      const records = await database.records()
      const remedies = await records.remedy.findMany({
        where: { period },
        orderBy: [{ decidedAt: 'asc' }, { id: 'asc' }],
      })
      const improvements = await improvementsOn(database, period)
      const outcomes = await records.actionOutcome.findMany({
        where: { actionId: { in: [...improvements, ...remedies].map(({ id }) => id) } },
      })
      const outcomeOf = (action: string): ActionOutcome | null => {
        const found = outcomes.find(({ actionId }) => actionId === action)
        if (!found) return null
        const { actionId: _, ...outcome } = found
        return recordOf<ActionOutcome>(outcome)
      }
      const changes = await records.remedyChange.findMany({
        where: { remedyId: { in: remedies.map(({ id }) => id) } },
        orderBy: { number: 'asc' },
      })
      const changesOf = (remedy: string): RemedyChange[] =>
        changes
          .filter(({ remedyId }) => remedyId === remedy)
          .map(({ remedyId: _, number: __, ...change }) => recordOf<RemedyChange>(change))
      return {
        improvements: improvements.map(({ id, text, owner }) => ({ id, text, owner, outcome: outcomeOf(id) })),
        remedies: remedies.map((remedy) => ({
          ...recordOf<Remedy>(remedy),
          outcome: outcomeOf(remedy.id),
          changes: changesOf(remedy.id),
        })),
      }
    },
    remedy: async (id) => {
      const found = await (await database.records()).remedy.findUnique({ where: { id } })
      return found && recordOf<Remedy>(found)
    },
    changeRemedy: ({ id, seen, at, by, ...text }) =>
      database.transaction(async ({ records }): Promise<Outcome<null>> => {
        const before = await records.remedy.findUnique({ where: { id } })
        if (!before) return fail('action-unknown')
        const { period, note, action, dueOn, effect } = before
        if (await records.periodFreeze.findFirst({ where: { period, outcome: null } })) return fail('already-frozen')
        const count = await records.remedyChange.count({ where: { remedyId: id } })
        if (count !== seen) return fail('remedy-changed')
        const change = { remedyId: id, number: count + 1, note, action, dueOn, effect }
        await records.remedyChange.create({ data: { ...change, changedAt: new Date(at), changedBy: by } })
        await records.remedy.update({ where: { id }, data: text })
        await addUserAct(records, { act: 'remedy-changed', subject: period, details: { goal: before.goal ?? '' } })
        return ok(null)
      }),
    addRemedy: ({ decidedAt, ...remedy }) =>
      database.transaction(async ({ records }) => {
        await records.remedy.create({ data: { ...remedy, decidedAt: new Date(decidedAt) } })
        const { period, goal } = remedy
        await addUserAct(records, { act: 'remedy-decided', subject: period, details: { goal: goal ?? '' } })
      }),
    recordOutcome: (actionId, { recordedAt, ...outcome }) =>
      database.transaction(async ({ records }) => {
        const where = { where: { id: actionId } }
        const found = (await records.improvement.findUnique(where)) ?? (await records.remedy.findUnique(where))
        if (!found) return false
        const update = { ...outcome, recordedAt: new Date(recordedAt) }
        await records.actionOutcome.upsert({ where: { actionId }, create: { actionId, ...update }, update })
        await addUserAct(records, { act: 'outcome-recorded', subject: found.period })
        return true
      }),
  }
}
