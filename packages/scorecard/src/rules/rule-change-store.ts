import type { Prisma, RuleChange as Row } from '@wayproof/database/generated/client'
import type { RecordDatabase } from '@wayproof/database/record-database'
import type { RegisterId } from '@wayproof/evidence/register'
import { addAuditEntry } from '@wayproof/journal/audit-log/add-audit-entry'
import { TRIAL } from '@wayproof/survey/trial/trial-columns'
import type { RowChoice, RuleChangeStore } from '../rule-changes/ports.ts'
import type { ChangeOutcome, RowGoal, RuleChange } from '../rule-changes/rule-change.ts'
import type { SettingId } from '../rule-changes/setting.ts'

/** Proposed and decided changes of the rules. */
export function ruleChangeStore(database: RecordDatabase): RuleChangeStore {
  return {
    changes: async () => {
      const { ruleChange } = await database.records()
      return (await ruleChange.findMany({ orderBy: [{ proposedAt: 'desc' }, { id: 'desc' }] })).map(ruleChangeOf)
    },

    standing: async () => {
      const { periodFreeze, periodReopening, seal, wave } = await database.records()
      const select = { period: true } as const
      const pending = { where: { outcome: null }, select } as const
      const frozen = periodsOf(await periodFreeze.findMany(pending))
      const reopened = periodsOf(await periodReopening.findMany(pending))
      const seals = periodsOf(await seal.findMany({ select }))
      const wavePeriods = periodsOf(
        await wave.findMany({ where: { period: { contains: '-H' }, status: { not: TRIAL } }, select }),
      )
      return [...new Set([...seals, ...frozen, ...reopened, ...wavePeriods])].toSorted().map((period) => ({
        period,
        sealed: seals.has(period) && !reopened.has(period),
        frozen: frozen.has(period),
        reopened: reopened.has(period),
        asked: wavePeriods.has(period),
      }))
    },

    // A register that begins later contains no information about the year: no incident then does not mean none.
    knowsIncidentsOf: async (year) => {
      const { incident, bookings } = await database.records()
      const earlierRow =
        (await incident.findFirst({
          where: { OR: [{ countedYear: { lte: year } }, { discovered: { lt: new Date(Date.UTC(year + 1, 0, 1)) } }] },
        })) ?? (await bookings.findFirst({ where: { month: { startsWith: `${year}-` } } }))
      return earlierRow !== null
    },

    labelOf: async (goal, row) => labelOf(await database.records(), goal, row),

    findRows: async (goal, text) => findRows(await database.records(), goal, text.trim()),

    propose: ({ id, what, reason, document, proposedBy, proposedAt }, mailbox) =>
      database.transaction(async ({ records }) => {
        const { ruleChange } = records
        const { kind, appliesFrom } = what
        const subject = what.kind === 'setting' ? { setting: what.setting } : { goal: what.goal, rowKey: what.row }
        if (await ruleChange.findFirst({ where: { ...subject, decision: null } })) return false
        const more = what.kind === 'setting' ? { value: what.value } : { rowLabel: what.label }
        const by = {
          proposedById: proposedBy.id,
          proposedBy: proposedBy.name,
          proposedMailbox: new Uint8Array(mailbox),
        }
        const change = { id, kind, ...subject, ...more, appliesFrom, reason, document }
        await ruleChange.create({ data: { ...change, ...by, proposedAt: new Date(proposedAt) } })
        const details = { kind, appliesFrom }
        await addAuditEntry(records, { act: 'rule-proposed', at: proposedAt, subject: changedRule(change), details })
        return true
      }),

    proposers: async (id) => {
      const { ruleChange } = await database.records()
      const row = await ruleChange.findUnique({ where: { id } })
      return row ? [{ id: row.proposedById, mailbox: row.proposedMailbox }] : []
    },

    decide: (id, { outcome, by, at, number, until }) =>
      database.transaction(async ({ records }) => {
        const { periodFreeze, ruleChange } = records
        const change = await ruleChange.findUnique({ where: { id, decision: null } })
        if (!change) return false
        const { _max: last } = await ruleChange.aggregate({ _max: { number: true } })
        if (number !== null && number !== (last.number ?? 0) + 1) return false
        // The owners of a frozen half-year sign its displayed rules, so an earlier freeze wins.
        const frozen = { period: { gte: change.appliesFrom, lte: until }, outcome: null }
        if (outcome === 'confirmed' && (await periodFreeze.findFirst({ where: frozen }))) return false
        const data = { decision: outcome, decidedById: by.id, decidedBy: by.name, decidedAt: new Date(at), number }
        await ruleChange.update({ where: { id }, data })
        const { kind, appliesFrom } = change
        const isWithdrawn = outcome === 'withdrawn'
        const details = isWithdrawn ? { kind, appliesFrom } : { kind, appliesFrom, outcome }
        const act = isWithdrawn ? 'rule-withdrawn' : 'rule-decided'
        await addAuditEntry(records, { act, at, subject: changedRule(change), details })
        return true
      }),
  }
}

