import { type Owner, ROLE_OF } from '@wayproof/accounts/accounts/person'
import { mailedReaders, type SummaryReader } from '@wayproof/accounts/outbox/letter-readers'
import type { GoalSignature, PeriodFreeze, PeriodReopening, Prisma } from '@wayproof/database/generated/client'
import type { QueryDatabase, QueryTransaction } from '@wayproof/database/query/query-database'
import { undoneSince } from '@wayproof/evidence/imports/undone-imports'
import { addAuditEntry } from '@wayproof/journal/audit-log/add-audit-entry'
import { insertLetter } from '@wayproof/journal/outbox/insert-letter'
import { dateAt } from '@wayproof/kernel/calendar/calendar-date'
import type { PeriodKey } from '@wayproof/kernel/calendar/period'
import type { Instant } from '@wayproof/kernel/clock'
import type { Ids } from '@wayproof/kernel/id'
import { nearestLocale } from '@wayproof/kernel/people/locale'
import { type GoalId, OWNERS } from '../goals/goal.ts'
import { addMissing, dropMissing } from './evidence/missing-rows.ts'
import { sealReads } from './evidence/seal-reads.ts'
import type { Freeze, PeriodClosing, Reopening, Signature } from './period-close.ts'
import type { ClosingStore, Restatement } from './ports.ts'
import { sealOf } from './seal-row.ts'
import type { Seal } from './seals/seal.ts'
import type { VerifyPorts } from './seals/verify-seals.ts'

const PENDING = { outcome: null } as const

interface NewestSeals {
  /** The newest seal of a half-year; null if it is not closed. */
  newestSeal(period: PeriodKey): Promise<Seal | null>
}

