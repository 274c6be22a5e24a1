import type { Owner } from '@wayproof/accounts/accounts/person'
import type { Approval, ApprovalKind } from '@wayproof/accounts/approvals/approval'
import type { RightsMessageData } from '@wayproof/evidence/rights/rights-letter'
import type { LetterKind } from '@wayproof/journal/outbox/letter-kind'
import type { CalendarDate } from '@wayproof/kernel/calendar/calendar-date'
import type { PeriodKey } from '@wayproof/kernel/calendar/period'
import type { Instant } from '@wayproof/kernel/clock'
import type { Id } from '@wayproof/kernel/id'
import type { Locale } from '@wayproof/kernel/people/locale'
import type { SurveyLanguage } from '@wayproof/kernel/people/survey-language'
import type { Messages } from '@wayproof/messages/en'
import type { Restatement } from '@wayproof/scorecard/closing/ports'
import type { EditionHeading, EditionKind, EditionReaderKind } from '@wayproof/scorecard/editions/edition'
import type { HoldReason } from '@wayproof/scorecard/editions/hold-reason'
import type { ExecutiveSummary } from '@wayproof/scorecard/executive-summary'
import type { SurveyLetterData, SurveyLetterKind } from '@wayproof/survey/letters/survey-letter'
import type { ChecklistGap } from '@wayproof/survey/opening/checklist'
import type { NotOpened } from '@wayproof/survey/opening/opening-question'
import type { WaveAnonymity } from '@wayproof/survey/waves/anonymity'
import type { PauseReason } from '@wayproof/survey/waves/wave-pause'
import type { DeadlineItem, DeadlineOccasion } from '../deadlines/deadline-item.ts'
import type { GoalChangeItem } from '../goal-changes/goal-change-item.ts'
import type { Asked } from '../questions/officer-question.ts'

/**
 * Letters as data, without addresses, links, codes or personal texts, which are added at sending. `messages` has their
 * sentences.
 */
export interface LetterData {
  readonly 'survey-invitation': SurveyLetterData
  readonly 'survey-reminder': SurveyLetterData
  readonly 'survey-last-reminder': SurveyLetterData
  readonly 'executive-summary': SummaryLetterData
  readonly 'edition-notice': EditionNoticeData
  readonly restatement: Restatement & { readonly sealedOn: CalendarDate }
  readonly 'closing-reminder': ClosingReminderData
  readonly 'wave-paused': {
    readonly period: PeriodKey
    readonly reason: Exclude<PauseReason, 'officer'>
    readonly tried: number
    readonly refused: number
    /** Absent in letters queued by earlier versions. */
    readonly complained?: number
  }
  readonly 'unlinking-certificate': UnlinkingCertificate
  readonly 'rights-code': { readonly codeId: Id; readonly code: string }
  readonly 'rights-message': RightsMessageData
  readonly 'rights-arrived': ArrivedRequests
  /** A report arrived. The letter tells neither how many nor the day. */
  readonly 'report-arrived': Readonly<Record<never, never>>
  readonly 'opening-question': OpeningQuestionData
  readonly 'officer-question': OfficerQuestionData
  readonly deadlines: DeadlineLetterData
  readonly 'goals-changed': GoalsChangedData
  readonly 'approval-asked': ApprovalLetterData
  readonly 'approval-decided': ApprovalLetterData & {
    readonly outcome: 'approved' | 'declined' | 'expired'
    /** Null for an expired one. */
    readonly decidedBy: string | null
  }
  readonly 'reader-added': ReaderAddedData
  readonly 'mail-server-test': MailServerTestData
  readonly 'user-invitation': UserInvitationData
  readonly 'password-reset': PasswordResetData
}

/** A change that waits for a second person, or was decided. */
export interface ApprovalLetterData extends Pick<Approval, 'id' | 'subject' | 'differences' | 'reason' | 'expiresAt'> {
  readonly approval: ApprovalKind
  readonly proposedBy: string
  readonly timeZone: string
}

/** Somebody who can read figures from now on. `own`: the letter goes to that person, not to an officer. */
export interface ReaderAddedData {
  readonly personId: Id
  readonly name: string
  readonly role: string
  readonly own: boolean
}

