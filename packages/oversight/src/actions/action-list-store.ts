import { ownerOf, type UserRole } from '@wayproof/accounts/accounts/person'
import { confirmedUsers } from '@wayproof/accounts/appointments/confirmed-users'
import type { Prisma } from '@wayproof/database/generated/client'
import { recordOf } from '@wayproof/database/prisma/stored-record'
import type { RecordDatabase } from '@wayproof/database/record-database'
import { addAuditEntry } from '@wayproof/journal/audit-log/add-audit-entry'
import { fail, type Outcome, ok } from '@wayproof/kernel/outcome'
import type { AgreedAction, FindingKind } from './action.ts'
import { everyAction } from './every-action.ts'
import { fixedHalfYears } from './fixed-half-years.ts'
import type { ActionListStore } from './ports.ts'

/** Actions of all origins in one list, and those agreed because of findings. */
export function actionListStore(database: RecordDatabase): ActionListStore {
  return {
    list: async () => everyAction(await database.records()),
    ownersInOffice: async () => {
      const users = await confirmedUsers(await database.records(), {})
      return [...new Set(users.flatMap(({ role }) => ownerOf(role as UserRole) ?? []))]
    },
    openFindings: async () => {
      const records = await database.records()
      const audit = await records.auditFinding.findMany({ where: { doneOn: null }, orderBy: { id: 'asc' } })
      const security = await records.securityFinding.findMany({ where: { fixedOn: null }, orderBy: { id: 'asc' } })
      return [
        ...audit.map(({ id, finding }) => ({ kind: 'audit-finding', id, finding }) as const),
        ...security.map(({ id, finding }) => ({ kind: 'security-finding', id, finding }) as const),
      ]
    },
    agreed: async (id) => {
      const action = await (await database.records()).agreedAction.findUnique({
        where: { id },
        omit: { revision: true },
      })
      return action && recordOf<AgreedAction>(action)
    },
    add: (action) =>
      database.transaction(async ({ records }): Promise<Outcome<null>> => {
        if (action.origin === 'meeting' || !(await isFinding(records, action.origin, action.originId)))
          return fail('finding-unknown')
        await addAgreedAction(records, action)
        return ok(null)
      }),
    change: ({ id, seen: seenRevision, ...text }, at) =>
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
