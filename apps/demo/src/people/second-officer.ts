import type { CalendarDate } from '@wayproof/kernel/calendar/calendar-date'
import type { PeriodKey } from '@wayproof/kernel/calendar/period'
import { accept, type NewUser, type OfficerAtWork, officer } from '@wayproof/local-stack/clients/officer'
import type { ReportingClient } from '@wayproof/local-stack/clients/reporting-client'
import type { LocalStack } from '@wayproof/local-stack/local-stack'
import { delivered } from '@wayproof/local-stack/mail/delivery'
import { invitationLink } from '@wayproof/local-stack/mail/invitation-link'

/** The relay does not respond, so this only waits long enough to report its error. */
export const RELAY_TIMEOUT_MS = 3000

interface Waiting {
  readonly id: string
  readonly email: string | null
}

/** Confirms the appointment of the person invited at this address, as another person has to. */
export async function confirmAppointment(client: ReportingClient, email: string): Promise<void> {
  const { waiting } = await client.query<{ waiting: readonly Waiting[] }>('people.appointments')
  const appointment = waiting.find((candidate) => candidate.email === email)
  if (!appointment) throw new Error(`no appointment of ${email} waits for confirmation`)
  await client.mutate('approval.decide', { id: appointment.id, approve: true })
}

/** The only officer invites another, a third person confirms, and the new officer accepts by the emailed link. */
export async function secondOfficer(
  stack: LocalStack,
  [first, third]: readonly [OfficerAtWork, ReportingClient],
  person: NewUser,
): Promise<OfficerAtWork> {
  await first.invite(person.email, 'officer', person.locale)
  await confirmAppointment(third, person.email)
  await delivered(first, () => {}, stack.relayed ? RELAY_TIMEOUT_MS : undefined)
  return officer(await accept(stack.reportingUrl, await invitationLink(stack.sink, person.email), person))
}

/** Opens a wave, which takes two officers. */
export async function openByTwo(
  [first, second]: readonly [OfficerAtWork, OfficerAtWork],
  period: PeriodKey,
  closesOn: CalendarDate,
): Promise<void> {
  await second.approve((await first.askOpening(period, closesOn)).id)
}

/** Closes a wave early, which takes two officers. */
export async function closeAtOnce(
  [first, second]: readonly [OfficerAtWork, OfficerAtWork],
  period: PeriodKey,
  reason: string,
): Promise<void> {
  const { id } = await first.proposeClose(period, reason)
  await second.approve(id)
}
