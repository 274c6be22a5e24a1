import type { PolicyWatchPorts, RightsPorts, WhistlePorts } from '@wayproof/evidence'
import {
  type ClosingPorts,
  type ImprovementPorts,
  type RuleChangePorts,
  readRules,
  type SamplePorts,
  type ScorecardPorts,
} from '@wayproof/scorecard'
import type { SurveyPorts } from '@wayproof/survey'
import type { Parts } from './context.ts'

/** Ports of the core's use cases, made from this app's parts. */
export function surveyPorts({ store, clock, ids, tokens, keyring, timeZone, rules }: Parts): SurveyPorts {
  return { store: store.survey, clock, ids, tokens, keyring, timeZone, rules }
}

export function rightsPorts({ store, clock, ids, tokens, keyring, timeZone }: Parts): RightsPorts {
  return { rights: store.rights, clock, ids, tokens, keyring, timeZone }
}

export function whistlePorts({ store, clock, ids, tokens, keyring, timeZone }: Parts): WhistlePorts {
  return { reports: store.reports, clock, ids, tokens, keyring, timeZone }
}

export function scorecardPorts({ store, clock, timeZone, rules }: Parts): ScorecardPorts {
  return { facts: store.facts(rules), sealed: store.sealed, clock, timeZone }
}

export function closingPorts(parts: Parts): ClosingPorts {
  const { store, ids, tokens, clockOffset } = parts
  return { ...scorecardPorts(parts), closing: store.closing, actions: store.actions, ids, tokens, clockOffset }
}

export function improvementPorts({ store, clock, ids }: Parts): ImprovementPorts {
  return { closing: store.closing, improvements: store.improvements, clock, ids }
}

export async function policyPorts({ store, clock, ids, timeZone, rules }: Parts): Promise<PolicyWatchPorts> {
  const { policyGraceDays: graceDays, policyCheckDays: checkDays } = await readRules({
    facts: store.facts(rules),
    clock,
    timeZone,
  })
  return { policies: store.policies, clock, ids, timeZone, policyTerms: { graceDays, checkDays } }
}

export function ruleChangePorts({ store, clock, ids, timeZone, rules }: Parts): RuleChangePorts {
  return { changes: store.ruleChanges, facts: store.facts(rules), clock, ids, timeZone }
}

export function samplePorts(parts: Parts): SamplePorts {
  const { store, ids, tokens } = parts
  return { ...scorecardPorts(parts), samples: store.samples, ids, tokens }
}
