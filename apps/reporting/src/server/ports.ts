import type { PolicyWatchPorts, RightsPorts, WhistlePorts } from '@wayproof/evidence'
import type { ClosingPorts, ScorecardPorts } from '@wayproof/scorecard'
import type { SurveyPorts } from '@wayproof/survey'
import type { Parts } from './context.ts'

/** What the use cases of the core ask for, out of what this app has. */
export function surveyPorts({ store, clock, ids, tokens, keyring, timeZone, rules }: Parts): SurveyPorts {
  return { store: store.survey, clock, ids, tokens, keyring, timeZone, rules }
}

export function rightsPorts({ store, clock, ids, tokens, keyring, timeZone }: Parts): RightsPorts {
  return { rights: store.rights, letterLimit: store.callLimits, clock, ids, tokens, keyring, timeZone }
}

export function whistlePorts({ store, clock, ids, tokens, keyring, timeZone }: Parts): WhistlePorts {
  return { reports: store.reports, clock, ids, tokens, keyring, timeZone }
}

export function scorecardPorts({ store, clock, timeZone, rules }: Parts): ScorecardPorts {
  return { facts: store.facts(rules), sealed: store.sealed, clock, timeZone, rules }
}

export function closingPorts(parts: Parts): ClosingPorts {
  const { closing, actions } = parts.store
  return { ...scorecardPorts(parts), closing, actions, ids: parts.ids, clockOffset: parts.clockOffset }
}

export function policyPorts({ store, clock, ids, timeZone, rules }: Parts): PolicyWatchPorts {
  const policyTerms = { graceDays: rules.policyGraceDays, checkDays: rules.policyCheckDays }
  return { policies: store.policies, clock, ids, timeZone, policyTerms }
}
