import { recordOf } from '@wayproof/database/prisma/stored-record'
import type { RecordDatabase } from '@wayproof/database/record-database'
import { addAuditEntry, addSettingChange } from '@wayproof/journal/audit-log/add-audit-entry'
import { endEverySession } from '../accounts/end-access.ts'
import type { UserRole } from '../accounts/person.ts'
import { endSecondFactor } from './end-second-factor.ts'
import type { SecondFactorReset, SecondFactorStore } from './second-factor.ts'

export function secondFactorStore(database: RecordDatabase): SecondFactorStore {
  return {
    users: async () => {
      const { user } = await database.records()
      return (await user.findMany({ where: { twoFactorEnabled: true }, select: { id: true } })).map(({ id }) => id)
    },
    rules: async () => {
      const { secondFactorRule } = await database.records()
      const rules = await secondFactorRule.findMany({ omit: { requiredBy: true }, orderBy: { role: 'asc' } })
      return rules.map((rule) => ({ role: rule.role as UserRole, requiredAt: rule.requiredAt.getTime() }))
    },
    requiredAt: async (role) => {
      const { secondFactorRule } = await database.records()
      return (await secondFactorRule.findUnique({ where: { role } }))?.requiredAt.getTime() ?? null
    },
    setRule: async ({ role, required, by }, at) => {
      const create = { role, requiredAt: new Date(at), requiredBy: by }
      await database.transaction(async ({ records }) => {
        if (required) await records.secondFactorRule.upsert({ where: { role }, create, update: {} })
        else await records.secondFactorRule.deleteMany({ where: { role } })
        await addSettingChange(records, 'second-factor', { role, required })
      })
    },
    askReset: ({ id, user, by, at }) =>
      database.transaction(async ({ records }) => {
        const { secondFactorReset } = records
        if (await secondFactorReset.findFirst({ where: { userId: user.id, confirmedAt: null } })) return false
        const requester = { askedById: by.id, askedBy: by.name, askedMailbox: new Uint8Array(by.mailbox) }
        const person = { userId: user.id, name: user.name, mailbox: new Uint8Array(user.mailbox) }
        await secondFactorReset.create({ data: { id, ...person, ...requester, askedAt: new Date(at) } })
        await addAuditEntry(records, { act: 'second-factor-reset-asked', at, subject: user.id })
        return true
      }),
    resets: async () => {
      const { secondFactorReset, user } = await database.records()
      const resets = await secondFactorReset.findMany({ orderBy: [{ askedAt: 'desc' }, { id: 'asc' }] })
      const users = await user.findMany({ where: { id: { in: resets.map(({ userId }) => userId) } } })
      return resets.flatMap(({ id, userId, name, askedBy, askedAt, confirmedBy, confirmedAt }) => {
        if (!confirmedAt && !users.some((other) => other.id === userId)) return []
        const confirmed = confirmedAt && confirmedBy !== null ? { by: confirmedBy, at: confirmedAt.getTime() } : null
        return recordOf<SecondFactorReset>({ id, userId, name, askedBy, askedAt, confirmed })
      })
    },
    hands: async (id) => {
      const { secondFactorReset } = await database.records()
      const row = await secondFactorReset.findUnique({ where: { id, confirmedAt: null } })
      if (!row) return []
      const { askedById, askedMailbox, userId, mailbox } = row
      return [
        { id: askedById, mailbox: askedMailbox },
        { id: userId, mailbox },
      ]
    },
    confirmReset: (id, by, at) =>
      database.transaction(async ({ records }) => {
        const row = await records.secondFactorReset.findUnique({ where: { id, confirmedAt: null } })
        if (!row) return false
        const { userId } = row
        const confirmed = { confirmedById: by.id, confirmedBy: by.name, confirmedAt: new Date(at) }
        await records.secondFactorReset.update({ where: { id }, data: confirmed })
        await endSecondFactor(records, userId)
        await endEverySession(records, userId)
        await addAuditEntry(records, { act: 'second-factor-reset', at, subject: userId })
        return true
      }),
  }
}
