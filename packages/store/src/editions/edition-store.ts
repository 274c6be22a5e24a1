import type { Id, Ids } from '@wayproof/kernel'
import type { ArchivedLetter, EditionStore, IssuedEdition, NewEdition, PostedLetter } from '@wayproof/letters'
import { DEFAULT_EDITION_SETTINGS, type EditionSettings, type ExecutiveSummary } from '@wayproof/scorecard'
import type { Database } from '../engine/database.ts'
import type { Sql } from '../engine/sql.ts'
import { insertLetter } from '../outbox/insert-letter.ts'
import { readRecordedAt, readRemindedAt, readSchedule } from './edition-facts.ts'
import { postAgain, postLetters, readBouncing, readEditionReaders, readLedger } from './edition-readers.ts'
import { EDITION_COLUMNS, type EditionRow, editionOf } from './edition-row.ts'

const FIND = `SELECT ${EDITION_COLUMNS} FROM edition`
const WAITS = `state IN ('held', 'awaiting-approval')`

const OPEN = `INSERT INTO edition (id, kind, period, occasion, state, due_on, due_because, opened_at, held_at, sends_on, reasons)
  VALUES (@id, @kind, @period, @occasion, @state, @dueOn, @dueBecause, @openedAt, @heldAt, @sendsOn, @reasons)
  ON CONFLICT DO NOTHING`

const SEND = `UPDATE edition SET state = 'sent', reasons = @reasons, release = @release, decided_by_id = @byId, decided_by = @byName,
    comment = @comment, ended_at = @at, figures = @figures, digest = @digest
  WHERE id = @id AND ${WAITS}`

const ARCHIVE = `INSERT INTO edition_letter (edition_id, reader, locale, subject, html, text, pdf, pdf_digest)
  VALUES (@id, @reader, @locale, @subject, @html, @text, @pdf, @digest)`

const SETTINGS = `INSERT INTO edition_settings (id, working_days, preliminary, approval, monthly, quarterly, saved_at, saved_by)
  VALUES (1, @workingDays, @preliminary, @approval, @monthly, @quarterly, @at, @by)
  ON CONFLICT (id) DO UPDATE SET working_days = excluded.working_days, preliminary = excluded.preliminary,
    approval = excluded.approval, monthly = excluded.monthly, quarterly = excluded.quarterly,
    saved_at = excluded.saved_at, saved_by = excluded.saved_by`

const BEGIN = `INSERT INTO edition_settings (id, since, working_days, preliminary, approval, monthly, quarterly)
  VALUES (1, @since, @workingDays, @preliminary, @approval, @monthly, @quarterly)
  ON CONFLICT (id) DO UPDATE SET since = excluded.since WHERE since IS NULL`

