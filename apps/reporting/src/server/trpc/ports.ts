import type { PolicyWatchPorts } from '@wayproof/evidence/policy-watch/ports'
import type { RightsPorts } from '@wayproof/evidence/rights/ports'
import type { WhistlePorts } from '@wayproof/evidence/whistle-blowing/ports'
import type { ClosingPorts } from '@wayproof/scorecard/closing/ports'
import type { ImprovementPorts } from '@wayproof/scorecard/closing/remedies/choose-improvement'
import type { ScorecardPorts } from '@wayproof/scorecard/ports'
import type { RuleChangePorts } from '@wayproof/scorecard/rule-changes/ports'
import { readRules } from '@wayproof/scorecard/rule-changes/read-rules'
import type { SamplePorts } from '@wayproof/scorecard/sample/ports'
import type { SurveyPorts } from '@wayproof/survey/ports'
import type { Services } from './context.ts'

/** Ports of the core's use cases, made from this app's parts. */
export function surveyPorts({
  store,
  clock,
  ids,
  tokens,
  keyring,
  timeZone,
  rules,
  smallestWave,
}: Services): SurveyPorts {
  return { store: store.survey, clock, ids, tokens, keyring, timeZone, rules, smallestWave }
}

export function rightsPorts({ store, clock, ids, tokens, keyring, timeZone }: Services): RightsPorts {
  return { rights: store.rights, clock, ids, tokens, keyring, timeZone }
}

export function whistlePorts({ store, clock, ids, tokens, keyring, timeZone }: Services): WhistlePorts {
  return { reports: store.reports, clock, ids, tokens, keyring, timeZone }
}

export function scorecardPorts({ store, clock, timeZone, rules }: Services): ScorecardPorts {
  return { facts: store.facts(rules), sealed: store.sealed, clock, timeZone }
}

export function closingPorts(services: Services): ClosingPorts {
  const { store, ids, tokens, clockOffset } = services
  return { ...scorecardPorts(services), closing: store.closing, actions: store.actions, ids, tokens, clockOffset }
}

export function improvementPorts({ store, clock, ids }: Services): ImprovementPorts {
  return { closing: store.closing, improvements: store.improvements, clock, ids }
}

export async function policyPorts({ store, clock, ids, timeZone, rules }: Services): Promise<PolicyWatchPorts> {
  const { policyGraceDays: graceDays, policyCheckDays: checkDays } = await readRules({
    facts: store.facts(rules),
    clock,
    timeZone,
  })
  return { policies: store.policies, clock, ids, timeZone, policyTerms: { graceDays, checkDays } }
}

export function ruleChangePorts({ store, clock, ids, timeZone, rules }: Services): RuleChangePorts {
  return { changes: store.ruleChanges, facts: store.facts(rules), clock, ids, timeZone }
}

export function samplePorts(services: Services): SamplePorts {
  const { store, ids, tokens } = services
  return { ...scorecardPorts(services), samples: store.samples, ids, tokens }
}

export function actionPorts({ store, clock, ids, timeZone }: Services) {
  return { actionList: store.actionList, clock, ids, timeZone }
}
