/** @jsxRuntime automatic */

import { LONGEST_MESSAGE } from '@wayproof/evidence/conversation/written-message'
import { LONGEST_CONTACT, REPORTERS } from '@wayproof/evidence/whistle-blowing/whistle-report'
import { messages } from '@wayproof/messages/messages'
import { Choices } from '../components/choices.tsx'
import { html, Layout } from '../components/layout.tsx'
import { LineField } from '../components/line-field.tsx'
import { TextField } from '../components/text-field.tsx'
import { BeginForm } from '../conversation/begin-form.tsx'
import { longestMessage, messageSentence } from '../conversation/message-sentence.ts'
import type { ProductPage } from '../http/page.ts'
import { PATHS } from '../http/paths.ts'
import type { TypedReport } from './typed-report.ts'

/** The form for a report. */
export function whistlePage(page: ProductPage, { fields, faults }: TypedReport, formCode: string): string {
  const { locale } = page
  const { whistleBlowing, rights } = messages(locale)
  const { form } = whistleBlowing
  const text = fields.text ?? ''
  const errors = {
    reporter: faults.reporter ? rights.form.choose : null,
    text: messageSentence(rights.form, faults.text, text, form.empty),
    contact: faults.contact ? form.contactTooLong(LONGEST_CONTACT) : null,
  }
  const fieldsSaid = [
    { id: 'text', label: form.about, error: errors.text },
    { id: 'reporter', label: form.reporter, error: errors.reporter },
    { id: 'contact', label: form.contact, error: errors.contact },
  ]
  const lead = (
    <>
      <p>{form.text}</p>
      <div className="trust">
        <b>{form.trust.title}</b>
        <ul>
          {form.trust.items.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      </div>
    </>
  )
  const paths = { path: PATHS.whistle, findPath: PATHS.whistleReport }
  return html(
    <BeginForm page={page} {...paths} words={form} lead={lead} fields={fieldsSaid} formCode={formCode}>
      <TextField
        id="text"
        label={form.about}
        hint={form.aboutHint(longestMessage(locale))}
        fault={errors.text}
        maxLength={LONGEST_MESSAGE}
        value={text}
      />
      <Choices
        id="reporter"
        legend={form.reporter}
        hint={form.reporterHint}
        fault={errors.reporter}
        options={REPORTERS.map((code) => ({ code, label: form.choices[code] }))}
        selected={fields.reporter ?? ''}
      />
      <LineField
        id="contact"
        name="contact"
        label={form.contact}
        hint={form.contactHint}
        fault={errors.contact}
        value={(fields.contact ?? '').slice(0, 2 * LONGEST_CONTACT)}
        kind="words"
      />
    </BeginForm>,
  )
}

/** Shown while no case handler is appointed. */
export function channelClosedPage(page: ProductPage): string {
  const { closed } = messages(page.locale).whistleBlowing
  return html(
    <Layout page={page} title={closed.title} languages="link" path={PATHS.whistle}>
      <h1>{closed.title}</h1>
      <p>{closed.text}</p>
    </Layout>,
  )
}
