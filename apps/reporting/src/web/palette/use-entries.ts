import { useQuery } from '@tanstack/react-query'
import type { LinkProps } from '@tanstack/react-router'
import { REGISTER_IDS } from '@wayproof/evidence/register'
import { periodName } from '@wayproof/messages/date-format'
import { GOALS } from '@wayproof/scorecard/goals/goal'
import { trpc, type User } from '../api.ts'
import { useLanguage } from '../language.tsx'
import { addressOf, pagesOf } from '../shell/menu-entries.ts'

/** Everything that the palette knows without asking the server, for one role. */
export function useEntries({ role }: User): readonly Entry[] {
  const { locale, words } = useLanguage()
  const readsFigures = role !== 'administrator'
  const periods = useQuery({ ...trpc.scorecard.periods.queryOptions(), enabled: readsFigures })
  const { shell, palette } = words.reporting
  const pages = pagesOf(role).map(
    (page): Entry => ({ id: page, group: 'pages', text: shell[page], link: { to: addressOf(page) } }),
  )
  const profile: Entry = { id: 'profile', group: 'pages', text: shell.profile, link: { to: '/profile' } }
  const acts = ACTS.filter(({ roles }) => roles.includes(role)).map(
    ({ id, link }): Entry => ({ id, group: 'acts', text: palette.acts[id], link }),
  )
  if (!readsFigures) return [...pages, profile, ...acts]
  const goals = GOALS.map(
    (goal): Entry => ({
      id: goal,
      group: 'goals',
      text: words.goals.names[goal],
      link: { to: '/goal/$goal', params: { goal } },
    }),
  )
  const halfYears = (periods.data?.available ?? []).map((period): Entry => {
    const text = shell.asLabel(periodName(period, locale))
    return { id: period, group: 'halfYears', text, alias: period, link: { to: '/scorecard', search: { period } } }
  })
  const registers = REGISTER_IDS.map(
    (register): Entry => ({
      id: `register ${register}`,
      group: 'registers',
      text: words.registers.names[register],
      link: { to: '/registers/$register', params: { register } },
    }),
  )
  return [...pages, profile, ...acts, ...goals, ...halfYears, ...registers]
}

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
const ACTS: readonly Act[] = [
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

export const ENTRY_GROUPS = ['pages', 'acts', 'goals', 'halfYears', 'registers', 'records'] as const

export type EntryGroup = (typeof ENTRY_GROUPS)[number]

/** A place that the palette can lead to. */
export interface Entry {
  readonly id: string
  readonly group: EntryGroup
  readonly text: string
  /** Other words that find the entry. */
  readonly alias?: string
  /** The register of a record, shown beside it. */
  readonly context?: string
  /** The text was written by a person. */
  readonly isVerbatim?: boolean
  readonly link: Pick<LinkProps, 'to' | 'params' | 'search' | 'hash'>
}
