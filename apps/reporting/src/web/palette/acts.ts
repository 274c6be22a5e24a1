import type { User } from '../api.ts'
import type { Entry } from './entry.ts'

interface Act {
  readonly id:
    | 'openWave'
    | 'editQuestionnaire'
    | 'addLanguage'
    | 'invite'
    | 'recordCase'
    | 'planMeeting'
    | 'agreeAction'
    | 'draw'
    | 'import'
    | 'preview'
  readonly roles: readonly User['role'][]
  readonly link: Entry['link']
}

const DEPARTMENTS = ['human-resources', 'it-security', 'customer-service', 'procurement'] as const

/** The acts that a person can begin from the palette, with the roles that may. */
export const ACTS: readonly Act[] = [
  { id: 'import', roles: ['officer', ...DEPARTMENTS], link: { to: '/registers' } },
  { id: 'openWave', roles: ['officer'], link: { to: '/waves/open' } },
  { id: 'editQuestionnaire', roles: ['officer'], link: { to: '/waves/questionnaire' } },
  { id: 'addLanguage', roles: ['officer'], link: { to: '/waves/languages' } },
  { id: 'recordCase', roles: ['officer', 'customer-service'], link: { to: '/requests', search: { record: true } } },
  { id: 'planMeeting', roles: ['officer'], link: { to: '/meetings' } },
  { id: 'agreeAction', roles: ['officer'], link: { to: '/actions' } },
  { id: 'preview', roles: ['officer'], link: { to: '/summaries' } },
  { id: 'invite', roles: ['officer', 'administrator'], link: { to: '/people/invite' } },
  { id: 'draw', roles: ['auditor'], link: { to: '/samples' } },
]
