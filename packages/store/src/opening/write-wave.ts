import type { WavePlan } from '@wayproof/survey'
import type { Transaction } from '../engine/prisma/records.ts'
import type { Sql } from '../engine/sql.ts'
import { keepSkips } from './wave-skips.ts'

/** A wave with its cells and counts, as sealed at its opening. From here on it is there, and its letters may go. */
export async function writeWave({ records, sql }: Transaction, plan: WavePlan): Promise<void> {
  const { questionnaire, openedAt, ...wave } = plan.wave
  const closesAt = new Date(wave.closesAt)
  await records.wave.create({
    data: {
      ...wave,
      status: 'open',
      questionnaireId: questionnaire.id,
      questionnaireVersion: questionnaire.version,
      smallestGroup: plan.smallestGroup,
      registeredCount: plan.registered,
      frameCount: plan.frame,
      invitedCount: plan.invitations.length,
      mergeMap: JSON.stringify(plan.mergeMap),
      openedAt: new Date(openedAt),
      closesAt,
      sealedClosesAt: closesAt,
      checklist: JSON.stringify(plan.checklist),
    },
  })
  writeCells(sql, plan)
  keepSkips(sql, wave.id, plan.skips)
}

/** Thousands of rows, which SQL writes in milliseconds. */
function writeCells(sql: Sql, { wave, cells, margins }: WavePlan): void {
  const addCell = sql(`INSERT INTO cell (id, wave_id, trip_type, channel, region, language, invited_count, base_weight)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?)`)
  for (const { id, tripType, channel, region, language, invited, baseWeight } of cells)
    addCell.run(id, wave.id, tripType, channel, region, language, invited, baseWeight)
  const addMargin = sql('INSERT INTO frame_margin (wave_id, margin, category, eligible) VALUES (?, ?, ?, ?)')
  for (const { margin, category, eligible } of margins) addMargin.run(wave.id, margin, category, eligible)
}
