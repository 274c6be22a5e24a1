import type { Owner } from '@wayproof/accounts/accounts/person'
import { dateAt } from '@wayproof/kernel/calendar/calendar-date'
import { type PeriodKey, parsePeriod } from '@wayproof/kernel/calendar/period'
import type { Clock } from '@wayproof/kernel/clock'
import type { Id } from '@wayproof/kernel/id'
import type { Outcome } from '@wayproof/kernel/outcome'
import type { Locale } from '@wayproof/kernel/people/locale'
import { type PeriodClosing, stageOf } from '@wayproof/scorecard/closing/period-close'
import type { ClosingStore } from '@wayproof/scorecard/closing/ports'
import type { HoldReason } from '@wayproof/scorecard/editions/hold-reason'
import { GOALS, OWNERS } from '@wayproof/scorecard/goals/goal'
import type { ClosingReminderData } from '../letter/letter.ts'
import type { MailNoticePorts } from './mail-notice.ts'
import type { Outbox } from './outbox.ts'

export interface RemindOwnersPorts extends Pick<MailNoticePorts, 'outbox' | 'clock'> {
  readonly closing: Pick<ClosingStore, 'closing'>
  readonly timeZone: string
  /** Gaps of the registers now for the half-year's edition of record, each with the owner who can close it. */
  gaps(period: PeriodKey): Promise<Outcome<readonly HoldReason[]>>
  peopleOf(owner: Owner): Promise<readonly { readonly id: Id; readonly locale: Locale }[]>
}

export interface RemindOwners {
  /** The half-year that is to be closed. */
  readonly period: PeriodKey
  /** Occasion of the reminder, such as a month; each occasion is mailed once. */
  readonly occasion: string
}

/**
 * Reminds the owners of what is open for them now in a half-year: registers with gaps, signatures, or (the officers) the
 * seal. An owner with nothing to do gets no letter. Returns the number of new letters, or null if nothing is to be done.
 */
export async function remindOwners(
  { closing, timeZone, gaps, ...ports }: RemindOwnersPorts,
  { period, occasion }: RemindOwners,
): Promise<number | null> {
  const half = parsePeriod(period)
  if (!half) throw new RangeError(`no period is named ${period}`)
  const state = await closing.closing(period)
  const stage = stageOf(state, half, dateAt(ports.clock.now(), timeZone))
  if (stage === 'closed' || stage === 'running') return null
  const reminder = { period, version: state.seals.length + 1 }
  if (stage === 'signed') return mailOwners(ports, { ...reminder, stage }, { owners: ['privacy-officer'], occasion })
  if (stage === 'frozen') return mailOwners(ports, { ...reminder, stage }, { owners: ownersToSign(state), occasion })
  const found = await gaps(period)
  if (!found.ok) throw new Error(found.fault.code)
  const owners = found.value.map(({ owner }) => owner)
  return mailOwners(ports, { ...reminder, stage: 'ended', gaps: found.value }, { owners, occasion })
}

const ownersToSign = ({ signatures }: PeriodClosing) =>
  GOALS.filter((goal) => signatures.every((signature) => signature.goal !== goal)).map((goal) => OWNERS[goal])

interface MailOwnersPorts {
  readonly outbox: Pick<Outbox, 'post'>
  /** The people responsible for an owner's goals, each with the language of the account. */
  peopleOf(owner: Owner): Promise<readonly { readonly id: Id; readonly locale: Locale }[]>
  readonly clock: Clock
}

/** Posts one letter per person and occasion to the owners, each with the owner's gaps. Returns how many are new. */
export async function mailOwners(
  { outbox, peopleOf, clock }: MailOwnersPorts,
  reminder: Omit<ClosingReminderData, 'owner'>,
  { owners, occasion }: { readonly owners: readonly Owner[]; readonly occasion: string },
): Promise<number> {
  const gaps = reminder.gaps ?? []
  const letters = await Promise.all(
    [...new Set(owners)].map(async (owner) =>
      (await peopleOf(owner)).map(({ id, locale }) => ({
        letter: {
          kind: 'closing-reminder',
          locale,
          data: { ...reminder, gaps: gaps.filter((gap) => gap.owner === owner), owner },
        } as const,
        recipient: { kind: 'user', id } as const,
        dedupeKey: `closing-reminder:${reminder.period}:${occasion}:${id}`,
      })),
    ),
  )
  return outbox.post(letters.flat(), clock.now())
}
