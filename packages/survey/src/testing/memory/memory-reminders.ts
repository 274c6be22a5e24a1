import type { ReminderEligibility, ReminderMoments, ReminderRound } from '../../waves/reminder.ts'
import { lettersSince } from './memory-frame.ts'
import type { MemoryInvitation, MemoryWave, SurveyMemory } from './survey-memory.ts'

/** Each invited person of a wave, with the reminder that is due or the first reason why none is. */
export function eligibilityOf(memory: SurveyMemory, waveId: string, moments: ReminderMoments) {
  const wave = memory.waves.get(waveId)
  if (!wave) return []
  return [...memory.invitations.values()]
    .filter((invitation) => invitation.waveId === waveId)
    .map((invitation) => ({ invitation, course: courseOf(memory, wave, invitation, moments) }))
}

function courseOf(
  memory: SurveyMemory,
  { wave }: MemoryWave,
  invitation: MemoryInvitation,
  { invitedBefore, invitedBeforeLast, remindedBefore, budgetFrom }: ReminderMoments,
): ReminderEligibility {
  const letter = (kind: string) =>
    memory.letters.find((each) => each.invitationId === invitation.id && each.kind === kind) ?? null
  const [memoryLetter, first, last] = [letter('invitation'), letter('first-reminder'), letter('last-reminder')]
  const person = memory.travelers.get(invitation.travelerId)
  if (!person || !memoryLetter) return 'suppressed'
  const suppression = memory.suppressed.get(person.addressKey)?.reason
  if (!person.traits.adult) return 'not-adult'
  if (!person.traits.basisHolds) return 'no-basis'
  if (suppression === 'unsubscribed' || suppression === 'complained' || suppression === 'objected') return 'objected'
  if (suppression || memoryLetter.state === 'suppressed') return 'suppressed'
  if (invitation.generation !== memoryLetter.generation) return 'address-changed'
  if (memoryLetter.state === 'failed' || memoryLetter.state === 'bounced') return 'refused'
  if (memoryLetter.sentAt === null) return 'invitation-waits'
  if (invitation.answered) return 'answered'
  if (last) return 'reminded-twice'
  if (first?.state === 'queued') return 'reminder-waits'
  if (first && first.sentAt === null) return 'reminder-ended'
  const sent = first?.sentAt ?? null
  if (
    sent === null
      ? memoryLetter.sentAt >= invitedBefore
      : memoryLetter.sentAt >= invitedBeforeLast || sent >= remindedBefore
  )
    return 'too-soon'
  const letters = Math.max(first ? 2 : 1, lettersSince(memory, person.id, budgetFrom))
  if (letters >= wave.letterLimit) return 'budget'
  return first ? 'last' : 'first'
}

/** Queues the reminders that are due and returns their number, and counts the round. */
export function queueReminders(
  memory: SurveyMemory,
  waveId: string,
  moments: ReminderMoments,
  round: ReminderRound,
): number {
  const memoryWave = memory.waves.get(waveId)
  if (memoryWave?.wave.status !== 'open') return 0
  const due = eligibilityOf(memory, waveId, moments).flatMap(({ invitation, course }) => {
    if (course !== 'first' && course !== 'last') return []
    const { id: invitationId, travelerId } = invitation
    return {
      ...{ kind: `${course}-reminder` as const, waveId, invitationId, travelerId, createdAt: moments.at },
      ...{ generation: invitation.generation ?? 0, closesOn: closingDayOf(memory, waveId) ?? memoryWave.plan.closesOn },
      ...{ state: 'queued' as const, sentAt: null, reply: null },
    }
  })
  memory.letters = [...memory.letters, ...due]
  const remindedAt = memoryWave.remindedAt ?? Number.NEGATIVE_INFINITY
  const isDue = round === 'by-hand' || (round !== null && remindedAt < round)
  if (isDue && remindedAt < moments.remindedBefore)
    Object.assign(memoryWave, { remindedAt: moments.at, reminderRounds: memoryWave.reminderRounds + 1 })
  return due.length
}

/** The closing day that two officers agreed on last; null if they have changed none. */
const closingDayOf = ({ closeChanges }: SurveyMemory, waveId: string): string | null =>
  closeChanges
    .filter((change) => change.waveId === waveId && change.decided?.approved)
    .toSorted((a, b) => (b.decided?.at ?? 0) - (a.decided?.at ?? 0))[0]?.closesOn ?? null
