import { dateAt, type Id, type Locale, type PeriodKey, parsePeriod } from '@wayproof/kernel'
import { type ClosingStore, GOALS, OWNERS, type Owner, type PeriodClosing, stageOf } from '@wayproof/scorecard'
import type { MailNoticePorts } from './mail-notice.ts'
import { mailOwners } from './mail-owners.ts'

export interface RemindOwnersPorts extends Pick<MailNoticePorts, 'outbox' | 'clock'> {
  readonly closing: Pick<ClosingStore, 'closing'>
  readonly timeZone: string
  peopleOf(owner: Owner): Promise<readonly { readonly id: Id; readonly locale: Locale }[]>
}

export interface RemindOwners {
  /** The half-year that is to be closed. */
  readonly period: PeriodKey
  /** Occasion of the reminder, such as a month; each occasion is mailed once. */
  readonly occasion: string
}

/**
 * Reminds the owners of their tasks in a half-year: update the registers, sign, or (the officers) close. Returns the number
 * of new letters, or null if nothing is to be done.
 */
export async function remindOwners(
  { closing, timeZone, ...ports }: RemindOwnersPorts,
  { period, occasion }: RemindOwners,
): Promise<number | null> {
  const half = parsePeriod(period)
  if (!half) throw new RangeError(`no period is named ${period}`)
  const state = await closing.closing(period)
  const stage = stageOf(state, half, dateAt(ports.clock.now(), timeZone))
  if (stage === 'closed' || stage === 'running') return null
  return mailOwners(
    ports,
    { period, version: state.seals.length + 1, stage: stage === 'reopened' ? 'ended' : stage },
    { owners: stage === 'signed' ? ['privacy-officer'] : ownersToSign(state), occasion },
  )
}

const ownersToSign = ({ signatures }: PeriodClosing) =>
  GOALS.filter((goal) => signatures.every((signature) => signature.goal !== goal)).map((goal) => OWNERS[goal])
