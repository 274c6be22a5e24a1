import { recordOf } from '@wayproof/database/prisma/stored-record'
import type { RecordDatabase } from '@wayproof/database/record-database'
import { addAuditEntry } from '@wayproof/journal/audit-log/add-audit-entry'
import { fail, type Outcome, ok } from '@wayproof/kernel/outcome'
import { fixedHalfYears } from '@wayproof/oversight/actions/action-list-store'
import type { DecisionStore, ExecutiveDecision, FixedFault } from './executive-decision.ts'

/** Decisions of executives on what summaries ask for. */
export function decisionStore(database: RecordDatabase): DecisionStore {
  return {
    list: async (period) => {
      const { executiveDecision } = await database.records()
      const taken = await executiveDecision.findMany({
        where: { period },
        orderBy: [{ decidedAt: 'asc' }, { userId: 'asc' }],
      })
      return taken.map(recordOf<ExecutiveDecision>)
    },
    isFixed: async (period) => (await fixedHalfYears(await database.records())).has(period),
    save: ({ decidedAt: at, ...decision }) =>
      database.transaction(async ({ records }): Promise<Outcome<null, FixedFault>> => {
        const { period, goal, userId, choice } = decision
        const fixed = (await fixedHalfYears(records)).get(period)
        if (fixed) return fail(fixed)
        const row = { ...decision, decidedAt: new Date(at) }
        const where = { period_goal_userId: { period, goal, userId } }
        await records.executiveDecision.upsert({ where, create: row, update: row })
        await addAuditEntry(records, { act: 'executive-decided', at, subject: period, details: { goal, choice } })
        return ok(null)
      }),
  }
}
