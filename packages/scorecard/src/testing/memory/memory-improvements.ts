import { fail, ok } from '@wayproof/kernel/outcome'
import type { ImprovementChoices } from '@wayproof/survey/improvements/improvement'
import type { ScorecardMemory } from './scorecard-memory.ts'

export function memoryImprovements(memory: ScorecardMemory): ImprovementChoices {
  const find = (id: string) =>
    memory.improvements.find((improvement) => improvement.id === id && !improvement.isWithdrawn)
  return {
    periodOf: async (id) => find(id)?.period ?? null,
    choose: async (improvement) => {
      memory.improvements = [...memory.improvements, { ...improvement, isMentioned: false, isWithdrawn: false }]
    },
    withdraw: async (id) => {
      const memoryImprovement = find(id)
      if (!memoryImprovement) return fail('improvement-unknown')
      if (memoryImprovement.isMentioned) return fail('improvement-told')
      memoryImprovement.isWithdrawn = true
      return ok(null)
    },
  }
}
