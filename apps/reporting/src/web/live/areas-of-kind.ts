import type { Query } from '@tanstack/react-query'
import type { LiveKind } from '../../server/live/live-kinds.ts'
import type { Area } from '../api.ts'

/** The routers whose answers a change of each kind may change. */
const AREAS: Readonly<Record<LiveKind, readonly Area[]>> = {
  rows: ['register', 'registerRow', 'emptyMonth', 'measure', 'scorecard', 'sample', 'meeting'],
  imports: ['register'],
  deadlines: ['deadline', 'firstRun'],
  actions: ['action', 'period', 'improvement', 'measure'],
  meetings: ['meeting'],
  waves: ['wave', 'programme', 'letters', 'scorecard', 'breakdown', 'driver', 'methodReport', 'backup', 'question'],
  comments: ['comment'],
  closing: ['period', 'scorecard', 'report', 'summary', 'rules'],
  rules: ['rules', 'scorecard'],
  samples: ['sample', 'action'],
  policies: ['policy', 'scorecard'],
  editions: ['edition', 'summary'],
  approvals: ['approval', 'rules', 'wave', 'people', 'questionnaire', 'secondFactor', 'language', 'programme'],
  settings: ['organisation', 'brand', 'programme', 'edition', 'secondFactor', 'session', 'sampleData', 'firstRun'],
  decisions: ['decision'],
  questions: ['question'],
  questionnaires: ['questionnaire', 'language', 'programme'],
  requests: ['rights', 'register', 'measure', 'deadline'],
  reports: ['whistle', 'deadline'],
  accounts: ['people', 'apiKey', 'secondFactor', 'session'],
}

/** Says whether a change of one of these kinds may change the answer of a query. */
export const concerns =
  (kinds: Iterable<LiveKind>) =>
  ({ queryKey: [path] }: Pick<Query, 'queryKey'>): boolean => {
    const area = Array.isArray(path) ? path[0] : undefined
    return [...kinds].some((kind) => AREAS[kind].includes(area))
  }
