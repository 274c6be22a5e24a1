import type { Approval as Row } from '@wayproof/database/generated/client'
import type { QueryDatabase, QueryTransaction } from '@wayproof/database/query/query-database'
import { addAuditEntry } from '@wayproof/journal/audit-log/add-audit-entry'
import { insertLetter } from '@wayproof/journal/outbox/insert-letter'
import type { Instant } from '@wayproof/kernel/clock'
import type { Id, Ids } from '@wayproof/kernel/id'
import { type Fault, fail, type Outcome, ok } from '@wayproof/kernel/outcome'
import type { Locale } from '@wayproof/kernel/people/locale'
import type { Participant } from '@wayproof/kernel/people/second-person'
import {
  type Approval,
  type ApprovalKind,
  type ApprovalPerson,
  type Difference,
  isPending,
  type NewApproval,
} from './approval.ts'
import { releaseProposal } from './release-proposal.ts'

/** A user who is told of an approval by letter. */
export interface ToldUser {
  readonly id: Id
  readonly locale: Locale
}

export interface ApprovalDecision {
  readonly outcome: 'approved' | 'declined' | 'withdrawn'
  readonly by: ApprovalPerson
  readonly at: Instant
}

/** A write that belongs to an approval, for its transaction. */
export type ApprovalWrite = () => Promise<Outcome<unknown>>

/** Changes that need two people: who asked for each, until when it waits, and who decided. */
export interface ApprovalStore {
  /** Pending ones, those that end first before the others. */
  pending(now: Instant): Promise<readonly Approval[]>
  /** The newest decided ones. */
  decided(most: number): Promise<readonly Approval[]>
  find(id: Id): Promise<Approval | null>
  /** The newest approved one of a subject, or null. */
  approved(kind: ApprovalKind, subject: string): Promise<Approval | null>
  /** The person who asked for it. */
  proposer(id: Id): Promise<readonly Participant[]>
  /**
   * Adds an approval, the letters to those who may approve it, and what `write` records of the proposal, or nothing.
   * Fault `approval-waits` while one of the kind and subject is pending, and those of `write`.
   */
  ask(approval: NewApproval, approvers: readonly ToldUser[], write?: ApprovalWrite): Promise<Outcome<null>>
  /**
   * Decides a pending approval, carries out what `write` does, and tells the proposer, or does nothing.
   * Fault `approval-decided` if it is not pending any more, and those of `write`.
   */
  decide(id: Id, decision: ApprovalDecision, write?: ApprovalWrite): Promise<Outcome<null>>
  /** Ends those that nobody decided in time, and tells their proposers. Returns how many. */
  expire(now: Instant): Promise<number>
}

interface Deps {
  readonly ids: Ids
  readonly timeZone: string
}

export function approvalStore(database: QueryDatabase, deps: Deps): ApprovalStore {
  const { ids, timeZone } = deps
  return {
    pending: async (now) => {
      const { approval } = await database.records()
      const where = { state: 'pending', expiresAt: { gt: new Date(now) } }
      return (await approval.findMany({ where, orderBy: [{ expiresAt: 'asc' }, { id: 'asc' }] })).map(approvalOf)
    },
    decided: async (most) => {
      const { approval } = await database.records()
      const where = { decidedAt: { not: null } }
      return (await approval.findMany({ where, orderBy: [{ decidedAt: 'desc' }, { id: 'asc' }], take: most })).map(
        approvalOf,
      )
    },
    find: async (id) => {
      const { approval } = await database.records()
      const row = await approval.findUnique({ where: { id } })
      return row && approvalOf(row)
    },
    approved: async (kind, subject) => {
      const { approval } = await database.records()
      const where = { kind, subject, state: 'approved' }
      const row = await approval.findFirst({ where, orderBy: { decidedAt: 'desc' } })
      return row && approvalOf(row)
    },
    proposer: async (id) => {
      const { approval } = await database.records()
      const row = await approval.findUnique({ where: { id } })
      return row ? [{ id: row.proposedById, mailbox: row.proposedMailbox }] : []
    },
    ask: ({ mailbox, ...approval }, approvers, write) =>
      allOrNothing(database, async (transaction) => {
        const { records } = transaction
        const { id, kind, subject, proposedAt: at } = approval
        const pending = await records.approval.findFirst({ where: { kind, subject, state: 'pending' } })
        if (pending && isPending(approvalOf(pending), at)) return fail('approval-waits')
        if (pending) await end(transaction, deps, pending, { outcome: 'expired', by: null, at })
        const written = (await write?.()) ?? ok(null)
        if (!written.ok) return written
        await records.approval.create({ data: { ...rowOf(approval), proposedMailbox: new Uint8Array(mailbox) } })
        await addAuditEntry(records, { act: 'approval-asked', at, subject: id, details: { kind } })
        for (const user of approvers) {
          const letter = { kind: 'approval-asked', locale: user.locale, data: lettered(approval, timeZone) } as const
          const recipient = { kind: 'user', id: user.id } as const
          await insertLetter(
            transaction.query,
            ids.next(),
            { letter, recipient, dedupeKey: `approval-asked:${id}:${user.id}` },
            at,
          )
        }
        return ok(null)
      }),
    decide: (id, decision, write) =>
      allOrNothing(database, async (transaction) => {
        const row = await transaction.records.approval.findUnique({ where: { id } })
        const canDecide =
          row && (decision.outcome === 'withdrawn' ? row.state === 'pending' : isPending(approvalOf(row), decision.at))
        if (!canDecide) return fail('approval-decided')
        const written = (await write?.()) ?? ok(null)
        if (!written.ok) return written
        await end(transaction, deps, row, decision)
        return ok(null)
      }),
    expire: (now) =>
      database.transaction(async (transaction) => {
        const where = { state: 'pending', expiresAt: { lte: new Date(now) } }
        const rows = await transaction.records.approval.findMany({ where, orderBy: { id: 'asc' } })
        for (const row of rows) await end(transaction, deps, row, { outcome: 'expired', by: null, at: now })
        return rows.length
      }),
  }
}

