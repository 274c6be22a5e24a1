/** @jsxRuntime automatic */
import { firstQuestion, type Preselection, type Questionnaire } from '@wayproof/survey'
import type { Page } from '../http/page.ts'

interface PreselectionNoticeProps {
  readonly page: Page
  readonly questionnaire: Questionnaire
  readonly preselected: Preselection
}

/** Names the option that the link in the letter selected, and says that it can be changed. */
export function PreselectionNotice({ page: { words, locale }, questionnaire, preselected }: PreselectionNoticeProps) {
  const options = firstQuestion(questionnaire)?.options(locale, words.fixed) ?? []
  const option = options.find(({ code }) => code === preselected.value)
  return (
    option && (
      <p className="trust" role="status">
        {words.preselected(option.label)}
      </p>
    )
  )
}
