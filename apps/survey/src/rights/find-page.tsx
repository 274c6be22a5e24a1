/** @jsxRuntime automatic */
import { messages } from '@wayproof/messages'
import { html, Layout } from '../layout.tsx'
import { LineField } from '../line-field.tsx'
import type { Page } from '../page.ts'
import { PATHS } from '../paths.ts'

/** Asks for a case code. `unknown` is a code that found nothing, as it was typed; the page says so beside it. */
export function findPage(page: Page, unknown: string | null): string {
  const { find } = messages(page.locale).rights
  const title = unknown === null ? find.title : `${page.words.errors.titlePrefix}${find.title}`
  return html(
    <Layout page={page} title={title} languages="link" path={PATHS.rightsCase}>
      <h1>{find.title}</h1>
      <p className="soft gap">{find.text}</p>
      <form method="post" action={`${PATHS.rightsCase}?lang=${page.locale}`}>
        <LineField
          id="code"
          name="case"
          label={find.label}
          hint={find.hint}
          fault={unknown === null ? null : find.unknown}
          value={unknown ?? ''}
        />
        <button className="go" type="submit">
          {find.button}
        </button>
      </form>
    </Layout>,
  )
}

/** What happened, after an act. */
export function rightsDonePage(page: Page, { title, text }: { readonly title: string; readonly text: string }): string {
  const { form } = messages(page.locale).rights
  return html(
    <Layout page={page} title={title} languages="link">
      <h1>{title}</h1>
      <p>{text}</p>
      <p>
        <a href={`${PATHS.rightsCase}?lang=${page.locale}`}>{form.find}</a>
      </p>
    </Layout>,
  )
}
