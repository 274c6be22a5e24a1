import type { UserRole } from '@wayproof/accounts/accounts/person'
import type { PeriodKey } from '@wayproof/kernel/calendar/period'
import type { Locale, LocalText } from '@wayproof/kernel/people/locale'
import type { RowChange, RowGoal } from '@wayproof/scorecard/rule-changes/rule-change'
import type { SettingId } from '@wayproof/scorecard/rule-changes/setting'
import type { Scorecard } from '@wayproof/scorecard/scorecard'
import type { CheckedPoints } from '@wayproof/survey/opening/checklist'
import type { Funnel } from '@wayproof/survey/waves/wave'
import { type ReportingClient, reportingClient } from './reporting-client.ts'

/** The person who accepts an invitation. */
export interface NewUser {
  readonly name: string
  readonly email: string
  readonly password: string
  readonly locale: Locale
}

const tokenOf = (link: string) => link.slice(link.lastIndexOf('/') + 1)

/** Accepts an invitation link; returns a signed-in client. */
export async function accept(
  reportingUrl: string,
  link: string,
  { name, email, password, locale }: NewUser,
): Promise<ReportingClient> {
  const client = reportingClient(reportingUrl)
  await client.mutate('people.accept', { token: tokenOf(link), name, email, password, locale })
  return client
}

interface WaitingApproval {
  readonly id: string
  readonly promises: readonly { readonly field: string }[]
}

/** Calls the same procedures as the dashboard does for an officer. */
export function officer(client: ReportingClient) {
  return {
    ...client,
    organise: (organisation: Organisation) => client.mutate('organisation.save', organisation),
    invite: (email: string, role: UserRole, locale: Locale) => client.mutate('people.invite', { email, role, locale }),
    confirm: (points: CheckedPoints) => client.mutate('programme.confirm', points),
    /** Confirms in Settings that letters go to a folder and reach no one. */
    chooseFolder: () => client.mutate('programme.chooseFolder', { chosen: true }),
    testMail: () => client.mutate('programme.testMail', undefined),
    /** Another officer approves it, which opens the wave. */
    askOpening: (period: PeriodKey, closesOn: string) =>
      client.mutate<{ id: string }>('wave.askOpening', { period, mode: 'census', closesOn }),
    approve: async (id: string) => {
      const { waiting } = await client.query<{ waiting: readonly WaitingApproval[] }>('approval.list')
      const promises = waiting.find((approval) => approval.id === id)?.promises ?? []
      return client.mutate('approval.decide', { id, approve: true, confirmed: promises.map(({ field }) => field) })
    },
    remind: (period: PeriodKey) => client.mutate('wave.remind', { period }),
    proposeClose: (period: PeriodKey, reason: string) =>
      client.mutate<{ id: string }>('wave.proposeClose', { period, closesOn: null, reason }),
    proposeRule: (change: RuleProposal) => client.mutate<string>('rules.propose', change),
    proposeRow: (change: RowProposal) => client.mutate<string>('rules.proposeRow', change),
    funnel: (period: PeriodKey) => client.query<Funnel>('wave.funnel', { period }),
    letters: () => client.query<LetterCounts>('letters.counts'),
    /** Confirms each month without an incident, as IT security may too. */
    confirmEmptyMonths: async () => {
      const register = 'incidents'
      const { months } = await client.query<{ months: readonly EmptyMonth[] }>('emptyMonth.list', { register })
      const open = months.filter(({ confirmed }) => confirmed === null)
      for (const { month } of open) await client.mutate('emptyMonth.confirm', { register, month })
    },
    choose: (period: PeriodKey, text: LocalText) =>
      client.mutate('improvement.choose', { period, text, owner: 'customer-service' }),
    scorecard: (period: PeriodKey) => client.query<Scorecard>('scorecard.forPeriod', { period }),
    mailSummary: (period: PeriodKey) => client.mutate<{ letters: number }>('summary.send', { period }),
  }
}

interface EmptyMonth {
  readonly month: PeriodKey
  readonly confirmed: object | null
}

export type OfficerAtWork = ReturnType<typeof officer>
export type LetterCounts = Readonly<
  Record<'queued' | 'sent' | 'written' | 'failed' | 'suppressed' | 'bounced' | 'complained', number>
>

interface Proposal {
  readonly appliesFrom: PeriodKey
  readonly reason: string
  readonly document: string | null
}

export interface RuleProposal extends Proposal {
  readonly setting: SettingId
  readonly value: number
}

export interface RowProposal extends Proposal {
  readonly kind: RowChange['kind']
  readonly goal: RowGoal
  readonly row: string
}

export interface Organisation {
  readonly nameZh: string
  readonly nameEn: string
  readonly contactEmail: string
  readonly programmeStart: string
  readonly baselineYear: number | null
  readonly sample: boolean
}
