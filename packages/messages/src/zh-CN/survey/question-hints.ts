import type { questionHints as english } from '../../en/survey/question-hints.ts'

export const questionHints: typeof english = {
  onlyIf: (option, question) => `仅当第 ${question} 题选择“${option}”时填写。`,
  optional: '选填',
  longest: (characters) => `最多 ${characters} 字。`,
}
