import { answerCode, type LinkState } from '@wayproof/survey'
import type { Query } from '../engine/query/query.ts'
import type { QuestionnaireOf } from '../questionnaires/published-questionnaires.ts'
import type { QuestionnaireVersion } from '../questionnaires/read-questionnaire.ts'
import { LockedAnswerRows } from './answer-rows-on-postgresql.ts'
import type { Waiting } from './group-commit.ts'

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
}

interface AnswerRow {
  readonly wave_id: string
  readonly receipt: string
  readonly cell_id: string
}

// Whoever locks both locks invitations before waves, each in the order of their ids, so that no two wait for each other.
const INVITATIONS = `SELECT id, wave_id, cell_id, generation, answered FROM invitation WHERE id = ANY(@ids)
  ORDER BY id FOR UPDATE`

/** No wave closes, and no other process stores answers in it, until the transaction ends. */
const WAVES = `SELECT id, status, closes_at, questionnaire_id, questionnaire_version FROM wave
  WHERE id = ANY(@ids) OR (@all AND status <> 'unlinked') ORDER BY id FOR NO KEY UPDATE`

const ANSWERS = `SELECT wave_id, encode(key, 'hex') AS receipt, cell_id FROM answer
  WHERE wave_id = ANY(@waveIds) AND key = ANY(@receipts)`

/** Locks and reads the rows that a batch concerns, with one statement for each table. */
export async function lockRows(
  query: Query,
  batch: readonly Waiting[],
  questionnaireOf: QuestionnaireOf,
): Promise<LockedAnswerRows> {
  const ids = batch.flatMap(({ concerned: { invitationId } }) => (invitationId === undefined ? [] : [invitationId]))
  const receipts = batch.flatMap(({ concerned: { receiptHash } }) => (receiptHash ? [receiptHash] : []))
  const isAnyWave = batch.some(({ concerned: { invitationId } }) => invitationId === undefined)

  const rows = new LockedAnswerRows()
  const invitations = ids.length > 0 ? await query.all<InvitationRow>(INVITATIONS, { ids }) : []
  const found = [...new Set(invitations.map(({ wave_id }) => wave_id))]
  const waves = await query.all<WaveRow>(WAVES, { ids: found, all: isAnyWave })
  for (const wave of waves) {
    const code = answerCode(await questionnaireOf(query, wave))
    rows.holdWave(wave.id, { status: wave.status, closesAt: wave.closes_at, code })
  }
  for (const { id, wave_id: waveId, cell_id: cellId, generation, answered } of invitations)
    rows.holdInvitation(id, { waveId, cellId, generation, answered: answered === 1 })
  if (receipts.length === 0 || waves.length === 0) return rows
  const waveIds = waves.map(({ id }) => id)
  for (const { wave_id, receipt, cell_id } of await query.all<AnswerRow>(ANSWERS, { waveIds, receipts }))
    rows.holdAnswer(wave_id, receipt, cell_id)
  return rows
}
