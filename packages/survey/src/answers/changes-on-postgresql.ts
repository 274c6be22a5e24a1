import type { Change, Values } from '@wayproof/database/query/query'
import type { LockedAnswer, LockedAnswerRows } from './answer-rows-on-postgresql.ts'
import type { CounterRow } from './counters.ts'

const DELETE = `DELETE FROM answer USING unnest(@waveIds, @receipts) AS gone(wave, receipt)
  WHERE wave_id = gone.wave AND key = gone.receipt`

const CHANGE = `UPDATE answer SET cell_id = new.cell, "values" = new.stored, comment = new.comment, language = new.language,
    encrypted = nullif(new.encrypted, '')
  FROM unnest(@waveIds, @receipts, @cellIds, @stored, @comments, @languages, @encrypted)
    AS new(wave, receipt, cell, stored, comment, language, encrypted)
  WHERE wave_id = new.wave AND key = new.receipt`

const ADD = `INSERT INTO answer (wave_id, key, cell_id, "values", comment, language, encrypted)
  SELECT wave, receipt, cell, stored, comment, language, nullif(encrypted, '')
  FROM unnest(@waveIds, @receipts, @cellIds, @stored, @comments, @languages, @encrypted)
    AS new(wave, receipt, cell, stored, comment, language, encrypted)`

const MARK = 'UPDATE invitation SET answered = true WHERE id = ANY(@ids) AND NOT answered'

const DELETE_DRAFTS = 'DELETE FROM draft WHERE invitation_id = ANY(@ids)'

const PUT_DRAFTS = `INSERT INTO draft (invitation_id, sealed) SELECT * FROM unnest(@ids, @sealed)
  ON CONFLICT (invitation_id) DO UPDATE SET sealed = excluded.sealed`

const COUNTERS = `INSERT INTO answer_counter (wave_id, shard, day, answered, withdrawn)
  SELECT wave, @shard, day, answered, withdrawn
  FROM unnest(@waveIds, @days, @answered, @withdrawn) AS new(wave, day, answered, withdrawn)
  ON CONFLICT (wave_id, shard, day) DO UPDATE SET answered = answer_counter.answered + excluded.answered,
    withdrawn = answer_counter.withdrawn + excluded.withdrawn`

/**
 * The statements that write the changes of a batch, one of each kind. Answers are sorted by receipt and invitations by id,
 * because a common order would reveal which belong together.
 */
export function changesOf(rows: LockedAnswerRows, counters: readonly CounterRow[], shard: number): readonly Change[] {
  const { added, changed, deleted } = rows.changes
  const ids = [...rows.answered].toSorted()
  const drafts = [...rows.drafts].toSorted(([one], [other]) => (one < other ? -1 : 1))
  const gone = drafts.flatMap(([id, sealed]) => (sealed ? [] : [id]))
  const put = drafts.flatMap(([id, sealed]) => (sealed ? [{ id, sealed }] : []))
  const change = (concerned: readonly unknown[], statement: string, values: () => Values): readonly Change[] =>
    concerned.length > 0 ? [{ statement, values: values() }] : []
  return [
    change(ids, MARK, () => ({ ids })),
    change(deleted, DELETE, () => keysOf(deleted)),
    change(changed, CHANGE, () => columnsOf(changed)),
    change(added, ADD, () => columnsOf(added.toSorted(byReceipt))),
    change(gone, DELETE_DRAFTS, () => ({ ids: gone })),
    change(put, PUT_DRAFTS, () => ({ ids: put.map(({ id }) => id), sealed: put.map(({ sealed }) => sealed) })),
    change(counters, COUNTERS, () => ({
      shard,
      waveIds: idsOf(counters),
      days: counters.map(({ day }) => day),
      answered: counters.map(({ answered }) => answered),
      withdrawn: counters.map(({ withdrawn }) => withdrawn),
    })),
  ].flat()
}

const idsOf = (rows: readonly { readonly waveId: string }[]) => rows.map(({ waveId }) => waveId)

const keysOf = (answers: readonly LockedAnswer[]) => {
  return { waveIds: idsOf(answers), receipts: answers.map(({ receiptHash }) => receiptHash) }
}

const columnsOf = (answers: readonly LockedAnswer[]) => ({
  ...keysOf(answers),
  cellIds: answers.map(({ cellId }) => cellId),
  stored: answers.map(({ stored }) => stored?.values ?? ''),
  comments: answers.map(({ stored }) => stored?.comment ?? null),
  languages: answers.map(({ stored }) => stored?.language ?? null),
  // A list of nulls has no type.
  encrypted: answers.map(({ stored }) => stored?.encrypted ?? NO_BYTES),
})

const NO_BYTES = Buffer.alloc(0)

const byReceipt = (one: LockedAnswer, other: LockedAnswer) => Buffer.compare(one.receiptHash, other.receiptHash)
