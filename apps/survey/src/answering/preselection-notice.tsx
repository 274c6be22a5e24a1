/** @jsxRuntime automatic */
import { firstQuestion } from '@wayproof/forms/questionnaire/first-question'
import type { Questionnaire } from '@wayproof/forms/questionnaire/questionnaire'
import { PRESELECTED, type Preselection } from '@wayproof/survey/links/preselection'
import type { Page } from '../http/page.ts'

interface PreselectionNoticeProps {
  readonly page: Page
  readonly questionnaire: Questionnaire
  readonly preselected: Preselection
}

/** Stands after the first question, names the option that the link in the letter selected, and says that it can be changed. */
export function PreselectionNotice({ page: { words, locale }, questionnaire, preselected }: PreselectionNoticeProps) {
  const options = firstQuestion(questionnaire)?.options(locale, words.fixed) ?? []
  const option = options.find(({ code }) => code === preselected.value)
  return (
    option && (
      // biome-ignore lint/a11y/noAutofocus: the link of an option continues below the question that it answered.
      <p className="trust" id={PRESELECTED} role="status" tabIndex={-1} autoFocus>
        {words.chosenInEmail(option.label)}
      </p>
    )
  )
}