/** The setting or goal; never the row, which may be a person. */
const changedRule = ({ setting, goal }: { readonly setting?: string | null; readonly goal?: string | null }): string =>
  setting ?? goal ?? ''

const periodsOf = (rows: readonly { readonly period: string }[]): ReadonlySet<string> =>
  new Set(rows.map(({ period }) => period))

async function labelOf(records: Prisma.TransactionClient, goal: RowGoal, id: string): Promise<string | null> {
  const { policySurface, partner, staffRole } = records
  if (goal === 'policy-publication')
    return (await policySurface.findUnique({ where: { id } }))?.name ?? removedName(records, 'policy-surfaces', id)
  if (goal === 'partner-audit')
    return (await partner.findUnique({ where: { id } }))?.name ?? removedName(records, 'partners', id)
  return (await staffRole.findFirst({ where: { number: id }, orderBy: LATEST_ROLE }))?.unit ?? null
}

/** The name of a row that one person removed: it counts in a begun period until it is excluded. */
async function removedName(
  { registerChange }: Prisma.TransactionClient,
  register: RegisterId,
  id: string,
): Promise<string | null> {
  const last = await registerChange.findFirst({
    where: { register, key: JSON.stringify([id]) },
    orderBy: { number: 'desc' },
  })
  return last?.before && last.after === null ? (JSON.parse(last.before) as { readonly name: string }).name : null
}

function ruleChangeOf(row: Row): RuleChange {
  const { id, reason, document, decidedById, decidedBy, decidedAt, number } = row
  const outcome = row.decision as ChangeOutcome | null
  const isDecided = outcome !== null && decidedById !== null && decidedBy !== null && decidedAt !== null
  return {
    ...{ id, what: whatOf(row), reason, document, number },
    proposedBy: { id: row.proposedById, name: row.proposedBy },
    proposedAt: row.proposedAt.getTime(),
    decided: isDecided ? { outcome, by: { id: decidedById, name: decidedBy }, at: decidedAt.getTime() } : null,
  }
}

function whatOf({ kind, setting, value, goal, rowKey, rowLabel, appliesFrom }: Row): RuleChange['what'] {
  if (kind === 'setting' && setting) return { kind, setting: setting as SettingId, value, appliesFrom }
  if ((kind !== 'exclusion' && kind !== 'readmission') || !goal) throw new Error(`${kind} is not a kind of rule change`)
  return { kind, goal: goal as RowGoal, row: rowKey, label: rowLabel, appliesFrom }
}

const MOST_CHOICES = 20

/** Puts the role that a person began last first. */
const LATEST_ROLE: Prisma.StaffRoleOrderByWithRelationInput[] = [{ startDay: 'desc' }, { role: 'asc' }]

/** Rows that can be excluded from a goal's share; see `RuleChangeStore.findRows`. */
async function findRows(
  { policySurface, partner, staffRole }: Prisma.TransactionClient,
  goal: RowGoal,
  text: string,
): Promise<readonly RowChoice[]> {
  if (goal === 'staff-training') {
    if (text === '') return []
    const roles = await staffRole.findMany({
      where: { number: { startsWith: text } },
      distinct: ['number'],
      orderBy: [{ number: 'asc' }, ...LATEST_ROLE],
      take: MOST_CHOICES,
    })
    // SQLite ignores the case, PostgreSQL does not.
    return roles
      .filter(({ number }) => number.startsWith(text))
      .map(({ number, unit }) => ({ row: number, label: unit }))
  }
  // Few rows, so that both engines compare names in the same way.
  const query = { select: { id: true, name: true }, orderBy: { id: 'asc' } } as const
  const rows = await (goal === 'partner-audit' ? partner.findMany(query) : policySurface.findMany(query))
  const sought = text.toLowerCase()
  return rows
    .filter(({ id, name }) => `${id} ${name}`.toLowerCase().includes(sought))
    .slice(0, MOST_CHOICES)
    .map(({ id, name }) => ({ row: id, label: name }))
}
