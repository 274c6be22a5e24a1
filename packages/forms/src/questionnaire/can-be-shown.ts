import type { Questionnaire } from './questionnaire.ts'
import { checkQuestionnaire, type QuestionnaireFault } from './questionnaire-check.ts'

/** Faults of the wording only: the page shows such a questionnaire. */
const OF_WORDING: readonly QuestionnaireFault['code'][] = ['translation-missing', 'asks-identity']

/** True if a page can show a draft, because it has no faults of its structure. */
export const canBeShown = (questionnaire: Questionnaire): boolean =>
  checkQuestionnaire(questionnaire).every(({ code }) => OF_WORDING.includes(code))
