import type { Query, Statement } from '@wayproof/database/query/query'
import type { QueryDatabase, QueryTransaction } from '@wayproof/database/query/query-database'
import type { RecordDatabase } from '@wayproof/database/record-database'
import type { Questionnaire } from '@wayproof/forms/questionnaire/questionnaire'
import { addAuditEntry } from '@wayproof/journal/audit-log/add-audit-entry'
import { insertUserAct } from '@wayproof/journal/audit-log/rows/insert-audit-entry'
import type { Journal } from '@wayproof/journal/kept-events/journal'
import { isEnded } from '@wayproof/journal/outbox/ended-letter'
import { logDelivery } from '@wayproof/journal/outbox/log-delivery'
import { isPolicy, REFUSAL_CAUSES } from '@wayproof/journal/outbox/refusal-cause'
import type { Instant } from '@wayproof/kernel/clock'
import type { Id } from '@wayproof/kernel/id'
import { improvementsOn } from '../improvements/improvement-store.ts'
import type { SurveyLetterData } from '../letters/survey-letter.ts'
import type { Checklist } from '../opening/checklist.ts'
import { openWave } from '../opening/open-wave-rows.ts'
import type { SealedPlan } from '../opening/sealed-plan.ts'
import { storeSkips } from '../opening/wave-skips.ts'
import type { SurveyStore } from '../ports.ts'
import { closingDayAgreedOn } from '../reminders/agreed-close.ts'
import { type RemindDeps, remindWave } from '../reminders/remind-wave.ts'
import { countCourses } from '../reminders/reminder-courses.ts'
import type { Margin } from '../sampling/categories.ts'
import { TRIAL } from '../trial/trial-columns.ts'
import type { WaveKeys } from '../wave-keys/wave-key-folder.ts'
import { countOpenWave } from './counts/count-open-wave.ts'
import { funnelOf } from './counts/read-funnel.ts'
import { lowerResumeCounts } from './letters/letter-health.ts'
import { skipsOf } from './reminder.ts'
import { SENT_AGAIN_AFTER_MS, SENT_AGAIN_AT_MOST } from './send-again.ts'
import type { UndeliveredLetter } from './undelivered-letter.ts'
import { waveOf } from './wave-row.ts'

const AGAIN = `FROM delivery again WHERE again.letter_id = letter.id AND again.outcome = 'sent-again'`

/**
 * SQL condition: an invitation may be sent again at `@now`. It does not depend on an answer. A bounce alone blocks an
 * address until an officer sends again.
 */
const MAY_BE_SENT_AGAIN = `letter.kind = 'survey-invitation' AND ${isEnded('letter')}
  AND letter.state IN ('failed', 'bounced')
  AND EXISTS (SELECT 1 FROM wave open WHERE open.id = letter.wave_id AND open.status = 'open' AND open.closes_at > @now)
  AND EXISTS (SELECT 1 FROM traveler person WHERE letter.recipient_kind = 'traveler' AND person.id = letter.recipient_id
    AND person.adult AND person.basis_holds AND NOT EXISTS (SELECT 1 FROM suppression
      WHERE suppression.email_key = person.email_key AND suppression.reason <> 'bounced'))
  AND (SELECT count(*) ${AGAIN}) < ${SENT_AGAIN_AT_MOST}
  AND NOT EXISTS (SELECT 1 ${AGAIN} AND again.at > @lastBefore)`

/** The values of `MAY_BE_SENT_AGAIN`. */
const sentAgainMoments = (now: Instant) => ({
  now: new Date(now),
  lastBefore: new Date(now - SENT_AGAIN_AFTER_MS),
})

interface Undelivered {
  readonly id: Id
  readonly data: string
  readonly generation: number
  readonly emailKey: Uint8Array
}

const CHOSEN: Statement = ({ isJson, jsonField, oneOf }) =>
  `SELECT letter.id, letter.data, invitation.generation, traveler.email_key AS emailKey
  FROM traveler
  JOIN letter ON letter.recipient_id = traveler.id AND letter.wave_id = @waveId
  JOIN invitation ON invitation.id = CASE WHEN ${isJson('letter.data')} THEN ${jsonField('letter.data', 'invitationId')} END
  WHERE ${oneOf('traveler.customer_number', '@customerNumbers')} AND ${MAY_BE_SENT_AGAIN}`

/**
 * Puts undelivered invitations back into the outbox, with the link that works now. Rows keep their dedupe key, so nobody
 * gets a second invitation beside them.
 */
const sendAgain =
  (database: QueryDatabase): SurveyStore['sendAgain'] =>
  (waveId, customerNumbers, at) =>
    database.transaction(async (transaction) => {
      const { query, records } = transaction
      const values = { waveId, customerNumbers, ...sentAgainMoments(at) }
      const closesOn = await closingDayAgreedOn(query, waveId)
      let sent = 0
      for (const letter of await query.all<Undelivered>(CHOSEN, values))
        sent += await queueAgain(transaction, letter, closesOn, at)
      if (sent === 0) return 0
      await lowerResumeCounts(query, waveId)
      const { period } = await records.wave.findUniqueOrThrow({ where: { id: waveId } })
      await insertUserAct(query, { act: 'invitations-sent-again', subject: period, details: { count: sent } })
      return sent
    })

