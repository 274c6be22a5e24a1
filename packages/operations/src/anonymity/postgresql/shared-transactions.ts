import { tiedByCell } from '../tied-by-cell.ts'
import type { StoredRow, StoredWave } from './stored-rows.ts'

/** Ties answers to the invitations that the same transaction stored, by their positions in it. */
export function sharedTransactions(wave: StoredWave): readonly string[] {
  const invitations = byTransaction(wave.invitationRows)
  return [...byTransaction(wave.answerRows)].flatMap(([transaction, answers]) =>
    tiedInTransaction(wave, answers, invitations.get(transaction) ?? []),
  )
}

function tiedInTransaction(
  wave: StoredWave,
  answers: readonly StoredRow[],
  invitations: readonly StoredRow[],
): readonly string[] {
  if (answers.length === invitations.length && (answers.length === 1 || oneStatementEach(answers, invitations)))
    return pairs(wave, byCommand(answers), byCommand(invitations))
  return tiedByCell(
    wave,
    answers.map(({ key }) => key),
    invitations.map(({ key }) => wave.invitations.get(key)?.cell ?? null),
  )
}

const oneStatementEach = (...sides: readonly (readonly StoredRow[])[]) =>
  sides.every((rows) => new Set(rows.map(({ command }) => command)).size === rows.length)

const byCommand = (rows: readonly StoredRow[]) => rows.toSorted((one, other) => one.command - other.command)

/**
 * Returns all answers if the rows belong together in these orders, that is, no pair has two different cells. An
 * invitation without a cell matches any.
 */
export function pairs(
  { answers: answerCells, invitations: invited }: StoredWave,
  answers: readonly StoredRow[],
  invitations: readonly StoredRow[],
): readonly string[] {
  if (answers.length !== invitations.length) return []
  const agree = answers.every(({ key }, n) => {
    const cell = invited.get(invitations[n]?.key ?? '')?.cell ?? null
    return cell === null || cell === answerCells.get(key)?.cell
  })
  return agree ? answers.map(({ key }) => key) : []
}

function byTransaction(rows: readonly StoredRow[]): ReadonlyMap<string, readonly StoredRow[]> {
  const groups = new Map<string, StoredRow[]>()
  for (const row of rows) {
    const group = groups.get(row.transaction) ?? []
    group.push(row)
    groups.set(row.transaction, group)
  }
  return groups
}