interface Ending {
  readonly outcome: Exclude<Approval['state'], 'pending'>
  readonly by: ApprovalPerson | null
  readonly at: Instant
}

async function end(
  transaction: QueryTransaction,
  { ids, timeZone }: Deps,
  row: Row,
  { outcome, by, at }: Ending,
): Promise<void> {
  const { records, query } = transaction
  const { id, kind } = row
  const decided = { state: outcome, decidedById: by?.id ?? null, decidedBy: by?.name ?? null, decidedAt: new Date(at) }
  await records.approval.update({ where: { id }, data: decided })
  if (outcome !== 'approved') await releaseProposal(records, row, at)
  await addAuditEntry(records, { act: `approval-${outcome}`, at, subject: id, details: { kind } })
  const proposer = await records.user.findUnique({ where: { id: row.proposedById } })
  if (outcome === 'withdrawn' || !proposer) return
  const data = { ...lettered(approvalOf(row), timeZone), outcome, decidedBy: by?.name ?? null }
  const letter = { kind: 'approval-decided', locale: proposer.locale as Locale, data } as const
  const recipient = { kind: 'user', id: proposer.id } as const
  await insertLetter(query, ids.next(), { letter, recipient, dedupeKey: `approval-decided:${id}` }, at)
}

const lettered = (
  { id, kind, subject, differences, reason, proposedBy, expiresAt }: Omit<Approval, 'state' | 'decided'>,
  timeZone: string,
) => ({
  ...{ id, approval: kind, subject, differences, reason, expiresAt, timeZone },
  proposedBy: proposedBy.name,
})

/** Rolls everything back when the work returns a fault. */
async function allOrNothing(
  database: QueryDatabase,
  work: (transaction: QueryTransaction) => Promise<Outcome<unknown>>,
): Promise<Outcome<null>> {
  try {
    await database.transaction(async (transaction) => {
      const outcome = await work(transaction)
      if (!outcome.ok) throw new Refused(outcome.fault)
    })
    return ok(null)
  } catch (error) {
    if (error instanceof Refused) return { ok: false, fault: error.fault }
    throw error
  }
}

class Refused extends Error {
  readonly fault: Fault
  constructor(fault: Fault) {
    super(fault.code)
    this.fault = fault
  }
}

const rowOf = ({ differences, details, proposedBy, proposedAt, expiresAt, ...same }: Omit<NewApproval, 'mailbox'>) => ({
  ...same,
  ...{ differences: JSON.stringify(differences), details: JSON.stringify(details), state: 'pending' },
  ...{ proposedById: proposedBy.id, proposedBy: proposedBy.name },
  ...{ proposedAt: new Date(proposedAt), expiresAt: new Date(expiresAt) },
})

function approvalOf({ id, kind, subject, reason, state, decidedById, decidedBy, decidedAt, ...row }: Row): Approval {
  const by = decidedById !== null && decidedBy !== null ? { id: decidedById, name: decidedBy } : null
  return {
    ...{ id, subject, reason, kind: kind as ApprovalKind, state: state as Approval['state'] },
    differences: JSON.parse(row.differences) as Difference[],
    details: JSON.parse(row.details) as unknown,
    proposedBy: { id: row.proposedById, name: row.proposedBy },
    proposedAt: row.proposedAt.getTime(),
    expiresAt: row.expiresAt.getTime(),
    decided: decidedAt && { by, at: decidedAt.getTime() },
  }
}
