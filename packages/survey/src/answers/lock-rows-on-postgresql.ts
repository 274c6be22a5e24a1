import type { ReadQuery } from '@wayproof/database/query/query'
import type { QuestionnaireOf } from '@wayproof/forms/questionnaires/published/published-questionnaires'
import type { QuestionnaireVersion } from '@wayproof/forms/questionnaires/published/read-questionnaire'
import type { LinkState } from '../links/invitation.ts'
import { answerableStatus } from '../trial/trial-columns.ts'
import type { CipherOf } from '../wave-keys/answer-cipher.ts'
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
export interface AnswerFormDeps {
  readonly questionnaireOf: QuestionnaireOf
  readonly cipherOf: CipherOf
}

/** Locks and reads the rows of a batch, with one statement for each table, all in one round trip. */
export async function lockRows(
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
