import { DatabaseFault } from '@wayproof/database/database-fault'
import type { PostgresqlDatabase } from '@wayproof/database/postgresql/postgresql-database'
import type { Change, ReadQuery, Values } from '@wayproof/database/query/query'
import type { QuestionnaireOf } from '@wayproof/forms/questionnaires/published/published-questionnaires'
import type { QuestionnaireVersion } from '@wayproof/forms/questionnaires/published/read-questionnaire'
import type { LinkState } from '../links/invitation.ts'
import { answerableStatus } from '../trial/trial-columns.ts'
import type { CipherOf } from '../wave-keys/answer-cipher.ts'
import { type LockedAnswer, LockedAnswerRows } from './answer-rows-on-postgresql.ts'
import { type CounterRow, Counters } from './counters.ts'
import type { CommitBatch, Waiting } from './group-commit.ts'

export interface CommitDeps extends AnswerFormDeps {
  /** The shard of counters to which this process adds. */
  readonly shard: number
}

/**
 * Commits a batch in one transaction with one statement of each kind: locks its rows, decides in memory, and writes the
 * changes.
 */
export function commitOnPostgresql(database: PostgresqlDatabase, { shard, ...deps }: CommitDeps): CommitBatch {
  const commit: CommitBatch = (batch) =>
    database.lockAndChange(async (query) => {
      const rows = await lockRows(query, batch, deps)
      const failures = new Map<Waiting, unknown>()
      const counters = new Counters()
      for (const waiting of batch) {
        try {
          const change = waiting.write(rows)
          if (change) counters.add(change)
        } catch (error) {
          // It has changed nothing, so the others are committed.
          failures.set(waiting, error)
        }
      }
      return { result: failures, changes: changesOf(rows, counters.rows, shard) }
    })

  return async (batch) => {
    try {
      return await commit(batch)
    } catch (error) {
      // A failing disk, server or connection fails the whole batch.
      if (error instanceof DatabaseFault || batch.length === 1) throw error
      const failures = new Map<Waiting, unknown>()
      for (const waiting of batch) {
        try {
          for (const [, failure] of await commit([waiting])) failures.set(waiting, failure)
        } catch (failure) {
          if (failure instanceof DatabaseFault) throw failure
          failures.set(waiting, failure)
        }
      }
      return failures
    }
  }
}

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
function changesOf(rows: LockedAnswerRows, counters: readonly CounterRow[], shard: number): readonly Change[] {
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

interface InvitationRow {
  readonly id: string
  readonly wave_id: string
  readonly cell_id: string
  readonly generation: number | null
  readonly answered: number | null
}

interface WaveRow extends QuestionnaireVersion {
  readonly id: string
  readonly status: LinkState['wave']['status']
  readonly closes_at: number
  readonly key_check: Uint8Array | null
}

interface AnswerRow {
  readonly wave_id: string
  readonly receipt: string
  readonly cell_id: string
}

// Every transaction locks invitations before waves before answers, each in the order of their keys, so that no two wait
// for each other. An answer is locked because another process may correct or withdraw it at the same moment.
const INVITATIONS = `SELECT id, wave_id, cell_id, generation, answered FROM invitation WHERE id = ANY(@ids)
  ORDER BY id FOR UPDATE`

const CONCERNED = `id IN (SELECT wave_id FROM invitation WHERE id = ANY(@ids)) OR (@isAnyWave AND status <> 'unlinked')`

/** Until the transaction ends, the wave cannot be closed, but other processes may store answers in it. */
const WAVES = `SELECT id, ${answerableStatus('wave')} AS status, closes_at, questionnaire_id, questionnaire_version, key_check FROM wave
  WHERE ${CONCERNED} ORDER BY id FOR SHARE`

/** Read after the locks, because each statement sees everything committed before it. */
const ANSWERS = `SELECT wave_id, encode(key, 'hex') AS receipt, cell_id FROM answer
  WHERE wave_id = ANY(ARRAY(SELECT id FROM wave WHERE ${CONCERNED})) AND key = ANY(@receipts)
  ORDER BY wave_id, key FOR UPDATE`

/** Finds how the answers to a wave are stored. */
interface AnswerFormDeps {
  readonly questionnaireOf: QuestionnaireOf
  readonly cipherOf: CipherOf
}

/** Locks and reads the rows of a batch, with one statement for each table, all in one round trip. */
async function lockRows(
  query: ReadQuery,
  batch: readonly Waiting[],
  { questionnaireOf, cipherOf }: AnswerFormDeps,
): Promise<LockedAnswerRows> {
  const ids = batch.flatMap(({ concerned: { invitationId } }) => (invitationId === undefined ? [] : [invitationId]))
  const receipts = batch.flatMap(({ concerned: { receiptHash } }) => (receiptHash ? [receiptHash] : []))
  const isAnyWave = batch.some(({ concerned: { invitationId } }) => invitationId === undefined)

  const rows = new LockedAnswerRows()
  const [invitations, waves, answers] = await Promise.all([
    query.all<InvitationRow>(INVITATIONS, { ids }),
    query.all<WaveRow>(WAVES, { ids, isAnyWave }),
    receipts.length > 0 ? query.all<AnswerRow>(ANSWERS, { ids, isAnyWave, receipts }) : [],
  ])
  for (const wave of waves) {
    const questionnaire = await questionnaireOf(query, wave)
    const { id, key_check: keyCheck } = wave
    // The key is read when an answer needs it: an answer to another wave must not fail without it.
    const form = () => ({ questionnaire, cipher: cipherOf({ id, keyCheck }) })
    rows.holdWave(id, { status: wave.status, closesAt: wave.closes_at, form })
  }
  for (const { id, wave_id: waveId, cell_id: cellId, generation, answered } of invitations)
    rows.holdInvitation(id, { waveId, cellId, generation, answered: answered === 1 })
  for (const { wave_id, receipt, cell_id } of answers) rows.holdAnswer(wave_id, receipt, cell_id)
  return rows
}
