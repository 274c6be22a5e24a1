/** @jsxRuntime automatic */
import { LONGEST_MESSAGE, RIGHTS_KINDS, RIGHTS_REGIMES } from '@wayproof/evidence'
import { messages } from '@wayproof/messages'
import { Choices } from '../choices.tsx'
import { longestMessage, messageSentence } from '../conversation/message-sentence.ts'
import { FieldErrors } from '../field-errors.tsx'
import { FORM_ID, html, Layout } from '../layout.tsx'
import { LineField } from '../line-field.tsx'
import type { Page } from '../page.ts'
import { PATHS } from '../paths.ts'
import { TextField } from '../text-field.tsx'
import type { TypedRequest } from './typed-request.ts'

/** Takes a request or complaint. `formCode` goes with the form, so that the same form sent twice is one case, and filled in otherwise another. */
export function rightsPage(page: Page, { fields, faults }: TypedRequest, formCode: string): string {
  const { locale, words } = page
  const { form } = messages(locale).rights
  const text = fields.text ?? ''
  const said = {
    kind: faults.kind ? form.choose : null,
    text: messageSentence(locale, faults.text, text),
    regime: faults.regime ? form.choose : null,
    email: faults.email ? form.notAnAddress : null,
  }
  const fieldsSaid = [
    { id: 'kind', label: form.kind, said: said.kind },
    { id: 'text', label: form.about, said: said.text },
    { id: 'regime', label: form.place, said: said.regime },
    { id: 'email', label: form.email, said: said.email },
  ]
  const wrong = fieldsSaid.some((field) => field.said !== null)
  const to = `${PATHS.rights}?lang=${locale}`
  return html(
    <Layout
      page={page}
      title={wrong ? `${words.errors.titlePrefix}${form.title}` : form.title}
      languages="form"
      path={PATHS.rights}
      foot={false}
    >
      <h1>{form.title}</h1>
      <p className="soft">{form.text}</p>
      <p className="gap">
        <a href={`${PATHS.rightsCase}?lang=${locale}`}>{form.find}</a>
      </p>
      <FieldErrors heading={form.heading} fields={fieldsSaid} />
      <form id={FORM_ID} method="post" action={to}>
        <input type="hidden" name="form" value={formCode} />
        <Choices
          id="kind"
          legend={form.kind}
          hint={null}
          fault={said.kind}
          options={RIGHTS_KINDS.map((code) => ({ code, label: form.kinds[code] }))}
          chosen={fields.kind ?? ''}
        />
        <TextField
          id="text"
          label={form.about}
          hint={form.aboutHint(longestMessage(locale))}
          fault={said.text}
          longest={LONGEST_MESSAGE}
          value={text}
        />
        <Choices
          id="regime"
          legend={form.place}
          hint={form.placeHint}
          fault={said.regime}
          options={RIGHTS_REGIMES.map((code) => ({ code, label: form.places[code] }))}
          chosen={fields.regime ?? ''}
        />
        <LineField
          id="email"
          name="email"
          label={form.email}
          hint={form.emailHint}
          fault={said.email}
          value={(fields.email ?? '').slice(0, 320)}
          kind="email"
        />
        <button className="go" type="submit">
          {form.send}
        </button>
      </form>
    </Layout>,
  )
}
