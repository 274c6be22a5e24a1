import { isVisibleText } from '@wayproof/kernel/people/visible-text'
import type { Questionnaire } from '../questionnaire/questionnaire.ts'
import {
  checkQuestionnaire,
  type QuestionnaireFault,
  type QuestionnaireWarning,
  questionnaireWarnings,
} from '../questionnaire/questionnaire-check.ts'
import { allWordings } from '../questionnaire/survey-text.ts'
import { localTexts } from './local-texts.ts'

/** Longest wording of a question or answer, in characters. Our limit. */
export const LONGEST_TEXT = 1_000

export type DraftFault = Omit<QuestionnaireFault, 'code'> & {
  readonly code: QuestionnaireFault['code'] | 'text-too-long' | 'text-hidden'
}

export interface DraftCheck {
  /** They prevent publishing. */
  readonly faults: readonly DraftFault[]
  readonly warnings: readonly QuestionnaireWarning[]
}

/**
 * Checks a draft: the faults of `checkQuestionnaire` once each, texts that are too long or contain control characters
 * or direction marks, and warnings that do not prevent publishing. `languages` are the added ones in use.
 */
export function checkDraft(questionnaire: Questionnaire, languages: readonly string[] = []): DraftCheck {
  const { items, scales, stem } = questionnaire
  const parts = [
    { at: 'stem', value: stem },
    ...Object.entries(scales).map(([at, value]) => ({ at, value })),
    ...items.map((item) => ({ at: item.id, value: item })),
  ]
  const textFaults = parts.flatMap(({ at, value }): readonly DraftFault[] => {
    const texts = localTexts(value).flatMap(({ text }) => allWordings(text))
    const isTooLong = texts.some((text) => [...text].length > LONGEST_TEXT)
    const isHidden = !texts.every(isVisibleText)
    return [
      ...(isTooLong ? [{ code: 'text-too-long', at } as const] : []),
      ...(isHidden ? [{ code: 'text-hidden', at } as const] : []),
    ]
  })
  const faults = new Map<string, DraftFault>()
  for (const fault of [...checkQuestionnaire(questionnaire, languages), ...textFaults])
    faults.set(`${fault.code} ${fault.at} ${fault.language ?? ''}`, fault)
  return {
    faults: [...faults.values()],
    warnings: questionnaireWarnings(questionnaire),
  }
}
