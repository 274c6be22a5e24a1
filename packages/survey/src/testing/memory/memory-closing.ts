import type { Instant } from '@wayproof/kernel/clock'
import type { Id } from '@wayproof/kernel/id'
import { maskedComment } from '../../masking/masked-comment.ts'
import {
  REMINDER_ELIGIBILITIES,
  type ReminderEligibility,
  type ReminderMoments,
  skipsOf,
} from '../../waves/reminder.ts'
import { countLetters } from './memory-funnel.ts'
import { eligibilityOf } from './memory-reminders.ts'
import { countAnswers, countPairs } from './memory-tally-store.ts'
import type { SurveyMemory } from './survey-memory.ts'

/** Ends answering if the closing time has passed: deletes drafts and unsent letters, counts people without a reminder. */
export function closeMemoryWave(memory: SurveyMemory, waveId: Id, at: Instant, moments: ReminderMoments): void {
  const memoryWave = memory.waves.get(waveId)
  if (memoryWave?.wave.status !== 'open' || at < memoryWave.wave.closesAt) return
  const courses = eligibilityOf(memory, waveId, moments)
  const counts = REMINDER_ELIGIBILITIES.map((course) => [
    course,
    courses.filter((each) => each.course === course).length,
  ])
  memoryWave.skips = [
    ...memoryWave.skips,
    ...skipsOf(Object.fromEntries(counts) as Record<ReminderEligibility, number>),
  ]
  memoryWave.wave = { ...memoryWave.wave, status: 'closed', closedAt: at }
  memoryWave.figures = null
  for (const { invitation } of courses) invitation.draft = null
  for (const letter of memory.letters)
    if (letter.waveId === waveId && letter.state === 'queued') letter.state = 'suppressed'
}

/** Counts the answers of a closed wave and removes everything that links them to people. */
export function unlinkMemoryWave(memory: SurveyMemory, waveId: Id, at: Instant): void {
  const memoryWave = memory.waves.get(waveId)
  if (memoryWave?.wave.status !== 'closed') return
  memoryWave.tallies = countAnswers(memory, waveId)
  memoryWave.pairs = countPairs(memory, waveId)
  const comments = memory.answers.flatMap(({ comment, language, ...answer }, n) =>
    answer.waveId === waveId && comment !== null
      ? [{ waveId, id: `${waveId}-${n}`, language, text: maskedComment(comment), read: false, codes: [] }]
      : [],
  )
  memory.comments = [...memory.comments, ...comments]
  memory.answers = memory.answers.map((answer) =>
    answer.waveId === waveId ? { ...answer, receipt: null, comment: null } : answer,
  )
  for (const invitation of memory.invitations.values())
    if (invitation.waveId === waveId) Object.assign(invitation, { cellId: null, generation: null, answered: null })
  memoryWave.letterCounts = countLetters(memory, waveId)
  memory.letters = memory.letters.filter((letter) => letter.waveId !== waveId || letter.kind === 'invitation')
  memoryWave.wave = { ...memoryWave.wave, status: 'unlinked', unlinkedAt: at }
}