/** Half-years before and after their freeze, and the chain of seals. */
export function closingStore(
  database: QueryDatabase,
  { ids, timeZone }: { readonly ids: Ids; readonly timeZone: string },
): ClosingStore & VerifyPorts['closing'] & NewestSeals {
  return {
    ...sealReads((work) => database.readSnapshot(work)),
    closing: async (period) => closingOf(await database.records(), period),

    newestSeal: async (period) => {
      const { seal } = await database.records()
      const newest = await seal.findFirst({ where: { period }, orderBy: { version: 'desc' } })
      return newest && sealOf(newest)
    },

    hands: async (period) => {
      const { periodFreeze, periodReopening } = await database.records()
      const where = { period, ...PENDING }
      const reopenings = await periodReopening.findMany({ where })
      const freezes = await periodFreeze.findMany({ where, include: { signatures: true } })
      return [
        ...reopenings.map(({ reopenedById: id, reopenedMailbox: mailbox }) => ({ id, mailbox })),
        ...freezes.map(({ frozenById: id, frozenMailbox: mailbox }) => ({ id, mailbox })),
        ...freezes.flatMap(({ signatures }) =>
          signatures.map(({ signedById: id, signedMailbox: mailbox }) => ({ id, mailbox })),
        ),
      ]
    },

    freeze: ({ frozenBy, parts, ...freeze }, mailbox, missing) =>
      database.transaction(async (transaction) => {
        const { periodFreeze } = transaction.records
        if (await periodFreeze.findFirst({ where: { period: freeze.period, ...PENDING } })) return false
        const by = { frozenById: frozenBy.id, frozenBy: frozenBy.name, frozenMailbox: new Uint8Array(mailbox) }
        await periodFreeze.create({ data: { ...freeze, ...parts, ...by, frozenAt: new Date(freeze.frozenAt) } })
        await askToSign(transaction, ids, freeze)
        const { period, version } = freeze
        const entry = { act: 'frozen', at: freeze.frozenAt, subject: period, details: { version } } as const
        await addAuditEntry(transaction.records, entry)
        // Long lists come last, because Prisma ends a transaction 5 seconds after its start.
        for (const list of missing) await addMissing(transaction.query, freeze, list)
        return true
      }),

    takeBackFreeze: (id, by, at) =>
      database.transaction(async ({ records, query }) => {
        const data = { outcome: 'taken-back', ...endedBy(by, at) }
        if ((await records.periodFreeze.updateMany({ where: { id, ...PENDING }, data })).count === 0) return false
        await dropMissing(query, id)
        const period = (await records.periodFreeze.findUnique({ where: { id } }))?.period ?? ''
        await addAuditEntry(records, { act: 'freeze-taken-back', at, subject: period })
        return true
      }),

    sign: ({ freezeId, goal, owner, by, at }, mailbox) =>
      database.transaction(async ({ records }) => {
        const { goalSignature, periodFreeze } = records
        const freeze = await periodFreeze.findUnique({ where: { id: freezeId, ...PENDING } })
        if (!freeze) return false
        if (await goalSignature.findUnique({ where: { freezeId_goal: { freezeId, goal } } })) return false
        const signed = { signedById: by.id, signedBy: by.name, signedMailbox: new Uint8Array(mailbox) }
        await goalSignature.create({ data: { freezeId, goal, owner, ...signed, signedAt: new Date(at) } })
        await addAuditEntry(records, { act: 'signed', at, subject: freeze.period, details: { goal } })
        return true
      }),

    seal: ({ parts, ...seal }, freezeId, at, restatement) =>
      database.transaction(async (transaction) => {
        const { periodFreeze, periodReopening, seal: seals } = transaction.records
        // The seal contains the closing officer, and so do the freeze and the reopening that it ends.
        const { closed } = JSON.parse(parts.signatures) as { closed: { id: string; name: string } }
        const ended = endedBy(closed, at)
        if (!(await periodFreeze.findUnique({ where: { id: freezeId, ...PENDING } }))) return null
        const { _max: last } = await seals.aggregate({ _max: { number: true } })
        if (seal.number !== (last.number ?? 0) + 1) return null
        await seals.create({ data: { ...seal, ...parts } })
        await periodFreeze.update({ where: { id: freezeId }, data: { outcome: 'closed', ...ended } })
        const reopened = { where: { period: seal.period, ...PENDING } }
        await periodReopening.updateMany({ ...reopened, data: { outcome: 'restated', ...ended } })
        const { period, version, number } = seal
        const entry = { act: 'closed', at, subject: period, details: { version, number } } as const
        await addAuditEntry(transaction.records, entry)
        return { told: restatement ? await mailRestatement(transaction, ids, { restatement, at, timeZone }) : 0 }
      }),

    reopen: ({ at, by, ...reopening }, mailbox) =>
      database.transaction(async ({ records }) => {
        const { periodReopening } = records
        if (await periodReopening.findFirst({ where: { period: reopening.period, ...PENDING } })) return false
        const reopened = { reopenedById: by.id, reopenedBy: by.name, reopenedMailbox: new Uint8Array(mailbox) }
        await periodReopening.create({ data: { ...reopening, ...reopened, reopenedAt: new Date(at) } })
        await addAuditEntry(records, { act: 'reopened', at, subject: reopening.period })
        return true
      }),

    takeBackReopening: (period, by, at) =>
      database.transaction(async ({ records }) => {
        const { periodFreeze, periodReopening } = records
        const where = { period, ...PENDING }
        if (await periodFreeze.findFirst({ where })) return false
        const data = { outcome: 'taken-back', ...endedBy(by, at) }
        if ((await periodReopening.updateMany({ where, data })).count === 0) return false
        await addAuditEntry(records, { act: 'reopening-withdrawn', at, subject: period })
        return true
      }),

    undoneSince: (sealed) => undoneSince(database.query, sealed),

    lastSeal: async () => {
      const { seal } = await database.records()
      const last = await seal.findFirst({ orderBy: { number: 'desc' } })
      return last && sealOf(last)
    },
  }
}

const endedBy = (by: { readonly id: string; readonly name: string }, at: number) => {
  return { endedAt: new Date(at), endedById: by.id, endedBy: by.name }
}

