import type { Loaders } from '../../area.ts'
import type { first as englishFirst, later as englishLater } from '../../en/dashboard/dashboard.ts'
import { closing } from '../closing/closing.ts'
import { rules } from '../closing/rules.ts'
import { goal } from '../scorecard/goal-page.ts'
import { goals } from '../scorecard/goals.ts'
import { scorecard } from '../scorecard/scorecard.ts'
import { scorecard as scorecardPage } from '../scorecard/scorecard-page.ts'
import { questions } from '../survey/questions.ts'
import { approvals } from './approvals.ts'
import { deadlines } from './deadlines.ts'
import { home } from './home.ts'
import { people } from './people.ts'
import { faults, shell } from './shell.ts'

/** The words of the dashboard's first screen in Chinese: what every page needs, and the home. */
export const first: typeof englishFirst = {
  closing,
  deadlines,
  goals,
  questions,
  scorecard,
  reporting: { approvals, faults, goal, home, people, rules, scorecard: scorecardPage, shell },
}

/** The areas that a page loads. */
export const later: Loaders<keyof typeof englishLater> = {
  bridge: () => import('../scorecard/bridge.ts'),
  letters: () => import('../letters/letters.ts'),
  methodReport: () => import('../survey/method-report.ts'),
  editions: () => import('../closing/editions.ts'),
  privacy: () => import('./privacy.ts'),
  registers: () => import('../registers/registers.ts'),
  report: () => import('../closing/report.ts'),
  rights: () => import('../requests/rights.ts'),
  whistleBlowing: () => import('../requests/whistle-blowing.ts'),
  'reporting.access': () => import('./people.ts'),
  'reporting.account': () => import('./account.ts'),
  'reporting.actions': () => import('./actions.ts'),
  'reporting.auditLog': () => import('./audit-log.ts'),
  'reporting.backups': () => import('./backups-page.ts'),
  'reporting.breakdown': () => import('../scorecard/breakdown.ts'),
  'reporting.byHand': () => import('../requests/by-hand.ts'),
  'reporting.caseGroups': () => import('../requests/case-groups.ts'),
  'reporting.caseRegisters': () => import('../requests/case-registers.ts'),
  'reporting.closing': () => import('../closing/closing-page.ts'),
  'reporting.comments': () => import('../survey/comments.ts'),
  'reporting.decisions': () => import('./decisions.ts'),
  'reporting.drivers': () => import('../scorecard/drivers.ts'),
  'reporting.evidence': () => import('../registers/evidence.ts'),
  'reporting.fields': () => import('./fields.ts'),
  'reporting.goalPictures': () => import('../scorecard/goal-pictures.ts'),
  'reporting.floods': () => import('../requests/floods.ts'),
  'reporting.firstRun': () => import('./first-run.ts'),
  'reporting.sampleData': () => import('../registers/sample-data.ts'),
  'reporting.imports': () => import('../registers/imports.ts'),
  'reporting.incidents': () => import('../registers/incidents.ts'),
  'reporting.keys': () => import('./keys.ts'),
  'reporting.mapping': () => import('../registers/mapping.ts'),
  'reporting.measures': () => import('../scorecard/measures.ts'),
  'reporting.meetings': () => import('./meetings.ts'),
  'reporting.palette': () => import('./palette.ts'),
  'reporting.policies': () => import('../registers/policies.ts'),
  'reporting.programme': () => import('../survey/programme.ts'),
  'reporting.languages': () => import('../survey/languages-page.ts'),
  'reporting.questionnaireItems': () => import('../survey/questionnaire-items.ts'),
  'reporting.questionnaire': () => import('../survey/questionnaire-page.ts'),
  'reporting.registers': () => import('../registers/registers-page.ts'),
  'reporting.reports': () => import('../closing/reports.ts'),
  'reporting.requests': () => import('../requests/requests.ts'),
  'reporting.rowStates': () => import('../registers/row-states.ts'),
  'reporting.rows': () => import('../registers/rows.ts'),
  'reporting.runs': () => import('./runs.ts'),
  'reporting.samples': () => import('../closing/samples.ts'),
  'reporting.seals': () => import('../closing/seals.ts'),
  'reporting.shortcuts': () => import('./palette.ts'),
  'reporting.summaries': () => import('../closing/summaries.ts'),
  'reporting.terms': () => import('../scorecard/terms.ts'),
  'reporting.wavePages': () => import('../survey/wave-pages.ts'),
  'reporting.waves': () => import('../survey/waves.ts'),
}
