import type { Ids } from '@wayproof/kernel/id'
import type { Keyring } from '@wayproof/kernel/secrets/keyring'
import type { SurveyStore } from '../../ports.ts'
import { memoryAnswerStore } from './memory-answer-store.ts'
import { memoryCommentStore } from './memory-comment-store.ts'
import { memoryOpeningStore } from './memory-opening-store.ts'
import { memoryProgrammeStore } from './memory-programme-store.ts'
import { memoryQuestionnaireStore } from './memory-questionnaire-store.ts'
import { memoryTravelerStore } from './memory-traveler-store.ts'
import { memoryWaveStore } from './memory-wave-store.ts'
import type { SurveyMemory } from './survey-memory.ts'

/** The whole survey storage over one shared memory. */
export const memorySurveyStore = (
  memory: SurveyMemory,
  deps: { readonly ids: Ids; readonly keyring: Keyring },
): SurveyStore => ({
  ...memoryQuestionnaireStore(memory),
  ...memoryProgrammeStore(memory),
  ...memoryTravelerStore(memory, deps),
  ...memoryOpeningStore(memory),
  ...memoryWaveStore(memory),
  ...memoryAnswerStore(memory),
  ...memoryCommentStore(memory),
})
