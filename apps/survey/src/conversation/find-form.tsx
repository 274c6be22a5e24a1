/** @jsxRuntime automatic */
import { FieldErrors } from '../components/field-errors.tsx'
import { html, Layout } from '../components/layout.tsx'
import { LineField } from '../components/line-field.tsx'
import type { Page } from '../http/page.ts'

interface FindWords {
  readonly title: string
  readonly text: string
  readonly label: string
  readonly hint: string
  readonly button: string
  readonly unknown: string
}

/** Asks for a case code. `unknown` is a typed code that was not found; the page says so beside the field. */
export function findByCode(page: Page, path: string, words: FindWords, unknown: string | null): string {
  return html(
    <Layout
      page={page}
      title={unknown === null ? words.title : `${page.words.errors.titlePrefix}${words.title}`}
      languages="link"
      path={path}
    >
      <h1>{words.title}</h1>
      <FieldErrors
        page={page}
        heading={page.words.errors.code}
        fields={[{ id: 'code', label: words.label, error: unknown === null ? null : words.unknown }]}
      />
      <p className="soft gap">{words.text}</p>
      <form method="post" action={`${path}?lang=${page.linkLanguage}`}>
        <LineField
          id="code"
          name="case"
          label={words.label}
          hint={words.hint}
          fault={unknown === null ? null : words.unknown}
          value={unknown ?? ''}
        />
        <button className="go" type="submit">
          {words.button}
        </button>
      </form>
    </Layout>,
  )
}

interface Done {
  readonly title: string
  readonly text: string
  readonly link: { readonly path: string; readonly label: string }
}

/** Confirms an action, with a link back. */
export function donePage(page: Page, { title, text, link }: Done): string {
  return html(
    <Layout page={page} title={title} languages="link">
      <h1>{title}</h1>
      <p>{text}</p>
      <p>
        <a className="way" href={`${link.path}?lang=${page.linkLanguage}`}>
          {link.label}
        </a>
      </p>
    </Layout>,
  )
}