async function queueAgain(
  { query, records }: QueryTransaction,
  { id, data, generation, emailKey }: Undelivered,
  closesOn: string | null,
  at: Instant,
): Promise<number> {
  const content = { ...(JSON.parse(data) as SurveyLetterData), generation, ...(closesOn !== null && { closesOn }) }
  const queued = await records.letter.updateMany({
    where: { id, state: { in: ['failed', 'bounced'] } },
    data: {
      ...{ state: 'queued', data: JSON.stringify(content), reason: null, sentAt: null, notBefore: new Date(at) },
      ...{ attempts: 0, leaseUntil: null, fence: { increment: 1 } },
    },
  })
  if (queued.count === 0) return 0
  await records.suppression.deleteMany({ where: { emailKey: Uint8Array.from(emailKey), reason: 'bounced' } })
  await logDelivery(query, { letterId: id, outcome: 'sent-again', reply: '', cause: null, at })
  return 1
}

export type WaveStore = Pick<
  SurveyStore,
  | 'wave'
  | 'waves'
  | 'lastResponseRate'
  | 'sealedPlan'
  | 'improvements'
  | 'openWave'
  | 'remindWave'
  | 'countOpenWave'
  | 'funnel'
  | 'undeliveredLetters'
  | 'sendAgain'
  | 'closeWave'
>

interface WaveDeps extends RemindDeps {
  readonly journal?: Journal
  readonly waveKeys?: WaveKeys | undefined
  readonly encryptsAnswers?: boolean
}

export function waveStore(database: QueryDatabase, deps: WaveDeps): WaveStore {
  const find = async (period: string) => (await database.records()).wave.findUnique({ where: { period } })
  return {
    wave: async (period) => {
      const row = await find(period)
      return row && waveOf(row)
    },
    waves: async () => {
      const { wave } = await database.records()
      return (await wave.findMany({ where: { status: { not: TRIAL } }, orderBy: { period: 'desc' } })).map(waveOf)
    },
    sealedPlan: (period) => sealedPlan(database, period),
    lastResponseRate: async (smallestWave) => {
      const { wave } = await database.records()
      const orderBy = [{ closedAt: 'desc' as const }, { period: 'desc' as const }]
      const where = { status: 'unlinked', invitedCount: { gte: smallestWave } }
      const last = await wave.findFirst({ where, orderBy })
      return last && { numerator: last.answeredCount, denominator: last.invitedCount }
    },
    improvements: async (period) => (await improvementsOn(database, period)).map(({ id, text }) => ({ id, text })),
    openWave: (opening) => openWave(database, opening, deps.encryptsAnswers ? deps.waveKeys : undefined),
    remindWave: (waveId, moments, round) => remindWave(database, deps, waveId, moments, round),
    countOpenWave: (waveId, hour) => countOpenWave(database, waveId, hour),
    funnel: async (period) => {
      const row = await find(period)
      return row && funnelOf(database, row)
    },
    undeliveredLetters: undeliveredLetters(database),
    sendAgain: sendAgain(database),
    closeWave: closeWave(database, deps),
  }
}

/** Null if there is no wave. */
async function sealedPlan(database: RecordDatabase, period: string): Promise<SealedPlan | null> {
  const { frameMargin, questionnaire, wave } = await database.records()
  const waveRow = await wave.findUnique({ where: { period }, include: { _count: { select: { cells: true } } } })
  if (!waveRow) return null
  const { id: waveId, questionnaireId: id, questionnaireVersion: version } = waveRow
  const questionnaireRow = await questionnaire.findUniqueOrThrow({ where: { id_version: { id, version } } })
  const margins = await frameMargin.groupBy({
    by: ['margin'],
    where: { waveId },
    _count: true,
    orderBy: { margin: 'asc' },
  })
  return {
    smallestGroup: waveRow.smallestGroup,
    noticeVersion: (JSON.parse(waveRow.checklist) as Partial<Checklist>).noticeVersion ?? null,
    cells: waveRow._count.cells,
    dominatedCells: waveRow.dominatedCells,
    margins: margins.map(({ margin, _count }) => ({ margin: margin as Margin, categories: _count })),
    questionnaire: JSON.parse(questionnaireRow.definition) as Questionnaire,
  }
}

