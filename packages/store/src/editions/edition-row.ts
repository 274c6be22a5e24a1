import type { Edition, HoldReason } from '@wayproof/scorecard'

type Plain = Omit<Edition, 'reasons'>

export interface EditionRow extends Plain {
  readonly reasons: string
}

/** SQL: the columns of an EditionRow. */
export const EDITION_COLUMNS = `id, kind, period, occasion, state, due_on AS dueOn, due_because AS dueBecause,
  opened_at AS openedAt, held_at AS heldAt, sends_on AS sendsOn, reasons, release, decided_by AS decidedBy, comment,
  ended_at AS endedAt, digest, (SELECT count(*) FROM edition_reader WHERE edition_id = edition.id) AS people`

export const editionOf = ({ reasons, ...row }: EditionRow): Edition => ({
  ...row,
  reasons: JSON.parse(reasons) as readonly HoldReason[],
})
