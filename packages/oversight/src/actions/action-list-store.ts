import { ownerOf, type UserRole } from '@wayproof/accounts/accounts/person'
import { confirmedUsers } from '@wayproof/accounts/appointments/confirmed-users'
import type { Prisma } from '@wayproof/database/generated/client'
import { recordOf } from '@wayproof/database/prisma/stored-record'
import type { RecordDatabase } from '@wayproof/database/record-database'
import { addAuditEntry } from '@wayproof/journal/audit-log/add-audit-entry'
import { lastDay, nextPeriod, type PeriodKey, parsePeriod } from '@wayproof/kernel/calendar/period'
import type { Instant } from '@wayproof/kernel/clock'
import type { Id } from '@wayproof/kernel/id'
import { fail, type Outcome, ok } from '@wayproof/kernel/outcome'
import type {
  Action,
  ActionChange,
  ActionOwner,
  AgreedAction,
  FindingKind,
  OpenFinding,
  RecordedOutcome,
} from './action.ts'

export type ActionListStore = ReturnType<typeof actionListStore>

/** Actions of all origins in one list, and those agreed because of findings. */
export function actionListStore(database: RecordDatabase) {
  return {
    /** Actions of all origins, in no order. */
    list: async (): Promise<readonly Action[]> => everyAction(await database.records()),
    /** Owners for whom at least one user is in office. */
    ownersInOffice: async (): Promise<readonly ActionOwner[]> => {
      const users = await confirmedUsers(await database.records(), {})
      return [...new Set(users.flatMap(({ role }) => ownerOf(role as UserRole) ?? []))]
    },
    /** By kind and id. */
    openFindings: async (): Promise<readonly OpenFinding[]> => {
      const records = await database.records()
      const audit = await records.auditFinding.findMany({ where: { doneOn: null }, orderBy: { id: 'asc' } })
      const security = await records.securityFinding.findMany({ where: { fixedOn: null }, orderBy: { id: 'asc' } })
      return [
        ...audit.map(({ id, finding }) => ({ kind: 'audit-finding', id, finding }) as const),
        ...security.map(({ id, finding }) => ({ kind: 'security-finding', id, finding }) as const),
      ]
    },
    /** Null if there is no such agreed action. */
    agreed: async (id: Id): Promise<AgreedAction | null> => {
      const action = await (await database.records()).agreedAction.findUnique({
        where: { id },
        omit: { revision: true },
      })
      return action && recordOf<AgreedAction>(action)
    },
    /** Adds an action because of a finding. Fault: `finding-unknown`. */
    add: (action: AgreedAction) =>
      database.transaction(async ({ records }): Promise<Outcome<null>> => {
        if (action.origin === 'meeting' || !(await isFinding(records, action.origin, action.originId)))
          return fail('finding-unknown')
        await addAgreedAction(records, action)
        return ok(null)
      }),
    /** Faults: `action-unknown`, `already-frozen`, `period-closed`, `changed-meanwhile`. */
    change: ({ id, seen: seenRevision, ...text }: ActionChange, at: Instant) =>
      database.transaction(async ({ records }): Promise<Outcome<null>> => {
        const before = await records.agreedAction.findUnique({ where: { id } })
        if (!before) return fail('action-unknown')
        const fixed = (await fixedHalfYears(records)).get(before.period)
        if (fixed) return fail(fixed)
        if (before.revision !== seenRevision) return fail('changed-meanwhile')
        await records.agreedAction.update({ where: { id }, data: { ...text, revision: seenRevision + 1 } })
        await addAuditEntry(records, { act: 'action-changed', at, subject: id, details: { origin: before.origin } })
        return ok(null)
      }),
  }
}

/** For a transaction: adds an agreed action, with its entry in the audit log. */
export async function addAgreedAction(
  records: Prisma.TransactionClient,
  { agreedAt, ...action }: AgreedAction,
): Promise<void> {
  await records.agreedAction.create({ data: { ...action, agreedAt: new Date(agreedAt) } })
  const { id: subject, origin } = action
  await addAuditEntry(records, { act: 'action-added', at: agreedAt, subject, details: { origin } })
}

async function isFinding(records: Prisma.TransactionClient, kind: FindingKind, id: string): Promise<boolean> {
  const where = { where: { id } }
  const finding =
    kind === 'audit-finding'
      ? await records.auditFinding.findUnique(where)
      : await records.securityFinding.findUnique(where)
  return finding !== null
}

/** Actions of all origins: on red goals, improvements in force, and agreed ones. */
async function everyAction(records: Prisma.TransactionClient): Promise<readonly Action[]> {
  const fixed = await fixedHalfYears(records)
  const outcomes = new Map(
    (await records.actionOutcome.findMany()).map(({ actionId, ...outcome }) => [
      actionId,
      recordOf<RecordedOutcome>(outcome),
    ]),
  )
  const changes = await records.remedyChange.groupBy({ by: ['remedyId'], _count: true })
  const changesOf = new Map(changes.map(({ remedyId, _count }) => [remedyId, _count]))
  const actionOf = ({
    owner,
    ...action
  }: Omit<Action, 'isFixed' | 'outcome' | 'owner'> & { owner: string }): Action => ({
    ...action,
    owner: owner as ActionOwner,
    isFixed: fixed.has(action.period),
    outcome: outcomes.get(action.id) ?? null,
  })
  return [
    ...(await records.remedy.findMany()).map(({ id, period, goal, action, owner, dueOn, effect }) =>
      actionOf({
        ...{ id, period, origin: 'red-goal', originId: goal, text: action, owner, dueOn, effect },
        revision: changesOf.get(id) ?? 0,
      }),
    ),
    ...(await records.improvement.findMany({ where: { withdrawnAt: null } })).map(
      ({ id, period, textZh, textEn, owner }) =>
        actionOf({
          ...{ id, period, origin: 'feedback', originId: '', owner, effect: null, revision: 0 },
          text: { 'zh-CN': textZh, en: textEn },
          dueOn: improvementDueOn(period),
        }),
    ),
    ...(await records.agreedAction.findMany()).map(({ agreedAt: _, agreedBy: __, origin, ...action }) =>
      actionOf({ ...action, origin: origin as Action['origin'] }),
    ),
  ]
}

/** Improvements are due by the end of the half-year after the one whose feedback they follow. */
export function improvementDueOn(period: string): string {
  const half = parsePeriod(period)
  if (!half) throw new RangeError(`no period is named ${period}`)
  return lastDay(nextPeriod(half))
}

type Records = Pick<Prisma.TransactionClient, 'periodFreeze' | 'periodReopening' | 'seal'>

/** Half-years whose actions can no longer change, each with the reason. */
export async function fixedHalfYears({
  periodFreeze,
  periodReopening,
  seal,
}: Records): Promise<ReadonlyMap<PeriodKey, 'already-frozen' | 'period-closed'>> {
  const pending = { where: { outcome: null }, select: { period: true } }
  const reopened = (await periodReopening.findMany(pending)).map(({ period }) => period)
  const sealed = await seal.findMany({ where: { period: { notIn: reopened } }, select: { period: true } })
  const frozen = await periodFreeze.findMany(pending)
  return new Map([
    ...sealed.map(({ period }) => [period, 'period-closed'] as const),
    ...frozen.map(({ period }) => [period, 'already-frozen'] as const),
  ])
}
