/** @jsxRuntime automatic */
import { LONGEST_MESSAGE } from '@wayproof/evidence/conversation/written-message'
import { RIGHTS_KINDS } from '@wayproof/evidence/rights/rights-case'
import { RIGHTS_REGIMES } from '@wayproof/evidence/rights/rights-clock'
import { messages } from '@wayproof/messages/messages'
import { Choices } from '../components/choices.tsx'
import { html } from '../components/layout.tsx'
import { LineField } from '../components/line-field.tsx'
import { TextField } from '../components/text-field.tsx'
import { BeginForm } from '../conversation/begin-form.tsx'
import { longestMessage, messageSentence } from '../conversation/message-sentence.ts'
import type { ProductPage } from '../http/page.ts'
import { PATHS } from '../http/paths.ts'
import type { TypedRequest } from './typed-request.ts'

/** The form for a request or complaint. */
export function rightsPage(page: ProductPage, { fields, faults }: TypedRequest, formCode: string): string {
  const { locale } = page
  const { form } = messages(locale).rights
  const text = fields.text ?? ''
  const errors = {
    kind: faults.kind ? form.choose : null,
    text: messageSentence(form, faults.text, text),
    regime: faults.regime ? form.choose : null,
    email: faults.email ? form.notAnAddress : null,
  }
  const fieldsSaid = [
    { id: 'kind', label: form.kind, error: errors.kind },
    { id: 'text', label: form.about, error: errors.text },
    { id: 'regime', label: form.place, error: errors.regime },
    { id: 'email', label: form.email, error: errors.email },
  ]
  const lead = <p className="soft">{form.text}</p>
  const paths = { path: PATHS.rights, findPath: PATHS.rightsCase }
  return html(
    <BeginForm page={page} {...paths} words={form} lead={lead} fields={fieldsSaid} formCode={formCode}>
      <Choices
        id="kind"
        legend={form.kind}
        hint={null}
        fault={errors.kind}
        options={RIGHTS_KINDS.map((code) => ({ code, label: form.kinds[code] }))}
        selected={fields.kind ?? ''}
      />
      <TextField
        id="text"
        label={form.about}
        hint={form.aboutHint(longestMessage(locale))}
        fault={errors.text}
        maxLength={LONGEST_MESSAGE}
        value={text}
      />
      <Choices
        id="regime"
        legend={form.place}
        hint={form.placeHint}
        fault={errors.regime}
        options={RIGHTS_REGIMES.map((code) => ({ code, label: form.places[code] }))}
        selected={fields.regime ?? ''}
      />
      <LineField
        id="email"
        name="email"
        label={form.email}
        hint={form.emailHint}
        fault={errors.email}
        value={(fields.email ?? '').slice(0, 320)}
        kind="email"
      />
    </BeginForm>,
  )
}
