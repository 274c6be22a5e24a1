export { decideAsked } from './decide-asked.ts'
export type {
  DecisionStore,
  ExecutiveDecision,
  FixedFault,
} from './executive-decision.ts'
export type { DecisionPorts } from './ports.ts'
export { type AskedDecision, type AskedDecisions, readAskedDecisions } from './read-asked-decisions.ts'
