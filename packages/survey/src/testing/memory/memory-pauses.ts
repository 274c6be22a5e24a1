import type { WaveStore } from '../../ports.ts'
import type { SurveyMemory } from './survey-memory.ts'

type PauseStore = Pick<WaveStore, 'pauseWave' | 'resumeWave' | 'letterHealth'>

export function memoryPauses(memory: SurveyMemory): PauseStore {
  const counted = (waveId: string) => {
    const letters = memory.letters.filter((letter) => letter.waveId === waveId)
    const refused = letters.filter(({ state }) => state === 'failed' || state === 'bounced').length
    const complained = letters.filter(({ state }) => state === 'complained').length
    return { tried: refused + complained + letters.filter(({ state }) => state === 'sent').length, refused, complained }
  }
  return {
    letterHealth: async () =>
      [...memory.waves.values()]
        .filter(({ wave }) => wave.status === 'open' && wave.paused === null)
        .map(({ wave: { id: waveId, period }, atResume }) => {
          const { tried, refused, complained } = counted(waveId)
          return {
            ...{ waveId, period, tried: tried - atResume.tried, refused: refused - atResume.refused },
            complained: complained - atResume.complained,
          }
        }),
    pauseWave: async (waveId, pause, health) => {
      const memoryWave = memory.waves.get(waveId)
      if (memoryWave?.wave.status !== 'open' || memoryWave.wave.paused !== null) return false
      memoryWave.wave = { ...memoryWave.wave, paused: pause }
      if (health) memory.pauseNotices = [...memory.pauseNotices, { ...pause, ...health }]
      return true
    },
    resumeWave: async (waveId) => {
      const memoryWave = memory.waves.get(waveId)
      if (memoryWave?.wave.status !== 'open' || memoryWave.wave.paused === null) return false
      memoryWave.wave = { ...memoryWave.wave, paused: null }
      memoryWave.atResume = counted(waveId)
      return true
    },
  }
}
