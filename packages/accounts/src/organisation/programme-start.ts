import type { Prisma } from '@wayproof/database/generated/client'
import { recordOf } from '@wayproof/database/prisma/stored-record'
import type { RecordDatabase } from '@wayproof/database/record-database'
import { addAuditEntry } from '@wayproof/journal/audit-log/add-audit-entry'
import type { CalendarDate } from '@wayproof/kernel/calendar/calendar-date'
import type { Instant } from '@wayproof/kernel/clock'
import { fail, type Outcome, ok } from '@wayproof/kernel/outcome'

/** A correction of the first day of the program. */
export interface StartChange {
  readonly from: CalendarDate
  readonly to: CalendarDate
  readonly reason: string
  readonly changedAt: Instant
  readonly changedBy: string
}

export interface StartCorrection {
  readonly to: CalendarDate
  readonly reason: string
  readonly at: Instant
  /** Name of the officer. */
  readonly by: string
}

/** Why the first day can no longer be corrected. */
export type FixedStart = 'programme-start-sealed' | 'programme-start-frozen'

/** The first day of the program, which can be corrected until a half-year is frozen or sealed. */
export interface ProgrammeStartStore {
  /** Newest first. */
  changes(): Promise<readonly StartChange[]>
  /** Null while it can be corrected. */
  whyFixed(): Promise<FixedStart | null>
  /** Faults `organisation-unknown`, `programme-start-same`, and those of `FixedStart`. */
  correct(correction: StartCorrection): Promise<Outcome<null>>
}

async function whyFixed({
  seal,
  periodFreeze,
}: Pick<Prisma.TransactionClient, 'seal' | 'periodFreeze'>): Promise<FixedStart | null> {
  if (await seal.findFirst({ select: { number: true } })) return 'programme-start-sealed'
  const waiting = await periodFreeze.findFirst({ where: { outcome: null }, select: { id: true } })
  return waiting && 'programme-start-frozen'
}

export function programmeStartStore(database: RecordDatabase): ProgrammeStartStore {
  return {
    changes: async () => {
      const { programmeStartChange } = await database.records()
      const changes = await programmeStartChange.findMany({ orderBy: { number: 'desc' } })
      return changes.map(({ fromDay, toDay, reason, changedAt, changedBy }) =>
        recordOf<StartChange>({ from: fromDay, to: toDay, reason, changedAt, changedBy }),
      )
    },
    whyFixed: async () => whyFixed(await database.records()),
    correct: ({ to, reason, at, by }) =>
      database.transaction(async ({ records }): Promise<Outcome<null>> => {
        const organisation = await records.organisation.findFirst()
        if (!organisation) return fail('organisation-unknown')
        const fixed = await whyFixed(records)
        if (fixed) return fail(fixed)
        if (organisation.programmeStart === to) return fail('programme-start-same')
        const number = 1 + (await records.programmeStartChange.count())
        const change = { number, fromDay: organisation.programmeStart, toDay: to, reason }
        await records.programmeStartChange.create({ data: { ...change, changedAt: new Date(at), changedBy: by } })
        await records.organisation.update({ where: { id: organisation.id }, data: { programmeStart: to } })
        const details = { from: organisation.programmeStart, to }
        await addAuditEntry(records, { act: 'setting-changed', at, subject: 'programme-start', details })
        return ok(null)
      }),
  }
}
