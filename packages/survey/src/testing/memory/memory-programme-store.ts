import type { ProgrammeStore } from '../../programme/ports.ts'
import { waveOfPeriod } from './find-in-memory.ts'
import type { SurveyMemory } from './survey-memory.ts'

export function memoryProgrammeStore(memory: SurveyMemory): ProgrammeStore {
  const isOpen = ({ period, leftOutAt }: SurveyMemory['questions'][number]) =>
    leftOutAt === null && waveOfPeriod(memory, period) === null
  return {
    mailRoute: async () => memory.route,
    saveFolderChoice: async (folder) => {
      memory.route = { ...memory.route, folder }
    },
    programme: async () => memory.programme,
    saveProgramme: async (programme, check) => {
      check?.(memory.programme)
      memory.programme = programme
    },
    checklist: async () => memory.checklist,
    saveChecklist: async (checklist, check) => {
      check?.(memory.checklist)
      memory.checklist = checklist
    },
    approvedOpening: async (period) => memory.approvedOpenings.get(period) ?? null,
    askAboutOpening: async (question) => {
      if (memory.questions.some(({ period }) => period === question.period)) return
      memory.questions = [...memory.questions, { ...question, leftOutAt: null, leftOutBy: null }]
    },
    askedAboutOpening: async (period) => memory.questions.some((question) => question.period === period),
    openingQuestions: async () =>
      memory.questions
        .filter(isOpen)
        .map(({ leftOutBy: _, ...question }) => question)
        .toSorted((a, b) => (a.period < b.period ? 1 : -1)),
    leaveOutOpening: async (period, leftOutBy, leftOutAt) => {
      const asked = memory.questions.find((question) => question.period === period && isOpen(question))
      if (!asked) return false
      memory.questions = memory.questions.map((question) =>
        question === asked ? { ...question, leftOutAt, leftOutBy } : question,
      )
      return true
    },
  }
}
