import type { Wave as Row } from '@wayproof/database/generated/client'
import type { SamplingMode } from '../sampling/sample.ts'
import type { Wave, WaveStatus } from './wave.ts'
import type { PauseReason } from './wave-pause.ts'

export const waveOf = (row: Row): Wave => ({
  id: row.id,
  period: row.period,
  status: row.status as WaveStatus,
  mode: row.mode as SamplingMode,
  seed: row.seed,
  questionnaire: { id: row.questionnaireId, version: row.questionnaireVersion },
  ruleVersion: row.ruleVersion,
  minimumForStatus: row.minimumForStatus,
  openedAt: row.openedAt.getTime(),
  closesAt: row.closesAt.getTime(),
  sealedClosesAt: row.sealedClosesAt.getTime(),
  firstReminderDays: row.firstReminderDays,
  lastReminderDays: row.lastReminderDays,
  letterLimit: row.letterLimit,
  closedAt: row.closedAt?.getTime() ?? null,
  unlinkedAt: row.unlinkedAt?.getTime() ?? null,
  paused:
    row.pausedAt && row.pauseReason ? { at: row.pausedAt.getTime(), reason: row.pauseReason as PauseReason } : null,
})