async function closingOf(records: Prisma.TransactionClient, period: PeriodKey): Promise<PeriodClosing> {
  const where = { period, ...PENDING }
  const orderBy = [{ signedAt: 'asc' as const }, { goal: 'asc' as const }]
  // Reads the freeze first: a half-year that is sealed between these reads then shows as frozen, never as open.
  const freeze = await records.periodFreeze.findFirst({ where, include: { signatures: { orderBy } } })
  const reopening = await records.periodReopening.findFirst({ where })
  const seals = await records.seal.findMany({ where: { period }, orderBy: { version: 'asc' } })
  return {
    seals: seals.map(sealOf),
    reopening: reopening && reopeningOf(reopening),
    freeze: freeze && freezeOf(freeze),
    signatures: freeze?.signatures.map(signatureOf) ?? [],
  }
}

const freezeOf = ({ figures, definitions, evidence, actions, ...row }: PeriodFreeze): Freeze => ({
  ...{ id: row.id, period: row.period, version: row.version },
  parts: { figures, definitions, evidence, actions },
  frozenAt: row.frozenAt.getTime(),
  frozenBy: { id: row.frozenById, name: row.frozenBy },
})

const signatureOf = ({ freezeId, goal, owner, signedById, signedBy, signedAt }: GoalSignature): Signature => ({
  freezeId,
  goal: goal as GoalId,
  owner: owner as Owner,
  by: { id: signedById, name: signedBy },
  at: signedAt.getTime(),
})

const reopeningOf = ({ id, period, version, reason, ...row }: PeriodReopening): Reopening => ({
  ...{ id, period, version, reason },
  at: row.reopenedAt.getTime(),
  by: { id: row.reopenedById, name: row.reopenedBy },
})

const usersOf = ({ user }: Prisma.TransactionClient, where: Prisma.UserWhereInput) =>
  user.findMany({ where, select: { id: true, locale: true }, orderBy: { id: 'asc' } })

/** Asks everyone who is responsible for a goal to sign the frozen half-year. */
async function askToSign(
  { records, query }: QueryTransaction,
  ids: Ids,
  { id, period, version, frozenAt }: Omit<Freeze, 'parts' | 'frozenBy'>,
): Promise<void> {
  for (const owner of new Set(Object.values(OWNERS))) {
    for (const person of await usersOf(records, { role: ROLE_OF[owner] })) {
      const data = { period, version, stage: 'frozen', owner } as const
      const letter = { kind: 'closing-reminder', locale: nearestLocale(person.locale), data } as const
      const recipient = { kind: 'user', id: person.id } as const
      await insertLetter(query, ids.next(), { letter, recipient, dedupeKey: `sign:${id}:${person.id}` }, frozenAt)
    }
  }
}

/**
 * Letters are deleted after 13 months; then the editions have the readers of a summary. A half-year from before
 * editions has neither, and all executives count as its readers.
 */
async function recipientsOf(
  { records, query }: QueryTransaction,
  period: PeriodKey,
): Promise<readonly SummaryReader[]> {
  const mailed = await mailedReaders(query, period)
  if (mailed) return mailed
  const readers = await records.editionReader.findMany({ where: { edition: { period } }, select: { userId: true } })
  const users = await usersOf(records, { id: { in: readers.map(({ userId }) => userId) } })
  const recipients = users.length > 0 ? users : await usersOf(records, { role: 'executive' })
  return recipients.map((user) => ({ kind: 'user', ...user }))
}

/** Mails a restatement to everyone who got the summary of the half-year. Returns their number. */
export async function mailRestatement(
  transaction: QueryTransaction,
  ids: Ids,
  { restatement, at, timeZone }: { readonly restatement: Restatement; readonly at: Instant; readonly timeZone: string },
): Promise<number> {
  const { period, version } = restatement
  const recipients = await recipientsOf(transaction, period)
  for (const { locale, ...recipient } of recipients) {
    const data = { ...restatement, sealedOn: dateAt(at, timeZone) }
    const letter = { kind: 'restatement', locale: nearestLocale(locale), data } as const
    const dedupeKey = `restatement:${period}:${version}:${recipient.id}`
    await insertLetter(transaction.query, ids.next(), { letter, recipient, dedupeKey }, at)
  }
  return recipients.length
}
