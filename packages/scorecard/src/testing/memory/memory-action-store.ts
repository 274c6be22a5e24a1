import { fail, ok } from '@wayproof/kernel/outcome'
import type { ActionStore } from '../../closing/ports.ts'
import type { ScorecardMemory } from './scorecard-memory.ts'

export function memoryActionStore(memory: ScorecardMemory): ActionStore {
  const find = (id: string) => memory.remedies.find((remedy) => remedy.id === id)
  const outcomeOf = (id: string) => memory.outcomes.get(id) ?? null
  return {
    actions: async (period) => ({
      improvements: memory.improvements
        .filter((improvement) => improvement.period === period && !improvement.isWithdrawn)
        .toSorted((a, b) => a.chosenAt - b.chosenAt || (a.id < b.id ? -1 : 1))
        .map(({ id, text, owner }) => ({ id, text, owner, outcome: outcomeOf(id) })),
      remedies: memory.remedies
        .filter((remedy) => remedy.period === period)
        .toSorted((a, b) => a.decidedAt - b.decidedAt || (a.id < b.id ? -1 : 1))
        .map((remedy) => ({ ...remedy, outcome: outcomeOf(remedy.id) })),
      agreed: [],
    }),
    addRemedy: async (remedy) => {
      memory.remedies = [...memory.remedies, { ...remedy, changes: [] }]
    },
    remedy: async (id) => {
      const found = find(id)
      if (!found) return null
      const { changes: _, ...remedy } = found
      return remedy
    },
    changeRemedy: async ({ id, seen, at, by, ...text }) => {
      const found = find(id)
      if (!found) return fail('action-unknown')
      if (memory.freezes.some(({ period }) => period === found.period)) return fail('already-frozen')
      if (found.changes.length !== seen) return fail('remedy-changed')
      const { note, action, dueOn, effect } = found
      const changes = [...found.changes, { note, action, dueOn, effect, changedAt: at, changedBy: by }]
      memory.remedies = memory.remedies.map((remedy) => (remedy === found ? { ...found, ...text, changes } : remedy))
      return ok(null)
    },
    state: async (id) => {
      const found = find(id) ?? memory.improvements.find((improvement) => improvement.id === id)
      return found ? { period: found.period, state: outcomeOf(id)?.state ?? null } : null
    },
    recordOutcome: async (action, outcome, { seen, owner, following }) => {
      const found = find(action) ?? memory.improvements.find(({ id }) => id === action)
      if (!found) return fail('action-unknown')
      if (owner !== null && found.owner !== owner) return fail('not-the-owner')
      if (memory.freezes.some(({ period }) => period === following)) return fail('already-frozen')
      if ((outcomeOf(action)?.recordedAt ?? null) !== seen) return fail('outcome-changed')
      memory.outcomes.set(action, outcome)
      return ok(null)
    },
  }
}
