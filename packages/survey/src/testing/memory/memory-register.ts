import type { SuppressionReason } from '@wayproof/journal/outbox/suppress-address'
import type { Instant } from '@wayproof/kernel/clock'
import type { Id } from '@wayproof/kernel/id'
import type { Traveler } from '../../travelers/traveler.ts'
import type { MemoryTraveler, SurveyMemory } from './survey-memory.ts'

const strengthOf = (reason: SuppressionReason): number => (reason === 'bounced' ? 0 : reason === 'erased' ? 2 : 1)

/** Suppresses an address; a stronger reason replaces a weaker one. */
export function suppress(memory: SurveyMemory, addressKey: string, reason: SuppressionReason, at: Instant): void {
  const known = memory.suppressed.get(addressKey)
  const isStronger = !known || strengthOf(reason) > strengthOf(known.reason)
  if (isStronger || (known.reason === 'unsubscribed' && reason === 'objected'))
    memory.suppressed.set(addressKey, { reason, at })
}

/** Deletes a traveler with invitations and letters. Answers remain, because nothing links them to the traveler. */
export function removeTraveler(memory: SurveyMemory, travelerId: string): void {
  memory.travelers.delete(travelerId)
  for (const invitation of memory.invitations.values())
    if (invitation.travelerId === travelerId) memory.invitations.delete(invitation.id)
  memory.letters = memory.letters.filter((letter) => letter.travelerId !== travelerId)
}

interface WrittenAs {
  readonly id: Id
  /** The same customer before; undefined for a new one. */
  readonly known: MemoryTraveler | undefined
  readonly at: Instant
  readonly importId: Id
}

/** Adds or replaces a traveler. A new address ends the old links and drafts and takes an objection along. */
export function writeTraveler(
  memory: SurveyMemory,
  { traveler, key }: { readonly traveler: Traveler; readonly key: string },
  { id, known, at, importId }: WrittenAs,
): void {
  memory.travelers.set(id, { ...traveler, id, addressKey: key, importId })
  if (!known || known.addressKey === key) return
  const old = memory.suppressed.get(known.addressKey)
  if (old && old.reason !== 'bounced' && old.reason !== 'erased') suppress(memory, key, old.reason, at)
  const isReminder = (kind: string) => kind !== 'invitation'
  memory.letters = memory.letters.filter(
    (letter) => letter.travelerId !== id || letter.state !== 'queued' || !isReminder(letter.kind),
  )
  for (const invitation of memory.invitations.values()) {
    if (invitation.travelerId !== id || invitation.generation === null) continue
    invitation.generation += 1
    invitation.draft = null
    for (const letter of memory.letters)
      if (letter.invitationId === invitation.id && letter.state === 'queued') letter.generation = invitation.generation
  }
}
