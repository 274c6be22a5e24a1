import type { Instant } from '@wayproof/kernel'
import type { FrameCounts, FrameOf } from '../../sampling/sampling-frame.ts'
import type { MemoryLetter, MemoryTraveler, SurveyMemory } from './survey-memory.ts'

/** True if the letter waits or was sent, so that it counts against its recipient's budget. */
const counts = ({ state }: MemoryLetter): boolean => state === 'queued' || state === 'sent'

/**
 * Letters about surveys that count against a traveler's budget. The recipients of an unlinked wave's reminders are not known,
 * so everybody it invited counts each reminder that it sent.
 */
export function lettersSince(memory: SurveyMemory, travelerId: string, since: Instant): number {
  const memoryLetters = memory.letters.filter((letter) => letter.travelerId === travelerId && counts(letter))
  const invitedBy = memoryLetters.filter(({ kind, state }) => kind === 'invitation' && state === 'sent')
  const reminders = invitedBy.map(({ waveId }) => {
    const wave = memory.waves.get(waveId)
    if (!wave?.letterCounts || (wave.remindedAt ?? 0) < since) return 0
    return Number(wave.letterCounts.reminded > 0) + Number(wave.letterCounts.remindedAgain > 0)
  })
  return memoryLetters.filter(({ createdAt }) => createdAt >= since).length + reminders.reduce((sum, n) => sum + n, 0)
}

/** The same from published figures only: the reminders of an open wave would reveal who has not answered. */
function publishedLettersSince(memory: SurveyMemory, travelerId: string, since: Instant): number {
  const withoutReminders = { ...memory, letters: memory.letters.filter(({ kind }) => kind === 'invitation') }
  const published = withoutReminders.letters.map(({ waveId, state, ...letter }) => {
    const wave = memory.waves.get(waveId)
    const { figures = null, remindedAt = null } = wave ?? {}
    if (letter.travelerId !== travelerId || state !== 'sent' || !figures || (remindedAt ?? 0) < since) return 0
    return Number((figures.reminded ?? 0) > 0) + Number((figures.remindedAgain ?? 0) > 0)
  })
  return lettersSince(withoutReminders, travelerId, since) + published.reduce((sum, n) => sum + n, 0)
}

/** The first reason that keeps a traveler out of a wave, or null; in the order of the coverage ladder. */
function whyNotEligible(memory: SurveyMemory, traveler: MemoryTraveler, frame: FrameOf): string | null {
  if (!traveler.traits.adult) return 'not-adult'
  if (!traveler.traits.basisHolds) return 'no-basis'
  const suppression = memory.suppressed.get(traveler.addressKey)
  if (suppression) return suppression.reason
  return publishedLettersSince(memory, traveler.id, frame.budgetFrom) >= frame.letterLimit ? 'budget' : null
}

/** The travelers of the frame's months, each with the reason that keeps the person out. */
export function travelersInFrame(memory: SurveyMemory, frame: FrameOf) {
  const { first, last } = frame.months
  return [...memory.travelers.values()]
    .filter(({ traits: { lastTrip } }) => lastTrip >= first && (last === null || lastTrip <= last))
    .map((traveler) => ({ traveler, reason: whyNotEligible(memory, traveler, frame) }))
}

export function countFrame(memory: SurveyMemory, frame: FrameOf): FrameCounts {
  const byReason = Map.groupBy(travelersInFrame(memory, frame), ({ reason }) => reason)
  const skips = [...byReason].flatMap(([reason, { length: count }]) =>
    reason === null ? [] : [{ stage: 'invitation' as const, reason, count }],
  )
  return {
    eligible: byReason.get(null)?.length ?? 0,
    skips: skips.toSorted((a, b) => b.count - a.count || (a.reason < b.reason ? -1 : 1)),
  }
}

export function countEligibleByLanguage(memory: SurveyMemory, frame: FrameOf): Readonly<Record<string, number>> {
  const eligible = travelersInFrame(memory, frame).filter(({ reason }) => reason === null)
  const byLanguage = Map.groupBy(eligible, ({ traveler }) => traveler.traits.locale)
  return Object.fromEntries([...byLanguage].map(([language, { length }]) => [language, length]))
}
