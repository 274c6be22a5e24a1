import type { questionHints as english } from '../../en/survey/question-hints.ts'

export const questionHints: typeof english = {
  fixed: { yes: '是', no: '否', dontKnow: '不清楚' },
  chooseAny: '可多选。',
  chooseUpTo: (most) => `最多选 ${most} 项。`,
  ends: (lowest, highest) => `0：${lowest}；10：${highest}。`,
  onlyIfNot: (option, question) => `仅当第 ${question} 题未选择“${option}”时填写。`,
  onlyIf: (option, question) => `仅当第 ${question} 题选择“${option}”时填写。`,
  optional: '选填',
  longest: (characters) => `最多 ${characters} 字。`,
}
