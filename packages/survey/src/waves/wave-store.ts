import type { QueryDatabase } from '@wayproof/database/query/query-database'
import type { Journal } from '@wayproof/journal/kept-events/journal'
import { improvementsOn } from '../improvements/improvement-store.ts'
import { openWave } from '../opening/open-wave-rows.ts'
import { sealedPlan } from '../opening/sealed-plan-rows.ts'
import type { SurveyStore } from '../ports.ts'
import { type RemindDeps, remindWave } from '../reminders/remind-wave.ts'
import { TRIAL } from '../trial/trial-columns.ts'
import type { WaveKeys } from '../wave-keys/wave-key-folder.ts'
import { closeWave } from './close-wave-rows.ts'
import { countOpenWave } from './counts/count-open-wave.ts'
import { funnelOf } from './counts/read-funnel.ts'
import { sendAgain } from './letters/send-again.ts'
import { undeliveredLetters } from './letters/undelivered-letters.ts'
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
