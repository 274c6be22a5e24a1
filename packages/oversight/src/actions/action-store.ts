import type { Prisma } from '@wayproof/database/generated/client'
import { recordOf } from '@wayproof/database/prisma/stored-record'
import type { QueryDatabase } from '@wayproof/database/query/query-database'
import { addAuditEntry } from '@wayproof/journal/audit-log/add-audit-entry'
import type { PeriodKey } from '@wayproof/kernel/calendar/period'
import { fail, type Outcome, ok } from '@wayproof/kernel/outcome'
import type { ActionStore } from '@wayproof/scorecard/closing/ports'
import type { ActionOutcome, AgreedAction, Remedy, RemedyChange } from '@wayproof/scorecard/closing/remedies/remedy'
import { improvementsOn } from '@wayproof/survey/improvements/improvement-store'
import { countClosedActions } from '../meetings/meeting-row.ts'

interface FoundAction {
  readonly period: PeriodKey
  readonly owner: string
  readonly origin: string
  readonly originId: string
}

export function actionStore(database: QueryDatabase): ActionStore {
  return {
    actions: async (period) => {
      const records = await database.records()
      const remedies = await records.remedy.findMany({
        where: { period },
        orderBy: [{ decidedAt: 'asc' }, { id: 'asc' }],
      })
      const improvements = await improvementsOn(database, period)
      const agreed = await records.agreedAction.findMany({
        where: { period },
        orderBy: [{ agreedAt: 'asc' }, { id: 'asc' }],
        select: { id: true, origin: true, text: true, owner: true, dueOn: true, effect: true },
      })
      const outcomes = await records.actionOutcome.findMany({
        where: { actionId: { in: [...improvements, ...remedies, ...agreed].map(({ id }) => id) } },
      })
      const outcomeOf = (action: string): ActionOutcome | null => {
        const actionOutcome = outcomes.find(({ actionId }) => actionId === action)
        if (!actionOutcome) return null
        const { actionId: _, ...outcome } = actionOutcome
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
        agreed: agreed.map((action) => ({ ...recordOf<AgreedAction>(action), outcome: outcomeOf(action.id) })),
      }
    },
    remedy: async (id) => {
      const remedy = await (await database.records()).remedy.findUnique({ where: { id } })
      return remedy && recordOf<Remedy>(remedy)
    },
    changeRemedy: ({ id, seen: seenCount, at, by, ...text }) =>
      database.transaction(async ({ records }): Promise<Outcome<null>> => {
        const before = await records.remedy.findUnique({ where: { id } })
        if (!before) return fail('action-unknown')
        const { period, note, action, dueOn, effect } = before
        if (await isFrozen(records, period)) return fail('already-frozen')
        const count = await records.remedyChange.count({ where: { remedyId: id } })
        if (count !== seenCount) return fail('remedy-changed')
        const change = { remedyId: id, number: count + 1, note, action, dueOn, effect }
        await records.remedyChange.create({ data: { ...change, changedAt: new Date(at), changedBy: by } })
        await records.remedy.update({ where: { id }, data: text })
        const details = { origin: 'red-goal', goal: before.goal }
        await addAuditEntry(records, { act: 'action-changed', at, subject: id, details })
        return ok(null)
      }),
    addRemedy: ({ decidedAt, ...remedy }) =>
      database.transaction(async ({ records }) => {
        await records.remedy.create({ data: { ...remedy, decidedAt: new Date(decidedAt) } })
        const details = { origin: 'red-goal', goal: remedy.goal }
        await addAuditEntry(records, { act: 'action-added', at: decidedAt, subject: remedy.id, details })
      }),
    state: async (id) => {
      const records = await database.records()
      const action = await findAction(records, id)
      if (!action) return null
      const outcome = await records.actionOutcome.findUnique({ where: { actionId: id } })
      return { period: action.period, state: outcome && recordOf<ActionOutcome>(outcome).state }
    },
    recordOutcome: (actionId, { recordedAt, ...outcome }, { seen: seenMoment, owner, following }) =>
      database.transaction(async (transaction): Promise<Outcome<null>> => {
        const { records } = transaction
        const action = await findAction(records, actionId)
        if (!action) return fail('action-unknown')
        if (owner !== null && action.owner !== owner) return fail('not-the-owner')
        if (await isFrozen(records, following)) return fail('already-frozen')
        const before = await records.actionOutcome.findUnique({ where: { actionId } })
        if ((before?.recordedAt.getTime() ?? null) !== seenMoment) return fail('outcome-changed')
        const update = { ...outcome, recordedAt: new Date(recordedAt) }
        await records.actionOutcome.upsert({ where: { actionId }, create: { actionId, ...update }, update })
        const details = { origin: action.origin, state: outcome.state }
        await addAuditEntry(records, { act: 'outcome-recorded', at: recordedAt, subject: actionId, details })
        if (action.origin === 'meeting') await countClosedActions(transaction, action.originId, recordedAt)
        return ok(null)
      }),
  }
}

const isFrozen = async ({ periodFreeze }: Prisma.TransactionClient, period: PeriodKey): Promise<boolean> =>
  (await periodFreeze.findFirst({ where: { period, outcome: null } })) !== null

/** An action of any kind, with its half-year, owner and origin. */
async function findAction(
  { improvement, remedy, agreedAction }: Prisma.TransactionClient,
  id: string,
): Promise<FoundAction | null> {
  const chosen = await improvement.findUnique({ where: { id, withdrawnAt: null } })
  if (chosen) return { period: chosen.period, owner: chosen.owner, origin: 'feedback', originId: '' }
  const decided = await remedy.findUnique({ where: { id } })
  if (decided) return { period: decided.period, owner: decided.owner, origin: 'red-goal', originId: decided.goal }
  return agreedAction.findUnique({ where: { id }, select: { period: true, owner: true, origin: true, originId: true } })
}
