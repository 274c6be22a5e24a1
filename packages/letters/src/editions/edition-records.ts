import { ownerOf, type UserRole } from '@wayproof/accounts/accounts/person'
import type { Prisma } from '@wayproof/database/generated/client'
import { recordOf } from '@wayproof/database/prisma/stored-record'
import type { Query, ReadQuery, Statement } from '@wayproof/database/query/query'
import type { QueryDatabase } from '@wayproof/database/query/query-database'
import type { RecordDatabase } from '@wayproof/database/record-database'
import { readRecordedAt } from '@wayproof/evidence/registers/recorded-at'
import { addAuditEntry, addSettingChange } from '@wayproof/journal/audit-log/add-audit-entry'
import { insertLetter } from '@wayproof/journal/outbox/insert-letter'
import { hasSampleRecord } from '@wayproof/journal/sample-data/sample-lock'
import { firstDay, nextPeriod, type PeriodKey, parsePeriod, periodKey } from '@wayproof/kernel/calendar/period'
import type { Instant } from '@wayproof/kernel/clock'
import type { Ids } from '@wayproof/kernel/id'
import { nearestLocale } from '@wayproof/kernel/people/locale'
import type { Edition, EditionReaderKind } from '@wayproof/scorecard/editions/edition'
import { DEFAULT_EDITION_SETTINGS, type EditionSettings } from '@wayproof/scorecard/editions/edition-settings'
import type { HoldReason } from '@wayproof/scorecard/editions/hold-reason'
import type { ExecutiveSummary } from '@wayproof/scorecard/executive-summary'
import { postAgain, postLetters, readBouncing, readLedger } from '../outbox/edition-letters.ts'
import type { PostedLetter } from '../outbox/outbox.ts'
import type { ArchivedLetter, EditionStore, NewEdition } from './edition-store.ts'

const WAITS = { state: { in: ['held', 'awaiting-approval'] } }

/** Editions of the summary in the database. */
export function editionStore(database: QueryDatabase, { ids }: { readonly ids: Ids }): EditionStore {
  const post = async (query: Query, notices: readonly PostedLetter[], at: number) => {
    for (const notice of notices) await insertLetter(query, ids.next(), notice, at)
  }
  return {
    ...editionSettings(database),

    list: async () => {
      const { edition } = await database.records()
      const editions = await edition.findMany({ ...EDITION, orderBy: { number: 'desc' } })
      return editions.map(editionOf).toSorted((a, b) => lastMoment(b) - lastMoment(a))
    },

    find: async (id) => {
      const edition = await (await database.records()).edition.findUnique({ where: { id }, ...EDITION })
      return edition && editionOf(edition)
    },

    lastSent: async (period) => {
      const { edition } = await database.records()
      const sent = await edition.findFirst({
        where: { period, state: 'sent' },
        orderBy: [{ endedAt: 'desc' }, { number: 'desc' }],
        ...EDITION,
        omit: { decidedById: true },
      })
      if (!sent?.figures) return null
      const { figures, ...sentEdition } = sent
      return { ...editionOf(sentEdition), summary: JSON.parse(figures) as ExecutiveSummary }
    },

    open: (edition, notices) =>
      database.transaction(async ({ records, query }) => {
        const { id, kind, occasion, openedAt } = edition
        if (await hasSampleRecord(records)) return false
        if (await records.edition.findFirst({ where: { OR: [{ id }, { kind, occasion }] } })) return false
        await records.edition.create({ data: openedRow(edition) })
        await post(query, notices, openedAt)
        return true
      }),

    keepReasons: async (id, reasons) => {
      const { edition } = await database.records()
      await edition.updateMany({ where: { id, state: 'held' }, data: { reasons: JSON.stringify(reasons) } })
    },

    awaitApproval: (id, reasons, notices, at) =>
      database.transaction(async ({ records: { edition }, query }) => {
        const data = { state: 'awaiting-approval', reasons: JSON.stringify(reasons) }
        if ((await edition.updateMany({ where: { id, state: 'held' }, data })).count === 0) return false
        await post(query, notices, at)
        return true
      }),

    issue: ({ archive, letters, ...issued }) =>
      database.transaction(async ({ records, query }) => {
        const { id, kind, occasion, release, by, comment, at, figures, digest } = issued
        if (await hasSampleRecord(records)) return false
        // Each kind and occasion is sent once.
        if (await records.edition.findFirst({ where: { kind, occasion, id: { not: id } } })) return false
        const opened = openedRow({ ...issued, state: 'awaiting-approval' })
        const decided = { release, decidedById: by?.id ?? null, decidedBy: by?.name ?? null, comment }
        const sent = { state: 'sent', reasons: opened.reasons, ...decided, endedAt: new Date(at), figures, digest }
        const { count } = await records.edition.updateMany({ where: { id, ...WAITS }, data: sent })
        if (count === 0) {
          if (await records.edition.findUnique({ where: { id } })) return false
          await records.edition.create({ data: { ...opened, ...sent } })
        }
        await records.editionLetter.createMany({
          data: archive.map(({ pdf, ...letter }) => ({
            ...letter,
            editionId: id,
            pdf: pdf && new Uint8Array(pdf.bytes),
            pdfDigest: pdf?.digest ?? null,
          })),
        })
        await postLetters({ records, query }, id, letters, ids, at)
        await addAuditEntry(records, { act: 'edition-sent', at, subject: issued.period, details: { kind } })
        return true
      }),

    supersede: async (id, at) => {
      const { edition } = await database.records()
      await edition.updateMany({ where: { id, ...WAITS }, data: { state: 'superseded', endedAt: new Date(at) } })
    },

    postpone: async (id) => {
      const { edition } = await database.records()
      await edition.deleteMany({ where: { id, state: 'held' } })
    },

    // Executives, and the owners of goals.
    readers: async () => {
      const { user } = await database.records()
      const users = await user.findMany({ orderBy: { id: 'asc' } })
      return users.flatMap(({ id, name, role, locale }) => {
        const reader: EditionReaderKind | null = role === 'executive' ? role : ownerOf(role as UserRole)
        return reader === null ? [] : [{ id, name, reader, locale: nearestLocale(locale) }]
      })
    },

    remindedAt: (period) => readRemindedAt(database.query, period),
    recordedAt: () => readRecordedAt(database.query),

    archive: async (editionId) => {
      const { editionLetter } = await database.records()
      const letters = await editionLetter.findMany({
        where: { editionId },
        omit: { editionId: true, pdf: true, pdfDigest: true },
        orderBy: [{ reader: 'asc' }, { locale: 'asc' }],
      })
      return letters.map(recordOf<ArchivedLetter>)
    },

    editionOfPdf: async (pdfDigest) => {
      const { editionLetter } = await database.records()
      return (await editionLetter.findFirst({ where: { pdfDigest }, select: { editionId: true } }))?.editionId ?? null
    },

    ledger: (id) => readLedger(database.query, id),
    sendAgain: (id, at) => database.write((query) => postAgain(query, id, ids, at)),
    bouncing: () => readBouncing(database.query),
  }
}