/** Editions of the summary in the database. */
export function editionStore(database: Database, { ids }: { readonly ids: Ids }): EditionStore {
  const post = (sql: Sql, notices: readonly PostedLetter[], at: number) => {
    for (const notice of notices) insertLetter(sql, ids.next(), notice, at)
  }
  return {
    schedule: async () => readSchedule((text) => database.read(text)),

    begin: (since) => database.write((sql) => void sql(BEGIN).run({ since, ...columnsOf(DEFAULT_EDITION_SETTINGS) })),

    saveSettings: (settings, by, at) =>
      database.write((sql) => void sql(SETTINGS).run({ ...columnsOf(settings), by, at })),

    list: async () =>
      database.read<EditionRow>(`${FIND} ORDER BY coalesce(ended_at, opened_at) DESC, rowid DESC`).all().map(editionOf),

    find: async (id) => {
      const row = database.read<EditionRow>(`${FIND} WHERE id = ?`).get(id)
      return row ? editionOf(row) : null
    },

    lastSent: async (period) => {
      const text = `SELECT ${EDITION_COLUMNS}, figures FROM edition WHERE period = ? AND state = 'sent'
        ORDER BY ended_at DESC, rowid DESC LIMIT 1`
      const row = database.read<EditionRow & { readonly figures: string }>(text).get(period)
      if (!row) return null
      const { figures, ...edition } = row
      return { ...editionOf(edition), summary: JSON.parse(figures) as ExecutiveSummary }
    },

    open: (edition, notices) =>
      database.write((sql) => {
        if (sql(OPEN).run(openValues(edition)).changes === 0) return false
        post(sql, notices, edition.openedAt)
        return true
      }),

    keepReasons: (id, reasons) =>
      database.write(
        (sql) =>
          void sql(`UPDATE edition SET reasons = ? WHERE id = ? AND state = 'held'`).run(JSON.stringify(reasons), id),
      ),

    awaitApproval: (id, reasons, notices, at) =>
      database.write((sql) => {
        const text = `UPDATE edition SET state = 'awaiting-approval', reasons = ? WHERE id = ? AND state = 'held'`
        if (sql(text).run(JSON.stringify(reasons), id).changes === 0) return false
        post(sql, notices, at)
        return true
      }),

    issue: ({ archive, letters, ...edition }) =>
      database.write((sql) => {
        // One that waited is there already; the unique key lets each kind and occasion leave once.
        const other = 'SELECT 1 FROM edition WHERE kind = ? AND occasion = ? AND id <> ?'
        if (sql(other).get(edition.kind, edition.occasion, edition.id)) return false
        sql(OPEN).run(openValues({ ...edition, state: 'awaiting-approval' }))
        if (sql(SEND).run(sentValues(edition)).changes === 0) return false
        for (const { pdf, ...letter } of archive)
          sql(ARCHIVE).run({ id: edition.id, ...letter, pdf: pdf?.bytes ?? null, digest: pdf?.digest ?? null })
        postLetters(sql, edition.id, letters, ids, edition.at)
        return true
      }),

    supersede: (id, at) =>
      database.write(
        (sql) =>
          void sql(`UPDATE edition SET state = 'superseded', ended_at = ? WHERE id = ? AND ${WAITS}`).run(at, id),
      ),

    postpone: (id) => database.write((sql) => void sql(`DELETE FROM edition WHERE id = ? AND state = 'held'`).run(id)),

    readers: async () => readEditionReaders((text) => database.read(text)),
    remindedAt: async (period) => readRemindedAt((text) => database.read(text), period),
    recordedAt: async () => readRecordedAt((text) => database.read(text)),

    archive: async (id) =>
      database
        .read<ArchivedLetter>(
          'SELECT reader, locale, subject, html, text FROM edition_letter WHERE edition_id = ? ORDER BY reader, locale',
        )
        .all(id),

    editionOfPdf: async (digest) =>
      database.read<{ id: Id }>('SELECT edition_id AS id FROM edition_letter WHERE pdf_digest = ?').get(digest)?.id ??
      null,

    ledger: async (id) => readLedger((text) => database.read(text), id),
    sendAgain: (id, at) => database.write((sql) => postAgain(sql, id, ids, at)),
    bouncing: async () => readBouncing((text) => database.read(text)),
  }
}

const flag = (on: boolean) => (on ? 1 : 0)

const columnsOf = ({ workingDays, preliminary, approval, monthly, quarterly }: EditionSettings) => ({
  workingDays,
  preliminary: flag(preliminary),
  approval: flag(approval),
  monthly: flag(monthly),
  quarterly: flag(quarterly),
})

const openValues = (edition: Omit<NewEdition, 'state'> & { readonly state: string; readonly id: Id }) => ({
  id: edition.id,
  kind: edition.kind,
  period: edition.period,
  occasion: edition.occasion,
  state: edition.state,
  dueOn: edition.dueOn,
  dueBecause: edition.dueBecause,
  openedAt: edition.openedAt,
  heldAt: edition.heldAt,
  sendsOn: edition.sendsOn,
  reasons: JSON.stringify(edition.reasons),
})

const sentValues = ({
  id,
  reasons,
  release,
  by,
  comment,
  at,
  figures,
  digest,
}: Omit<IssuedEdition, 'archive' | 'letters'>) => ({
  id,
  reasons: JSON.stringify(reasons),
  release,
  byId: by?.id ?? null,
  byName: by?.name ?? null,
  comment,
  at,
  figures,
  digest,
})
