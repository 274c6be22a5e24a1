import type { UserRole } from '@wayproof/accounts/accounts/person'
import type { PeriodKey } from '@wayproof/kernel/calendar/period'

/** A page of the dashboard to take a picture of. */
export interface Screen {
  /** The picture's name. */
  readonly name: string
  readonly path: string
}

/** The half-years of the sample company: the one that was judged last, and the one whose survey is open. */
export interface PictureHalves {
  readonly judged: PeriodKey
  readonly open: PeriodKey
}

/** The half-year that a page shows: the open survey's where its path names it. */
export const halfOf = ({ path }: Screen, { judged, open }: PictureHalves): PeriodKey =>
  path.includes(`period=${open}`) ? open : judged

const named = (paths: Readonly<Record<string, string>>): readonly Screen[] =>
  Object.entries(paths).map(([name, path]) => ({ name, path }))

const officerScreens = ({ judged: period, open }: PictureHalves) => {
  const year = period.slice(0, 4)
  return named({
    home: `/?period=${period}`,
    scorecard: `/scorecard?period=${period}`,
    'goal-policy': `/goal/policy-publication?period=${period}`,
    'goal-training': `/goal/staff-training?period=${period}`,
    'goal-training-people': `/goal/staff-training?period=${period}&listed=person`,
    'goal-incidents': `/goal/incident-reduction?period=${period}`,
    'goal-satisfaction': `/goal/customer-satisfaction?period=${period}`,
    'goal-partners': `/goal/partner-audit?period=${period}`,
    waves: '/waves',
    questionnaire: '/waves/questionnaire',
    'wave-open': '/waves/open',
    'wave-progress': `/waves/progress?period=${open}`,
    'wave-results': `/waves/results?period=${period}`,
    'wave-comments': `/waves/comments?period=${period}`,
    'wave-method': `/waves/method-report?period=${period}`,
    'wave-letters': `/waves/letters?period=${period}`,
    registers: '/registers',
    'register-incidents': '/registers/incidents',
    'register-row': `/registers/incidents?row=${encodeURIComponent(`["I-${year}-01"]`)}`,
    'register-new-row': '/registers/incidents?row=new',
    'register-import': '/registers/partner-audits/import',
    policies: '/policies',
    measures: `/measures?period=${period}`,
    samples: `/samples?period=${period}`,
    deadlines: '/deadlines',
    actions: '/actions',
    meetings: '/meetings',
    closing: `/closing?period=${period}`,
    summaries: `/summaries?period=${period}`,
    questions: '/questions',
    requests: '/requests',
    rules: '/rules',
    people: '/people',
    'people-invite': '/people/invite',
    'audit-log': '/audit-log',
    runs: '/runs',
    privacy: '/privacy',
    settings: '/settings',
    profile: '/profile',
  })
}

/** The pages of each role's main work; those of the officer are all pages. */
export const screensOf = (halves: PictureHalves): Readonly<Record<UserRole, readonly Screen[]>> => ({
  officer: officerScreens(halves),
  executive: named({ home: `/?period=${halves.open}`, summaries: `/summaries?period=${halves.judged}` }),
  auditor: named({ samples: `/samples?period=${halves.judged}`, closing: `/closing?period=${halves.judged}` }),
  'human-resources': named({ training: `/goal/staff-training?period=${halves.judged}`, registers: '/registers' }),
  'it-security': named({ incidents: '/registers/incidents', goal: `/goal/incident-reduction?period=${halves.judged}` }),
  'customer-service': named({ results: `/waves/results?period=${halves.judged}`, requests: '/requests' }),
  procurement: named({ partners: `/goal/partner-audit?period=${halves.judged}`, audits: '/registers/partner-audits' }),
  'case-handler': named({ reports: '/whistle-blowing' }),
  administrator: named({ people: '/people', settings: '/settings' }),
})
