import type { WaveStore } from '../../ports.ts'
import type { SurveyMemory } from './survey-memory.ts'

type CloseChangeStore = Pick<WaveStore, 'proposeClose' | 'proposers' | 'closeChanges' | 'decideClose'>

export function memoryCloseChanges(memory: SurveyMemory): CloseChangeStore {
  const isOpen = (waveId: string) => memory.waves.get(waveId)?.wave.status === 'open'
  return {
    proposeClose: async (change, mailbox) => {
      const pending = memory.closeChanges.some(({ waveId, decided }) => waveId === change.waveId && decided === null)
      if (pending || !isOpen(change.waveId)) return false
      memory.closeChanges = [...memory.closeChanges, { ...change, hand: { id: change.proposedBy.id, mailbox } }]
      return true
    },
    proposers: async (id) => memory.closeChanges.filter((change) => change.id === id).map(({ hand }) => hand),
    closeChanges: async (waveId) =>
      memory.closeChanges
        .filter((change) => change.waveId === waveId)
        .map(({ hand: _, ...change }) => change)
        .toSorted((a, b) => b.proposedAt - a.proposedAt || (a.id < b.id ? 1 : -1)),
    decideClose: async (id, { by, at, close }) => {
      const change = memory.closeChanges.find((closeChange) => closeChange.id === id)
      const memoryWave = change && memory.waves.get(change.waveId)
      if (!change || !memoryWave || change.decided !== null || !isOpen(change.waveId)) return false
      const decided = { approved: close !== null, by, at }
      memory.closeChanges = memory.closeChanges.map((closeChange) =>
        closeChange === change ? { ...closeChange, decided } : closeChange,
      )
      if (close === null) return true
      memoryWave.wave = { ...memoryWave.wave, closesAt: close.closesAt }
      for (const letter of memory.letters)
        if (letter.waveId === change.waveId && letter.state === 'queued') letter.closesOn = close.closesOn
      return true
    },
  }
}
