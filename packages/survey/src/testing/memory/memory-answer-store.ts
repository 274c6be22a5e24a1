import type { Instant } from '@wayproof/kernel/clock'
import { fail, ok } from '@wayproof/kernel/outcome'
import type { AnswerStore } from '../../answers/ports.ts'
import { whileOpen } from '../../answers/stored-answer.ts'
import { type Invitation, linkFault } from '../../links/invitation.ts'
import { hexOf, questionnaireOf } from './find-in-memory.ts'
import { memoryTallyStore } from './memory-tally-store.ts'
import type { MemoryAnswer, MemoryWave, SurveyMemory } from './survey-memory.ts'

export function memoryAnswerStore(memory: SurveyMemory): AnswerStore {
  const opened = (id: string): Invitation | null => {
    const invitation = memory.invitations.get(id)
    const wave = invitation && memory.waves.get(invitation.waveId)
    if (!wave) return null
    const { period, status, closesAt } = wave.wave
    return {
      ...{ id, generation: invitation.generation, answered: invitation.answered, draft: invitation.draft },
      wave: { id: invitation.waveId, period, status, closesAt, smallestGroup: wave.plan.smallestGroup },
      questionnaire: questionnaireOf(memory, wave.wave),
    }
  }
  const known = (waveId: string, receiptHash: Uint8Array) =>
    memory.answers.some((answer) => answer.waveId === waveId && answer.receipt === hexOf(receiptHash))
  return {
    ...memoryTallyStore(memory),
    invitation: async (id) => opened(id),
    receiptKnown: async (waveId, receiptHash) => known(waveId, receiptHash),
    saveAnswer: async ({ invitationId, generation, receiptHash, at, day, values, comment, language }) => {
      const invitation = memory.invitations.get(invitationId)
      const wave = invitation && memory.waves.get(invitation.waveId)
      const fault = linkFault(opened(invitationId), generation, at)
      if (!invitation || !wave || fault) {
        if (fault?.code === 'link-used' && invitation && known(invitation.waveId, receiptHash)) return ok(null)
        return { ok: false, fault: fault ?? { code: 'link-unknown' } }
      }
      // Two answers under one receipt could not be distinguished by their authors.
      if (known(invitation.waveId, receiptHash)) return fail('receipt-invalid')
      const { waveId, cellId } = invitation
      const stored = { waveId, cellId: cellId ?? '', values, comment, language, receipt: hexOf(receiptHash) }
      memory.answers = [...memory.answers, stored]
      Object.assign(invitation, { answered: true, draft: null })
      wave.answered += 1
      wave.days = countDay(wave, day)
      return ok(null)
    },
    saveDraft: async ({ invitationId, generation, sealed, at }) => {
      const fault = linkFault(opened(invitationId), generation, at)
      if (fault) return { ok: false, fault }
      Object.assign(memory.invitations.get(invitationId) ?? {}, { draft: sealed })
      return ok(null)
    },
    answerUnder: async (receiptHash) => {
      const found = answerUnder(memory, receiptHash)
      if (!found) return null
      const { period, status, closesAt } = found.wave.wave
      const { values, comment } = found.answer
      return {
        values,
        comment,
        wave: { period, status, closesAt },
        questionnaire: questionnaireOf(memory, found.wave.wave),
      }
    },
    replaceAnswer: async ({ receiptHash, values, comment, language, at }) => {
      const outcome = changeable(memory, receiptHash, at)
      if (!outcome.ok) return outcome
      const { answer } = outcome.value
      memory.answers = memory.answers.map((each) => (each === answer ? { ...each, values, comment, language } : each))
      return ok(null)
    },
    withdrawAnswer: async (receiptHash, at) => {
      const outcome = changeable(memory, receiptHash, at)
      if (!outcome.ok) return outcome
      const { answer, inWave } = outcome.value
      memory.answers = memory.answers.filter((each) => each !== answer)
      inWave.answered -= 1
      inWave.withdrawn += 1
      return ok(null)
    },
  }
}

const countDay = ({ days }: MemoryWave, day: string) =>
  days.some((each) => each.day === day)
    ? days.map((each) => (each.day === day ? { day, count: each.count + 1 } : each))
    : [...days, { day, count: 1 }].toSorted((a, b) => (a.day < b.day ? -1 : 1))

/** If one code was sent to two waves, the answer in the wave that closes last. */
function answerUnder({ answers, waves }: SurveyMemory, receiptHash: Uint8Array) {
  const found = answers.flatMap((answer): { answer: MemoryAnswer; wave: MemoryWave }[] => {
    const wave = waves.get(answer.waveId)
    return wave && answer.receipt === hexOf(receiptHash) ? [{ answer, wave }] : []
  })
  return found.toSorted((a, b) => b.wave.wave.closesAt - a.wave.wave.closesAt)[0] ?? null
}

function changeable(memory: SurveyMemory, receiptHash: Uint8Array, at: Instant) {
  const found = answerUnder(memory, receiptHash)
  return whileOpen(found && { answer: found.answer, inWave: found.wave, wave: found.wave.wave }, at)
}
