import { periodKey } from '@wayproof/kernel/calendar/period'
import type { BridgeFacts } from '../../goals/bridge.ts'
import { asOfDay } from '../../goals/judge-goal.ts'
import type { FactSource } from '../../ports.ts'
import { definitionsFor } from '../../rule-changes/definitions.ts'
import { type ConfirmedRow, exclusionsIn } from '../../rule-changes/exclusion.ts'
import { confirmedSettings } from '../../rule-changes/rule-change.ts'
import { RULES } from '../../rules.ts'
import type { ScorecardMemory } from './scorecard-memory.ts'

export const memoryFacts = (memory: ScorecardMemory): FactSource => ({
  forHalfYear: async (halfYear) => {
    const { facts } = memory
    return {
      programmeStart: '2024-01-01',
      definitions: definitionsFor(RULES, confirmedSettings(memory.ruleChanges), halfYear),
      exclusions: exclusionsIn(confirmedRows(memory), halfYear),
      publication: async () => facts.publication,
      training: async (quarter) => ({ ...facts.quarter, quarter: periodKey(quarter) }),
      trainingByUnit: async () => facts.trainingByUnit,
      leaks: async (year) => facts.leaks.filter(({ month }) => month.startsWith(`${year}`)),
      incidentMonths: async (first, last) =>
        facts.incidentMonths.filter(({ month }) => month >= first && month <= last),
      incidents: async (currentYear, baselineYear) => ({ ...facts.incidents, currentYear, baselineYear }),
      satisfaction: async () => facts.satisfaction,
      breakdown: async () => facts.breakdown,
      partners: async () => facts.partners,
      cases: async () => facts.cases,
      indicators: async (half, today) => ({ ...facts.indicators, asOf: asOfDay(half, today) }),
      missingSurfaces: async () => facts.missingSurfaces,
      missingStaff: async () => facts.missingStaff,
      missingPartners: async () => facts.missingPartners,
      surfacesBridge: async () => still(facts.publication.inScope),
      staffBridge: async () => still(facts.quarter.due),
      partnersBridge: async () => still(facts.partners.due),
      tracedRows: async () => facts.traced,
    }
  },
})

const confirmedRows = ({ ruleChanges }: ScorecardMemory): readonly ConfirmedRow[] =>
  ruleChanges
    .flatMap(({ what, reason, proposedBy, decided }) =>
      what.kind !== 'setting' && decided?.outcome === 'confirmed'
        ? [{ ...what, reason, at: decided.at, by: [proposedBy.name, decided.by.name] }]
        : [],
    )
    .toSorted((a, b) => a.at - b.at)

/** All rows were there when the period began. */
const still = (atStart: number): BridgeFacts => ({ atStart, rows: [] })