const closeWave =
  (database: QueryDatabase, { journal }: { readonly journal?: Journal }): SurveyStore['closeWave'] =>
  async (waveId, at, moments) => {
    // Runs before the lock is taken, because it takes seconds in a large wave; no answer can arrive any more.
    const skips = skipsOf(await countCourses(database, waveId, moments))
    await database.transaction(async ({ records, query }) => {
      const closedAt = new Date(at)
      const { count } = await records.wave.updateMany({
        where: { id: waveId, status: 'open', closesAt: { lte: closedAt } },
        data: { status: 'closed', closedAt },
      })
      if (count === 0) return
      await records.openWaveCount.deleteMany({ where: { waveId } })
      await storeSkips(records, waveId, skips)
      await deleteDrafts(query, waveId)
      const { period } = await records.wave.findUniqueOrThrow({ where: { id: waveId } })
      await addAuditEntry(records, { act: 'wave-closed', at, subject: period })
      journal?.record({ kind: 'closed', waveId, at })
    })
  }

const DELETE_DRAFTS = 'DELETE FROM draft WHERE (SELECT wave_id FROM invitation WHERE id = invitation_id) = @waveId'

/** Deletes all drafts of a wave. Starts with the drafts, because there are few. */
async function deleteDrafts(query: Query, waveId: string): Promise<void> {
  await query.run(DELETE_DRAFTS, { waveId })
}

// Invitations only: a reminder goes only to a person who has not answered, and a mail server's reply may name the
// person.
const OF_WAVE = `letter.wave_id = @waveId AND letter.kind = 'survey-invitation'`

const SOFT_BOUNCED = `letter.state = 'sent' AND letter.id IN (SELECT letter_id FROM delivery WHERE outcome = 'soft-bounced')`

const UNDELIVERED = `(${OF_WAVE} AND ${isEnded('letter')} AND letter.state IN ('written', 'failed', 'bounced', 'suppressed')
  OR ${OF_WAVE} AND ${isEnded('letter')} AND ${SOFT_BOUNCED}
  OR ${OF_WAVE} AND letter.state = 'queued' AND letter.attempts > 0)`

// The recipient is hidden in an unlinked wave, because a returned letter may have been a reminder.
const UNTOLD = `letter.state IN ('bounced', 'sent') AND wave.unlinked_at IS NOT NULL`

/** The delivery record with the reason: the last one, or the soft bounce of a letter. */
const LAST = `LEFT JOIN delivery last ON last.letter_id = letter.id AND last.number =
  (SELECT max(number) FROM delivery WHERE letter_id = letter.id AND (letter.state <> 'sent' OR outcome = 'soft-bounced'))`

const BY_POLICY = `coalesce(last.cause IN (${REFUSAL_CAUSES.filter(isPolicy)
  .map((cause) => `'${cause}'`)
  .join(', ')}), FALSE)`

const COUNTS = `SELECT count(*) AS total, coalesce(sum(CASE WHEN ${BY_POLICY} THEN 1 ELSE 0 END), 0) AS byPolicy FROM letter ${LAST} WHERE ${UNDELIVERED}`

// A recorded suppression has the reason in place of the reply; the letter has it too.
const ROWS = `SELECT
    CASE WHEN ${UNTOLD} THEN 'either' ELSE 'invitation' END AS kind,
    CASE WHEN NOT (${UNTOLD}) THEN traveler.customer_number END AS customerNumber,
    CASE letter.state WHEN 'queued' THEN 'deferred' WHEN 'sent' THEN 'soft-bounced' ELSE letter.state END AS state,
    last.at, CASE WHEN last.outcome <> 'suppressed' THEN last.smtp_reply END AS reply,
    CASE letter.state WHEN 'suppressed' THEN letter.reason END AS reason, ${BY_POLICY} AS byPolicy,
    CASE WHEN ${MAY_BE_SENT_AGAIN} THEN 1 ELSE 0 END AS mayBeSentAgain
  FROM letter
  JOIN wave ON wave.id = letter.wave_id
  LEFT JOIN traveler ON letter.recipient_kind = 'traveler' AND traveler.id = letter.recipient_id
  ${LAST}
  WHERE ${UNDELIVERED} ORDER BY last.at DESC NULLS LAST, letter.id LIMIT @limit OFFSET @offset`

type LetterRow = Omit<UndeliveredLetter, 'byPolicy' | 'mayBeSentAgain'> & {
  readonly byPolicy: number
  readonly mayBeSentAgain: number
}

export function undeliveredLetters(database: QueryDatabase): SurveyStore['undeliveredLetters'] {
  return async (waveId, { offset, limit, now }) => {
    const counted = await database.query.get<{ total: number; byPolicy: number }>(COUNTS, { waveId })
    const rows = await database.query.all<LetterRow>(ROWS, { waveId, offset, limit, ...sentAgainMoments(now) })
    return {
      total: counted?.total ?? 0,
      byPolicy: counted?.byPolicy ?? 0,
      letters: rows.map((row) => ({
        ...row,
        byPolicy: row.byPolicy === 1,
        mayBeSentAgain: row.mayBeSentAgain === 1,
      })),
    }
  }
}
