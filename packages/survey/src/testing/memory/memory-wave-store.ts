import type { Instant } from '@wayproof/kernel/clock'
import type { WaveStore } from '../../ports.ts'
import { SENT_AGAIN_AFTER_MS, SENT_AGAIN_AT_MOST } from '../../waves/send-again.ts'
import { waveOfPeriod } from './find-in-memory.ts'
import { memoryCloseChanges } from './memory-close-changes.ts'
import { closeMemoryWave, unlinkMemoryWave } from './memory-closing.ts'
import { countHour, funnelOf } from './memory-funnel.ts'
import { memoryPauses } from './memory-pauses.ts'
import { queueReminders } from './memory-reminders.ts'
import type { MemoryLetter, SurveyMemory } from './survey-memory.ts'

export function memoryWaveStore(memory: SurveyMemory): WaveStore {
  return {
    ...memoryPauses(memory),
    ...memoryCloseChanges(memory),
    wave: async (period) => waveOfPeriod(memory, period)?.wave ?? null,
    waves: async () =>
      [...memory.waves.values()].map(({ wave }) => wave).toSorted((a, b) => (a.period < b.period ? 1 : -1)),
    lastResponseRate: async (smallestWave) => {
      const unlinked = [...memory.waves.values()].filter(
        ({ wave, plan }) => wave.status === 'unlinked' && plan.invitations.length >= smallestWave,
      )
      const [last] = unlinked.toSorted((a, b) => (b.wave.closedAt ?? 0) - (a.wave.closedAt ?? 0))
      return last ? { numerator: last.answered, denominator: last.plan.invitations.length } : null
    },
    remindWave: async (waveId, moments, round) => queueReminders(memory, waveId, moments, round),
    countOpenWave: async (waveId, hour) => countHour(memory, waveId, hour),
    funnel: async (period) => {
      const memoryWave = waveOfPeriod(memory, period)
      return memoryWave && funnelOf(memory, memoryWave)
    },
    undeliveredLetters: async (waveId, { offset, limit, now }) => {
      const letters = memory.letters.filter(
        ({ kind, state, ...letter }) =>
          letter.waveId === waveId && kind === 'invitation' && (state === 'failed' || state === 'bounced'),
      )
      const listed = letters.slice(offset, offset + limit).map((letter) => {
        const { state, travelerId, sentAt: at, reply } = letter
        const customerNumber = memory.travelers.get(travelerId)?.customerNumber ?? null
        const shown = state === 'failed' ? state : ('bounced' as const)
        const facts = {
          kind: 'invitation' as const,
          customerNumber,
          state: shown,
          byPolicy: false,
          at,
          reply,
          reason: null,
        }
        return { ...facts, mayBeSentAgain: mayBeSentAgain(memory, letter, now) }
      })
      return { total: letters.length, byPolicy: 0, letters: listed }
    },
    sendAgain: async (waveId, customerNumbers, at) => {
      const chosen = memory.letters.filter(
        (letter) =>
          letter.waveId === waveId &&
          customerNumbers.includes(memory.travelers.get(letter.travelerId)?.customerNumber ?? '') &&
          mayBeSentAgain(memory, letter, at),
      )
      for (const letter of chosen) {
        const key = memory.travelers.get(letter.travelerId)?.addressKey ?? ''
        if (memory.suppressed.get(key)?.reason === 'bounced') memory.suppressed.delete(key)
        const generation = memory.invitations.get(letter.invitationId)?.generation ?? letter.generation
        const sentAgain = [...(letter.sentAgain ?? []), at]
        Object.assign(letter, { state: 'queued', sentAt: null, reply: null, generation, sentAgain })
      }
      return chosen.length
    },
    closeWave: async (waveId, at, moments) => closeMemoryWave(memory, waveId, at, moments),
    unlinkWave: async (waveId, at) => unlinkMemoryWave(memory, waveId, at),
    // Every wave in memory was unlinked after the choice of a published step existed.
  }
}

function mayBeSentAgain(memory: SurveyMemory, letter: MemoryLetter, now: Instant): boolean {
  const { kind, state, waveId, travelerId, sentAgain = [] } = letter
  const wave = memory.waves.get(waveId)?.wave
  const person = memory.travelers.get(travelerId)
  if (kind !== 'invitation' || (state !== 'failed' && state !== 'bounced')) return false
  if (wave?.status !== 'open' || now >= wave.closesAt) return false
  if (!person?.traits.adult || !person.traits.basisHolds) return false
  const suppression = memory.suppressed.get(person.addressKey)?.reason
  if (suppression && suppression !== 'bounced') return false
  return sentAgain.length < SENT_AGAIN_AT_MOST && sentAgain.every((at) => at <= now - SENT_AGAIN_AFTER_MS)
}
