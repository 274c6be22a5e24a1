import type { PeriodKey } from '@wayproof/kernel'
import { delivered } from '../house/delivery.ts'
import type { House } from '../house/house.ts'
import { invitationLink } from '../mailbox/invitation-link.ts'
import { accept, type Newcomer, type OfficerAtWork, officer } from './officer.ts'

/** A relay is given letters only when it did not greet before: this is to tell what it says. */
const RELAY_PATIENCE_MS = 3000

/** Invites another officer, who accepts by the letter. */
export async function secondOfficer(house: House, first: OfficerAtWork, person: Newcomer): Promise<OfficerAtWork> {
  await first.invite(person.email, 'officer', person.locale)
  await delivered(first, () => {}, house.relayed ? RELAY_PATIENCE_MS : undefined)
  return officer(await accept(house.reportingUrl, await invitationLink(house.sink, person.email), person))
}

/** Ends a wave before its day, as only two officers can. */
export async function closeAtOnce(
  [first, second]: readonly [OfficerAtWork, OfficerAtWork],
  period: PeriodKey,
  reason: string,
): Promise<void> {
  const { id } = await first.proposeClose(period, reason)
  await second.approveClose(period, id)
}
