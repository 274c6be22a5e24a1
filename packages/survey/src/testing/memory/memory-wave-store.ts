import type { WaveStore } from '../../waves/ports.ts'
import { waveOfPeriod } from './find-in-memory.ts'
import { memoryCloseChanges } from './memory-close-changes.ts'
import { closeMemoryWave, unlinkMemoryWave } from './memory-closing.ts'
import { countHour, funnelOf } from './memory-funnel.ts'
import { memoryPauses } from './memory-pauses.ts'
import { queueReminders } from './memory-reminders.ts'
import type { SurveyMemory } from './survey-memory.ts'

export function memoryWaveStore(memory: SurveyMemory): WaveStore {
  return {
    ...memoryPauses(memory),
    ...memoryCloseChanges(memory),
    wave: async (period) => waveOfPeriod(memory, period)?.wave ?? null,
    waves: async () =>
      [...memory.waves.values()].map(({ wave }) => wave).toSorted((a, b) => (a.period < b.period ? 1 : -1)),
    lastResponseRate: async () => {
      const unlinked = [...memory.waves.values()].filter(({ wave }) => wave.status === 'unlinked')
      const [last] = unlinked.toSorted((a, b) => (b.wave.closedAt ?? 0) - (a.wave.closedAt ?? 0))
      return last ? { numerator: last.answered, denominator: last.plan.invitations.length } : null
    },
    remindWave: async (waveId, moments) => queueReminders(memory, waveId, moments),
    countOpenWave: async (waveId, hour) => countHour(memory, waveId, hour),
    funnel: async (period) => {
      const memoryWave = waveOfPeriod(memory, period)
      return memoryWave && funnelOf(memory, memoryWave)
    },
    undeliveredLetters: async (waveId, { offset, limit }) => {
      const letters = memory.letters.filter(
        ({ kind, state, ...letter }) =>
          letter.waveId === waveId && kind === 'invitation' && (state === 'failed' || state === 'bounced'),
      )
      const listed = letters.slice(offset, offset + limit).map(({ state, travelerId, sentAt: at, reply }) => {
        const customerNumber = memory.travelers.get(travelerId)?.customerNumber ?? null
        const shown = state === 'failed' ? state : ('bounced' as const)
        return { kind: 'invitation' as const, customerNumber, state: shown, byPolicy: false, at, reply, reason: null }
      })
      return { total: letters.length, byPolicy: 0, letters: listed }
    },
    closeWave: async (waveId, at, moments) => closeMemoryWave(memory, waveId, at, moments),
    unlinkWave: async (waveId, at) => unlinkMemoryWave(memory, waveId, at),
    // Every wave in memory was unlinked after the choice of a published step existed.
    chooseMissingSteps: async () => undefined,
  }
}