const lastMoment = ({ openedAt, endedAt }: Edition): number => endedAt ?? openedAt

type Opened = Pick<Edition, 'state'> & Omit<NewEdition, 'state'>

const openedRow = (edition: Opened) => {
  const { id, kind, period, occasion, state, dueOn, dueBecause, openedAt, heldAt, sendsOn, reasons } = edition
  return {
    ...{ id, kind, period, occasion, state, dueOn, dueBecause, sendsOn },
    openedAt: new Date(openedAt),
    heldAt: heldAt === null ? null : new Date(heldAt),
    reasons: JSON.stringify(reasons),
  }
}

const EDITION = {
  omit: { decidedById: true, figures: true },
  include: { _count: { select: { readers: true } } },
} as const

const editionOf = ({ reasons, _count, ...stored }: Prisma.EditionGetPayload<typeof EDITION>): Edition =>
  recordOf<Edition>({ ...stored, reasons: JSON.parse(reasons) as readonly HoldReason[], people: _count.readers })

const REMINDED: Statement = ({ oneOf, jsonField }) => `SELECT min(at) AS at FROM (
    SELECT finished_at AS at FROM job_run WHERE job = 'remind-owners' AND outcome LIKE 'reminded %'
      AND ${oneOf('period', '@months')}
    UNION ALL SELECT created_at FROM letter
      WHERE kind = 'closing-reminder' AND ${jsonField('data', 'period')} = @period) AS reminded`

const MONTHS = 6

/** The first reminder about a half-year to the offices: by the calendar, or by an officer's decision. */
async function readRemindedAt(query: ReadQuery, period: PeriodKey): Promise<Instant | null> {
  const half = parsePeriod(period)
  if (!half) return null
  const year = Number(firstDay(nextPeriod(half)).slice(0, 4))
  const first = Number(firstDay(nextPeriod(half)).slice(5, 7))
  const months = Array.from({ length: MONTHS }, (_, n) => periodKey({ kind: 'month', year, index: first + n }))
  return (await query.get<{ at: Instant | null }>(REMINDED, { period, months }))?.at ?? null
}

const ROW = { id: 1 } as const

/** Which editions are sent, and when. */
export function editionSettings(database: RecordDatabase): Pick<EditionStore, 'schedule' | 'begin' | 'saveSettings'> {
  return {
    schedule: async () => {
      const { editionSettings } = await database.records()
      const row = await editionSettings.findUnique({ where: ROW, omit: { id: true, savedBy: true } })
      if (!row) return { settings: DEFAULT_EDITION_SETTINGS, since: null, savedAt: null }
      const { since, savedAt, ...settings } = row
      return { settings, since, savedAt: savedAt?.getTime() ?? null }
    },
    begin: (since) =>
      database.transaction(async ({ records: { editionSettings } }) => {
        await editionSettings.upsert({ where: ROW, create: { ...ROW, ...DEFAULT_EDITION_SETTINGS }, update: {} })
        await editionSettings.updateMany({ where: { ...ROW, since: null }, data: { since } })
      }),
    saveSettings: async (settings, savedBy, at, check) => {
      const saved = { ...columnsOf(settings), savedBy, savedAt: new Date(at) }
      await database.transaction(async ({ records }) => {
        const current = await records.editionSettings.findUnique({ where: ROW })
        check?.(current ? columnsOf(current) : DEFAULT_EDITION_SETTINGS)
        await records.editionSettings.upsert({ where: ROW, create: { ...ROW, ...saved }, update: saved })
        await addSettingChange(records, 'editions')
      })
    },
  }
}

const columnsOf = ({ workingDays, preliminary, approval, monthly, quarterly }: EditionSettings): EditionSettings => ({
  workingDays,
  preliminary,
  approval,
  monthly,
  quarterly,
})
