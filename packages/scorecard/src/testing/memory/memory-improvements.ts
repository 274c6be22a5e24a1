import { fail, ok } from '@wayproof/kernel'
import type { ImprovementChoices } from '../../closing/ports.ts'
import type { ScorecardMemory } from './scorecard-memory.ts'

export function memoryImprovements(memory: ScorecardMemory): ImprovementChoices {
  const find = (id: string) => memory.improvements.find((each) => each.id === id && !each.isWithdrawn)
  return {
    periodOf: async (id) => find(id)?.period ?? null,
    choose: async (improvement) => {
      memory.improvements = [...memory.improvements, { ...improvement, isMentioned: false, isWithdrawn: false }]
    },
    withdraw: async (id) => {
      const found = find(id)
      if (!found) return fail('improvement-unknown')
      if (found.isMentioned) return fail('improvement-told')
      found.isWithdrawn = true
      return ok(null)
    },
  }
}
