import type { PeriodKey } from '@wayproof/kernel/calendar/period'
import type { RuleChangeStore } from '../../rule-changes/ports.ts'
import { confirmedSettings, type RuleChange } from '../../rule-changes/rule-change.ts'
import type { ScorecardMemory } from './scorecard-memory.ts'

export function memoryRuleChanges(memory: ScorecardMemory): RuleChangeStore {
  const { labels, surveyed } = memory
  const periods = () => [
    ...[...memory.seals, ...memory.freezes, ...memory.reopenings].map(({ period }) => period),
    ...surveyed,
  ]
  const isIn = (entries: readonly { readonly period: PeriodKey }[], period: PeriodKey) =>
    entries.some((entry) => entry.period === period)
  return {
    changes: async () =>
      memory.ruleChanges
        .toSorted((a, b) => b.proposedAt - a.proposedAt || (a.id < b.id ? 1 : -1))
        .map(({ hand: _, ...change }) => change),
    standing: async () =>
      [...new Set(periods())].sort().map((period) => {
        const reopened = isIn(memory.reopenings, period)
        const sealed = isIn(memory.seals, period) && !reopened
        return { period, sealed, frozen: isIn(memory.freezes, period), reopened, asked: surveyed.has(period) }
      }),
    knowsIncidentsOf: async (year) => year >= memory.incidentsSince,
    labelOf: async (goal, row) => labels[goal].get(row) ?? null,
    findRows: async (goal, text) =>
      [...labels[goal]].filter(([row]) => row.includes(text)).map(([row, label]) => ({ row, label })),
    propose: async (change, mailbox) => {
      const isPending = memory.ruleChanges.some(
        (ruleChange) => ruleChange.decided === null && isSameTarget(ruleChange, change),
      )
      if (isPending) return false
      memory.ruleChanges = [...memory.ruleChanges, { ...change, hand: { id: change.proposedBy.id, mailbox } }]
      return true
    },
    proposers: async (id) => memory.ruleChanges.filter((ruleChange) => ruleChange.id === id).map(({ hand }) => hand),
    decide: async (id, { outcome, by, at, number, until }) => {
      const change = memory.ruleChanges.find((ruleChange) => ruleChange.id === id && ruleChange.decided === null)
      if (!change) return false
      const next = (confirmedSettings(memory.ruleChanges).at(-1)?.number ?? 0) + 1
      if (number !== null && number !== next) return false
      const isFrozen = memory.freezes.some(({ period }) => period >= change.what.appliesFrom && period <= until)
      if (outcome === 'confirmed' && isFrozen) return false
      const decided = { ...change, decided: { outcome, by, at }, number }
      memory.ruleChanges = memory.ruleChanges.map((ruleChange) => (ruleChange === change ? decided : ruleChange))
      return true
    },
  }
}

function isSameTarget({ what: one }: Pick<RuleChange, 'what'>, { what: other }: Pick<RuleChange, 'what'>): boolean {
  if (one.kind === 'setting' || other.kind === 'setting')
    return one.kind === 'setting' && other.kind === 'setting' && one.setting === other.setting
  return one.goal === other.goal && one.row === other.row
}
