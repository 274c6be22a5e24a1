import type { NewWhistleReport, WhistleReport } from '@wayproof/evidence'

export interface ReportRow extends Omit<WhistleReport, 'anonymous' | 'concernsOfficer'> {
  readonly anonymous: number
  readonly concernsOfficer: number
}

export const REPORT = `whistle_report.id, reporter, locale, received_on AS receivedOn, status, outcome, anonymous,
  concerns_officer AS concernsOfficer, acknowledged_on AS acknowledgedOn, examined_on AS examinedOn,
  feedback_on AS feedbackOn, closed_on AS closedOn`

type OfRow<Row> = Omit<Row, 'anonymous' | 'concernsOfficer'> & Pick<WhistleReport, 'anonymous' | 'concernsOfficer'>

export const reportOf = <Row extends ReportRow>(row: Row): OfRow<Row> => ({
  ...row,
  anonymous: row.anonymous === 1,
  concernsOfficer: row.concernsOfficer === 1,
})

export const INSERT_REPORT = `INSERT INTO whistle_report (id, code_hash, reporter, locale, received_on, status, anonymous,
    concerns_officer, reporter_contact_sealed)
  VALUES (@id, @codeHash, @reporter, @locale, @receivedOn, @status, @anonymous, @concernsOfficer, @contactSealed)
  ON CONFLICT (code_hash) DO NOTHING`

export const reportValues = ({ message: _, anonymous, concernsOfficer, ...taken }: NewWhistleReport) => ({
  ...taken,
  anonymous: anonymous ? 1 : 0,
  concernsOfficer: concernsOfficer ? 1 : 0,
})
