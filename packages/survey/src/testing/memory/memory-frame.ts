import type { Instant } from '@wayproof/kernel/clock'
import type { SourceCount } from '../../sampling/dominated-cells.ts'
import type { FrameCounts, FrameOf, FrameProvenance } from '../../sampling/sampling-frame.ts'
import { isPublicMailDomain, mailDomain } from '../../travelers/seal-chunk.ts'
import type { MemoryLetter, MemoryTraveler, MemoryWave, SurveyMemory } from './survey-memory.ts'

/** True if the letter waits or was sent, so that it counts against its recipient's budget. */
const counts = ({ state }: MemoryLetter): boolean => state === 'queued' || state === 'sent'

/** Reminders that count for everybody whom a wave invited: its rounds since `since`, at most two. */
const rounds = (wave: MemoryWave | undefined, since: Instant): number =>
  (wave?.remindedAt ?? 0) < since ? 0 : Math.min(2, wave?.reminderRounds ?? 0)

/**
 * Letters about surveys that count against a traveler's budget. The recipients of an unlinked wave's reminders are not known,
 * so everybody it invited counts each round of them.
 */
export function lettersSince(memory: SurveyMemory, travelerId: string, since: Instant): number {
  const memoryLetters = memory.letters.filter((letter) => letter.travelerId === travelerId && counts(letter))
  const invitedBy = memoryLetters.filter(({ kind, state }) => kind === 'invitation' && state === 'sent')
  const reminders = invitedBy.map(({ waveId }) => {
    const wave = memory.waves.get(waveId)
    return wave?.letterCounts ? rounds(wave, since) : 0
  })
  return memoryLetters.filter(({ createdAt }) => createdAt >= since).length + reminders.reduce((sum, n) => sum + n, 0)
}

/** The same without who was reminded: the reminders of an open wave would reveal who has not answered. */
function publishedLettersSince(memory: SurveyMemory, travelerId: string, since: Instant): number {
  const invitations = memory.letters.filter(
    (letter) => letter.kind === 'invitation' && letter.travelerId === travelerId,
  )
  const invited = invitations.filter((letter) => counts(letter) && letter.createdAt >= since).length
  return invitations
    .filter(({ state }) => state === 'sent')
    .reduce((sum, { waveId }) => sum + rounds(memory.waves.get(waveId), since), invited)
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

const eligibleOf = (memory: SurveyMemory, frame: FrameOf): readonly MemoryTraveler[] =>
  travelersInFrame(memory, frame).flatMap(({ traveler, reason }) => (reason === null ? [traveler] : []))

const importOf = (memory: SurveyMemory, { importId }: MemoryTraveler) =>
  memory.imports.find(({ id }) => id === importId)

/** One entry for each traveler and source. */
export function frameSources(memory: SurveyMemory, frame: FrameOf): readonly SourceCount[] {
  return eligibleOf(memory, frame).flatMap((traveler) => {
    const { locale: language, tripType, channel, region } = traveler.traits
    const domain = mailDomain(traveler.email)
    const file = importOf(memory, traveler)
    const sources = [
      ...(isPublicMailDomain(domain) ? [] : [`domain ${domain}`]),
      ...(file && !file.byKey ? [`person ${file.by}`] : []),
    ]
    return sources.map((source) => ({ tripType, channel, region, language, source, people: 1 }))
  })
}

export function frameProvenance(memory: SurveyMemory, frame: FrameOf): FrameProvenance {
  const eligible = eligibleOf(memory, frame)
  const files = Map.groupBy(eligible, (traveler) => importOf(memory, traveler))
  const byPerson = Map.groupBy(files, ([file]) => JSON.stringify([file?.by ?? '', file?.byKey ?? false]))
  const importers = [...byPerson].map(([key, entries]) => {
    const [by, byKey] = JSON.parse(key) as [string, boolean]
    const travelers = entries.reduce((sum, [, people]) => sum + people.length, 0)
    const lastAt = Math.max(...entries.map(([file]) => file?.at ?? 0))
    return { by, byKey, travelers, imports: entries.length, lastAt }
  })
  const domains = Map.groupBy(eligible, ({ email }) => mailDomain(email))
  const counts = [...domains].map(([domain, { length }]) => ({ isPublic: isPublicMailDomain(domain), length }))
  return {
    importers: importers.toSorted((a, b) => b.travelers - a.travelers || (a.by < b.by ? -1 : 1)),
    largestDomain: Math.max(0, ...counts.filter(({ isPublic }) => !isPublic).map(({ length }) => length)),
    publicDomains: counts.reduce((sum, { isPublic, length }) => sum + (isPublic ? length : 0), 0),
    unknownDomains: 0,
  }
}
