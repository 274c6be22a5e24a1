import type { ReactNode } from 'react'
import { FORM_ID, html, Layout } from '../components/layout.tsx'
import { FieldErrors, type FieldErrorsProps, LineField } from '../components/line-field.tsx'
import { NewTabLink } from '../components/new-tab-link.tsx'
import { SlotSentence } from '../components/slot-sentence.tsx'
import type { Page, ProductPage } from '../http/page.ts'

/** @jsxRuntime automatic */
interface BeginFormProps {
  readonly page: ProductPage
  /** The URL path of the form, which is also its action. */
  readonly path: string
  /** Path of the page that finds an existing case by its code. */
  readonly findPath: string
  readonly words: Readonly<Record<'title' | 'find' | 'heading' | 'send', string>>
  readonly lead: ReactNode
  readonly fields: FieldErrorsProps['fields']
  /** Sent with the form: the same form sent twice is one case, but with other contents it is another. */
  readonly formCode: string
  readonly children: ReactNode
}

/** The form with the first message of a new case, which can later be found by its code. */
export function BeginForm({ page, path, findPath, words, lead, fields, formCode, children }: BeginFormProps) {
  const hasFault = fields.some(({ error }) => error !== null)
  return (
    <Layout
      page={page}
      title={hasFault ? `${page.words.errors.titlePrefix}${words.title}` : words.title}
      languages="form"
      path={path}
      hasFooterLinks={false}
    >
      <h1>{words.title}</h1>
      {lead}
      <a className="way" href={`${findPath}?lang=${page.linkLanguage}`}>
        {words.find}
      </a>
      <FieldErrors page={page} heading={words.heading} fields={fields} />
      <form id={FORM_ID} method="post" action={`${path}?lang=${page.linkLanguage}`}>
        <input type="hidden" name="form" value={formCode} />
        {children}
        <button className="go" type="submit">
          {words.send}
        </button>
      </form>
    </Layout>
  )
}

/** @jsxRuntime automatic */
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

/** @jsxRuntime automatic */
interface CaseCodeProps {
  readonly page: Page
  readonly words: { readonly code: string; readonly keep: string; readonly use: (link: string) => string }
  readonly caseCode: string
  /** URL where the code is used; `address` is its readable form. */
  readonly link: string
  readonly address: string
}

/** Shows a case code and its purpose. Its link opens a new tab, so that the code stays visible. */
export function CaseCode({ page, words, caseCode, link, address }: CaseCodeProps) {
  return (
    <>
      <p>{words.code}</p>
      <p className="code" translate="no">
        {caseCode}
      </p>
      <p>{words.keep}</p>
      <p className="gap">
        <SlotSentence sentence={words.use}>
          <NewTabLink page={page} href={link}>
            {address}
          </NewTabLink>
        </SlotSentence>
      </p>
    </>
  )
}

/** @jsxRuntime automatic */
interface ToldProps {
  /** Facts, then the text of messages: a name and its contents. */
  readonly lines: readonly (readonly [name: string, text: string])[]
}

export function FactList({ lines }: ToldProps) {
  return (
    <dl className="told">
      {lines.map(([name, text], index) => (
        <div key={index}>
          <dt>{name}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  )
}
