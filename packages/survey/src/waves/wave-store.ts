import type { Query } from '@wayproof/database/query/query'
import type { QueryDatabase } from '@wayproof/database/query/query-database'
import type { RecordDatabase } from '@wayproof/database/record-database'
import type { Questionnaire } from '@wayproof/forms/questionnaire/questionnaire'
import { addAuditEntry } from '@wayproof/journal/audit-log/add-audit-entry'
import type { Journal } from '@wayproof/journal/kept-events/journal'
import { improvementsOn } from '../improvements/improvement-store.ts'
import type { Checklist } from '../opening/checklist.ts'
import { openWave } from '../opening/open-wave-rows.ts'
import type { SealedPlan } from '../opening/sealed-plan.ts'
import { storeSkips } from '../opening/wave-skips.ts'
import type { SurveyStore } from '../ports.ts'
import { type RemindDeps, remindWave } from '../reminders/remind-wave.ts'
import { countCourses } from '../reminders/reminder-courses.ts'
import type { Margin } from '../sampling/categories.ts'
import { TRIAL } from '../trial/trial-columns.ts'
import type { WaveKeys } from '../wave-keys/wave-key-folder.ts'
import { countOpenWave } from './counts/count-open-wave.ts'
import { funnelOf } from './counts/read-funnel.ts'
import { sendAgain } from './letters/send-again.ts'
import { undeliveredLetters } from './letters/undelivered-letters.ts'
import { skipsOf } from './reminder.ts'
import { waveOf } from './wave-row.ts'

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
