import type { NewRightsCase, RightsCase } from '@wayproof/evidence'

export interface CaseRow extends Omit<RightsCase, 'anonymous'> {
  readonly anonymous: number
}

export const CASE = `rights_case.id, kind, regime, channel, received_on AS receivedOn,
  recorded_on AS recordedOn, due_on AS dueOn, status, outcome, anonymous,
  locale, identity_checked_on AS identityCheckedOn, address_dropped_on AS addressDroppedOn,
  extended_on AS extendedOn, answered_on AS answeredOn, closed_on AS closedOn`

export const caseOf = <Row extends CaseRow>(row: Row): Omit<Row, 'anonymous'> & { readonly anonymous: boolean } => ({
  ...row,
  anonymous: row.anonymous === 1,
})

export const INSERT_CASE = `INSERT INTO rights_case (id, code_hash, kind, regime, channel, received_on, recorded_on, due_on,
    status, anonymous, locale, contact_sealed, identity_checked_on)
  VALUES (@id, @codeHash, @kind, @regime, @channel, @receivedOn, @recordedOn, @dueOn, @status, @anonymous, @locale,
    @contactSealed, @identityCheckedOn)
  ON CONFLICT (code_hash) DO NOTHING`

export const caseValues = ({
  message: _message,
  code: _code,
  recorded: _recorded,
  anonymous,
  ...opened
}: NewRightsCase) => ({
  ...opened,
  anonymous: anonymous ? 1 : 0,
})
