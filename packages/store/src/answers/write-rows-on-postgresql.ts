import type { Query } from '../engine/query/query.ts'
import type { HeldAnswer, LockedAnswerRows } from './answer-rows-on-postgresql.ts'
import type { Counters } from './counters.ts'

const DELETE = `DELETE FROM answer USING unnest(@waveIds, @receipts) AS gone(wave, receipt)
  WHERE wave_id = gone.wave AND key = gone.receipt`

const CHANGE = `UPDATE answer SET cell_id = new.cell, "values" = new.stored, comment = new.comment, language = new.language
  FROM unnest(@waveIds, @receipts, @cellIds, @stored, @comments, @languages)
    AS new(wave, receipt, cell, stored, comment, language)
  WHERE wave_id = new.wave AND key = new.receipt`

const ADD = `INSERT INTO answer (wave_id, key, cell_id, "values", comment, language)
  SELECT * FROM unnest(@waveIds, @receipts, @cellIds, @stored, @comments, @languages)`

const MARK = 'UPDATE invitation SET answered = true WHERE id = ANY(@ids) AND NOT answered'

const DELETE_DRAFTS = 'DELETE FROM draft WHERE invitation_id = ANY(@ids)'

const PUT_DRAFTS = `INSERT INTO draft (invitation_id, sealed) SELECT * FROM unnest(@ids, @sealed)
  ON CONFLICT (invitation_id) DO UPDATE SET sealed = excluded.sealed`

const DAYS = `INSERT INTO answer_day (wave_id, day, count) SELECT * FROM unnest(@waveIds, @days, @counts)
  ON CONFLICT (wave_id, day) DO UPDATE SET count = answer_day.count + excluded.count`

const WAVES = `UPDATE wave SET answered_count = answered_count + new.answered,
    withdrawn_count = withdrawn_count + new.withdrawn
  FROM unnest(@waveIds, @answered, @withdrawn) AS new(wave, answered, withdrawn) WHERE id = new.wave`

/**
 * Writes what a batch has changed, with one statement of each kind. Answers are sorted by receipt and invitations by id:
 * an order that both share would show which belong together.
 */
export async function writeRows(query: Query, rows: LockedAnswerRows, { days, waves }: Counters): Promise<void> {
  const { added, changed, deleted } = rows.changes
  if (deleted.length > 0) await query.run(DELETE, keysOf(deleted))
  if (changed.length > 0) await query.run(CHANGE, columnsOf(changed))
  if (added.length > 0) await query.run(ADD, columnsOf(added.toSorted(byReceipt)))
  const ids = [...rows.answered].toSorted()
  const marked = ids.length > 0 ? await query.run(MARK, { ids }) : 0
  if (marked !== ids.length) throw new Error('an invitation changed inside the transaction')
  await writeDrafts(query, rows.drafts)
  if (days.length > 0) {
    const counts = days.map(({ count }) => count)
    await query.run(DAYS, { waveIds: idsOf(days), days: days.map(({ day }) => day), counts })
  }
  if (waves.length > 0) {
    const [answered, withdrawn] = [waves.map((wave) => wave.answered), waves.map((wave) => wave.withdrawn)]
    await query.run(WAVES, { waveIds: idsOf(waves), answered, withdrawn })
  }
}

async function writeDrafts(query: Query, drafts: LockedAnswerRows['drafts']): Promise<void> {
  const all = [...drafts].toSorted(([one], [other]) => (one < other ? -1 : 1))
  const gone = all.flatMap(([id, sealed]) => (sealed ? [] : [id]))
  if (gone.length > 0) await query.run(DELETE_DRAFTS, { ids: gone })
  const put = all.flatMap(([id, sealed]) => (sealed ? [{ id, sealed }] : []))
  if (put.length === 0) return
  await query.run(PUT_DRAFTS, { ids: put.map(({ id }) => id), sealed: put.map(({ sealed }) => sealed) })
}

const idsOf = (rows: readonly { readonly waveId: string }[]) => rows.map(({ waveId }) => waveId)

const keysOf = (answers: readonly HeldAnswer[]) => {
  return { waveIds: idsOf(answers), receipts: answers.map(({ receiptHash }) => receiptHash) }
}

const columnsOf = (answers: readonly HeldAnswer[]) => ({
  ...keysOf(answers),
  cellIds: answers.map(({ cellId }) => cellId),
  stored: answers.map(({ stored }) => stored?.values ?? ''),
  comments: answers.map(({ stored }) => stored?.comment ?? null),
  languages: answers.map(({ stored }) => stored?.language ?? null),
})

const byReceipt = (one: HeldAnswer, other: HeldAnswer) => Buffer.compare(one.receiptHash, other.receiptHash)