/** A letter of an edition. Letters queued by version 0.1 have only the summary. */
export interface SummaryLetterData {
  readonly summary: ExecutiveSummary
  /** Day on which the registers were counted. Absent in letters queued by version 0.1. */
  readonly recordedOn?: CalendarDate
  readonly edition?: EditionHeading
  readonly reader?: EditionReaderKind
  /** The archived letter, inserted when it is claimed, because it is sent byte for byte. */
  readonly archived?: { readonly subject: string; readonly html: string; readonly text: string } | null
}

/** Tells an officer, or the owner of a gap, that an edition waits. */
export interface EditionNoticeData {
  readonly waits: 'held' | 'awaits'
  readonly kind: EditionKind
  readonly occasion: string
  readonly period: PeriodKey
  readonly dueOn: CalendarDate
  /** The day on which a held edition is sent with its gaps. */
  readonly sendsOn: CalendarDate | null
  /** An owner sees only the own gaps. */
  readonly reasons: readonly HoldReason[]
  readonly reader: Owner
}

/** A question to an officer about a wave that did not open automatically. */
export interface OpeningQuestionData {
  readonly period: PeriodKey
  readonly reason: NotOpened
  /** Points of the checklist that are not fulfilled. */
  readonly lacking: readonly ChecklistGap[]
}

/** Test letter to an officer; null if the officer requested it. */
export interface MailServerTestData {
  readonly opening: { readonly period: PeriodKey; readonly on: CalendarDate } | null
}

/** Deadlines that came nearer by a step; days and times are the organization's. */
export interface DeadlineLetterData {
  readonly occasion: DeadlineOccasion
  /** When it was composed. */
  readonly at: Instant
  readonly timeZone: string
  readonly items: readonly DeadlineItem[]
  /** Overdue tasks of which an earlier letter told. */
  readonly still: readonly DeadlineItem[]
}

/** Changes of goals that lasted; an owner sees only the own goals. */
export interface GoalsChangedData {
  readonly reader: Owner
  /** Earlier half-years first. */
  readonly items: readonly GoalChangeItem[]
}

/** A question on the officers' screen; times are in the organization's time zone. */
export interface OfficerQuestionData {
  readonly id: Id
  readonly asked: Asked
  readonly timeZone: string
  /** Present in a letter that tells of its end. */
  readonly endedAt?: Instant
}

export interface UserInvitationData {
  readonly userInvitationId: Id
  readonly role: string
  /** When the link expires, in the organization's time zone. Absent in letters queued by version 0.1. */
  readonly until?: { readonly at: Instant; readonly timeZone: string }
}

export interface PasswordResetData {
  readonly resetId: Id
  /** When the link expires, in the organization's time zone. */
  readonly until: { readonly at: Instant; readonly timeZone: string }
}

/** Tasks of an owner or an officer before a half-year can be closed. */
export interface ClosingReminderData {
  readonly period: PeriodKey
  readonly version: number
  /** `ended`: bring the registers up to date; `frozen`: sign; `signed`: close. */
  readonly stage: 'ended' | 'frozen' | 'signed'
  readonly owner: Owner
  /** Gaps of the owner's registers when it was composed. Absent in letters queued by earlier versions. */
  readonly gaps?: readonly HoldReason[]
}

/** Data about a request that officers need, without its sender. */
export interface RequestSummary {
  readonly kind: keyof Messages['rights']['kinds']
  /** Null if no law sets one, as for an inquiry. */
  readonly regime: keyof Messages['reporting']['requests']['laws'] | null
  readonly dueOn: CalendarDate | null
}

/** Requests and messages that arrived on one day. */
export interface ArrivedRequests {
  readonly receivedOn: CalendarDate
  /** New requests. */
  readonly cases: readonly RequestSummary[]
  /** Older requests with a new message. */
  readonly written: readonly RequestSummary[]
}

/** Certificate for officers once a wave is unlinked. Days are the organization's. */
export interface UnlinkingCertificate {
  readonly anonymity: WaveAnonymity
  readonly closedOn: CalendarDate
  readonly unlinkedOn: CalendarDate
  /** The last day on which an older backup may be kept. */
  readonly backupsUntil: CalendarDate
  /** Null, or absent in a letter of an earlier version, if the answers were not encrypted. */
  readonly key?: { readonly state: 'destroyed' | 'lost'; readonly day: CalendarDate } | null
}

export type LetterOf<K extends LetterKind> = {
  readonly kind: K
  /** Letters to travelers may be in an added language. */
  readonly locale: K extends SurveyLetterKind ? SurveyLanguage : Locale
  readonly data: LetterData[K]
}

export type Letter = { [K in LetterKind]: LetterOf<K> }[LetterKind]
