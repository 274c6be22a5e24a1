import type { Loaders } from '../area.ts'
import type { first as englishFirst, later as englishLater } from '../en/dashboard.ts'
import { closing } from './closing.ts'
import { goals } from './goals.ts'
import { letters } from './letters.ts'
import { questions } from './questions.ts'
import { closing as closingPage } from './reporting/closing.ts'
import { goal } from './reporting/goal.ts'
import { people } from './reporting/people.ts'
import { rules } from './reporting/rules.ts'
import { scorecard as scorecardPage } from './reporting/scorecard.ts'
import { faults, shell } from './reporting/shell.ts'
import { waves } from './reporting/waves.ts'
import { scorecard } from './scorecard.ts'

/** The words of the dashboard's first screen in Chinese: what every page needs, and the scorecard. */
export const first: typeof englishFirst = {
  closing,
  goals,
  letters,
  questions,
  scorecard,
  reporting: { closing: closingPage, faults, goal, people, rules, scorecard: scorecardPage, shell, waves },
}

/** The areas that a page brings with it. */
export const later: Loaders<keyof typeof englishLater> = {
  dossier: () => import('./dossier.ts'),
  editions: () => import('./editions.ts'),
  privacy: () => import('./privacy.ts'),
  registers: () => import('./registers.ts'),
  report: () => import('./report.ts'),
  rights: () => import('./rights.ts'),
  whistleBlowing: () => import('./whistle-blowing.ts'),
  'reporting.access': () => import('./reporting/people.ts'),
  'reporting.account': () => import('./reporting/account.ts'),
  'reporting.backups': () => import('./reporting/backups.ts'),
  'reporting.breakdown': () => import('./reporting/breakdown.ts'),
  'reporting.byHand': () => import('./reporting/by-hand.ts'),
  'reporting.caseGroups': () => import('./reporting/case-groups.ts'),
  'reporting.caseRegisters': () => import('./reporting/case-registers.ts'),
  'reporting.comments': () => import('./reporting/comments.ts'),
  'reporting.drivers': () => import('./reporting/drivers.ts'),
  'reporting.evidence': () => import('./reporting/evidence.ts'),
  'reporting.fields': () => import('./reporting/fields.ts'),
  'reporting.imports': () => import('./reporting/imports.ts'),
  'reporting.incidents': () => import('./reporting/incidents.ts'),
  'reporting.keys': () => import('./reporting/keys.ts'),
  'reporting.mapping': () => import('./reporting/mapping.ts'),
  'reporting.measures': () => import('./reporting/measures.ts'),
  'reporting.policies': () => import('./reporting/policies.ts'),
  'reporting.programme': () => import('./reporting/programme.ts'),
  'reporting.registers': () => import('./reporting/registers.ts'),
  'reporting.reports': () => import('./reporting/reports.ts'),
  'reporting.requests': () => import('./reporting/requests.ts'),
  'reporting.rowStates': () => import('./reporting/row-states.ts'),
  'reporting.rows': () => import('./reporting/rows.ts'),
  'reporting.samples': () => import('./reporting/samples.ts'),
  'reporting.seals': () => import('./reporting/seals.ts'),
  'reporting.summaries': () => import('./reporting/summaries.ts'),
}
