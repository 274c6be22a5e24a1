/** @jsxRuntime automatic */
import { codedItems } from '@wayproof/forms/questionnaire/coded-items'
import { isOpenText, type Questionnaire } from '@wayproof/forms/questionnaire/questionnaire'
import { FORM_ID, html, Layout } from '../components/layout.tsx'
import { type TypedAnswer, typedText } from '../components/typed-answer.ts'
import type { Page } from '../http/page.ts'
import { DRAFT } from './form-purpose.ts'

/**
 * Asks for confirmation before a draft is deleted. The form includes the typed fields, so that nothing is lost on
 * cancel.
 */
export function dropPage(page: Page, questionnaire: Questionnaire, fields: TypedAnswer['fields']): string {
  const { dropTitle, dropText, dropButton, dropKeep } = page.words.draft
  const questions = [...codedItems(questionnaire), ...questionnaire.items.filter(isOpenText)]
  const names = ['receipt', ...questions.map(({ id }) => id)].filter((name) => typedText(fields, name) !== '')
  return html(
    <Layout page={page} title={dropTitle} languages="form" hasFooterLinks={false}>
      <h1>{dropTitle}</h1>
      <p>{dropText}</p>
      <form id={FORM_ID} method="post" action={`?lang=${page.linkLanguage}`}>
        {names.map((name) => (
          <input key={name} type="hidden" name={name} value={typedText(fields, name)} />
        ))}
        {/* For the language button; of repeated names the last one counts, which is the button below. */}
        <input type="hidden" name="draft" value={DRAFT.askToDrop} />
        <p>
          <button className="go" type="submit" name="draft" value={DRAFT.drop}>
            {dropButton}
          </button>
        </p>
        <p>
          <button className="lang" type="submit" name="draft" value={DRAFT.back}>
            {dropKeep}
          </button>
        </p>
      </form>
    </Layout>,
  )
}
