import type { ListedReport, SealedReportMessage, WhistleStore } from '@wayproof/evidence'
import type { CalendarDate, Id, Instant } from '@wayproof/kernel'
import { confirmedUser } from '../appointments/confirmed-user.ts'
import type { Database } from '../engine/database.ts'
import type { Sql } from '../engine/sql.ts'
import { INSERT_REPORT, REPORT, type ReportRow, reportOf, reportValues } from './report-row.ts'

// One officer alone makes nobody a reader of reports.
const HANDLER = `role = 'case-handler' AND ${confirmedUser('user')}`

/** Whistle-blowers' reports in the database; contacts and texts arrive sealed. */
export function whistleStore(database: Database): WhistleStore {
  return {
    hasHandler: async () => database.read(`SELECT 1 FROM user WHERE ${HANDLER} LIMIT 1`).get() !== undefined,

    handlerSince: async (userId) =>
      database
        .read<{ since: Instant }>(
          `SELECT coalesce(role_since, created_at) AS since FROM user WHERE id = ? AND ${HANDLER}`,
        )
        .get(userId)?.since ?? null,

    takeReport: (taken) =>
      database.write((sql) => {
        if (sql(INSERT_REPORT).run(reportValues(taken)).changes === 0) return false
        insertMessage(sql, taken.id, taken.message)
        return true
      }),

    report: async (of) => {
      const row = database
        .read<ReportRow & { readonly contactSealed: Uint8Array | null }>(
          `SELECT ${REPORT}, reporter_contact_sealed AS contactSealed FROM whistle_report
           WHERE ${'id' in of ? 'id' : 'code_hash'} = ?`,
        )
        .get('id' in of ? of.id : of.codeHash)
      if (!row) return null
      const { contactSealed, ...found } = row
      return {
        report: reportOf(found),
        contactSealed,
        messages: database.read<SealedReportMessage>(MESSAGES).all(found.id),
      }
    },

    addMessage: (reportId, message, most) =>
      database.write((sql) => {
        const written = `SELECT COUNT(*) FROM whistle_message WHERE report_id = whistle_report.id AND author = 'reporter'`
        const open = sql(`SELECT 1 FROM whistle_report WHERE id = ? AND status <> 'closed' AND (${written}) < ?`)
        if (!open.get(reportId, most)) return false
        insertMessage(sql, reportId, message)
        return true
      }),

    addHandlerMessage: (reportId, message) =>
      database.write((sql) => {
        const { purpose, day } = message
        if (sql(WRITTEN).run({ reportId, day, feedback: purpose === 'feedback' ? 1 : 0 }).changes === 0) return false
        insertMessage(sql, reportId, message)
        return true
      }),

    recordStep: (reportId, step, day) => database.write((sql) => sql(STEPS[step]).run({ reportId, day }).changes === 1),

    recordConcern: (reportId, concernsOfficer) =>
      database.write((sql) => {
        const mark = sql(`UPDATE whistle_report SET concerns_officer = ? WHERE id = ? AND status <> 'closed'`)
        return mark.run(concernsOfficer ? 1 : 0, reportId).changes === 1
      }),

    closeReport: (reportId, outcome, day) =>
      database.write((sql) => {
        const close = sql(`UPDATE whistle_report SET status = 'closed', outcome = ?, closed_on = ?
          WHERE id = ? AND status <> 'closed' AND feedback_on IS NOT NULL`)
        return close.run(outcome, day, reportId).changes === 1
      }),

    openReports: async () => database.read<ReportRow & Pick<ListedReport, 'lastAuthor'>>(OPEN).all().map(reportOf),

    closedReports: async (limit) => database.read<ReportRow>(CLOSED).all(limit).map(reportOf),

    daysWritten: async (from) =>
      database
        .read<{ day: CalendarDate }>(DAYS)
        .all(from)
        .map(({ day }) => day),
  }
}

function insertMessage(sql: Sql, reportId: Id, { author, purpose, day, textSealed }: SealedReportMessage): void {
  sql(`INSERT INTO whistle_message (report_id, number, author, purpose, day, text_sealed)
    SELECT @reportId, COALESCE(MAX(number), 0) + 1, @author, @purpose, @day, @textSealed FROM whistle_message
    WHERE report_id = @reportId`).run({ reportId, author, purpose, day, textSealed })
}

/** A reporter who is written to knows that the report arrived. */
const WRITTEN = `UPDATE whistle_report SET
    status = CASE status WHEN 'received' THEN 'acknowledged' ELSE status END,
    acknowledged_on = COALESCE(acknowledged_on, @day),
    feedback_on = CASE WHEN @feedback THEN COALESCE(feedback_on, @day) ELSE feedback_on END
  WHERE id = @reportId AND status <> 'closed'`

const STEPS = {
  acknowledged: `UPDATE whistle_report SET status = 'acknowledged', acknowledged_on = @day
    WHERE id = @reportId AND status = 'received'`,
  'in-examination': `UPDATE whistle_report SET status = 'in-examination', examined_on = @day,
      acknowledged_on = COALESCE(acknowledged_on, @day)
    WHERE id = @reportId AND status IN ('received', 'acknowledged')`,
} as const

const MESSAGES =
  'SELECT author, purpose, day, text_sealed AS textSealed FROM whistle_message WHERE report_id = ? ORDER BY number'

const OPEN = `SELECT ${REPORT}, (SELECT author FROM whistle_message WHERE report_id = whistle_report.id
    ORDER BY number DESC LIMIT 1) AS lastAuthor
  FROM whistle_report WHERE status <> 'closed' ORDER BY received_on, whistle_report.id`

const CLOSED = `SELECT ${REPORT} FROM whistle_report WHERE status = 'closed'
  ORDER BY closed_on DESC, whistle_report.id LIMIT ?`

const DAYS = `SELECT DISTINCT day FROM whistle_message JOIN whistle_report ON whistle_report.id = report_id
  WHERE status <> 'closed' AND author = 'reporter' AND day >= ? ORDER BY day`
