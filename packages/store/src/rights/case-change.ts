import type { CaseChange, CaseFacts } from '@wayproof/evidence'
import type { CalendarDate, Id } from '@wayproof/kernel'
import type { Sql } from '../engine/sql.ts'

export interface ChangeRow extends Pick<CaseChange, 'day' | 'by' | 'reason'> {
  readonly before: string | null
  readonly after: string
}

export const CHANGES = `SELECT day, changed_by AS "by", reason, before, after FROM rights_case_change
  WHERE case_id = ? ORDER BY number`

export const changeOf = ({ before, after, ...change }: ChangeRow): CaseChange => ({
  ...change,
  before: before === null ? null : (JSON.parse(before) as CaseFacts),
  after: JSON.parse(after) as CaseFacts,
})

export function insertChange(sql: Sql, caseId: Id, { day, by, reason, before, after }: CaseChange): void {
  sql(`INSERT INTO rights_case_change (case_id, number, day, changed_by, reason, before, after)
    SELECT @caseId, COALESCE(MAX(number), 0) + 1, @day, @by, @reason, @before, @after FROM rights_case_change
    WHERE case_id = @caseId`).run({
    ...{ caseId, day, by, reason },
    before: before && JSON.stringify(before),
    after: JSON.stringify(after),
  })
}

/** Only from what it was corrected from: of two at once one is refused. */
export const CORRECT = `UPDATE rights_case
  SET kind = @kind, regime = @regime, channel = @channel, received_on = @receivedOn, due_on = @dueOn
  WHERE id = @caseId AND kind = @wasKind AND regime IS @wasRegime AND channel = @wasChannel AND received_on = @wasReceivedOn`

export const correctionOf = (
  caseId: Id,
  { before, after }: CaseChange & { readonly before: CaseFacts },
  dueOn: CalendarDate | null,
) => ({
  ...after,
  caseId,
  dueOn,
  wasKind: before.kind,
  wasRegime: before.regime,
  wasChannel: before.channel,
  wasReceivedOn: before.receivedOn,
})
