/** @jsxRuntime automatic */
import { LONGEST_MESSAGE, type MessageFault, type ShownCase } from '@wayproof/evidence'
import { day, messages } from '@wayproof/messages'
import { FieldErrors } from '../components/field-errors.tsx'
import { FORM_ID, html, Layout } from '../components/layout.tsx'
import { TextField } from '../components/text-field.tsx'
import { Contact } from '../components/trust-panel.tsx'
import { longestMessage, messageSentence } from '../conversation/message-sentence.ts'
import { Told } from '../conversation/told.tsx'
import type { Page } from '../http/page.ts'
import { PATHS } from '../http/paths.ts'

interface CasePage {
  readonly page: Page
  readonly shown: ShownCase
  readonly caseCode: string
  /** Input of the message field. */
  readonly text: string
  readonly fault?: MessageFault
  /** True if the case accepts no further message. */
  readonly full?: boolean
}

/** Shows a case to its requester, with all messages. The form contains the code; no URL does. */
export function casePage({ page, shown, caseCode, text, fault, full = false }: CasePage): string {
  const { locale, words } = page
  const { form, shown: told, kinds, statuses, outcomes } = messages(locale).rights
  const { kind, status, outcome, receivedOn, dueOn, extendedOn, addressDroppedOn } = shown.case
  const title = told.title(kinds[kind])
  const said = messageSentence(locale, fault, text)
  const facts = [
    [told.state, statuses[status]],
    [told.received, day(receivedOn, locale)],
    ...(status === 'closed' || dueOn === null ? [] : [[told.due, day(dueOn, locale)] as const]),
    ...(extendedOn === null ? [] : [[told.extended, day(extendedOn, locale)] as const]),
    ...(outcome === null ? [] : [[told.outcome, outcomes[outcome]] as const]),
  ] as const
  return html(
    <Layout
      page={page}
      title={said === null ? title : `${words.errors.titlePrefix}${title}`}
      languages="form"
      path={PATHS.rightsMessage}
    >
      <h1>{title}</h1>
      <FieldErrors page={page} heading={form.heading} fields={[{ id: 'text', label: told.write, said }]} />
      <Told
        lines={[
          ...facts,
          ...shown.messages.map(
            ({ purpose, day: date, text: written }) => [told.said[purpose](day(date, locale)), written] as const,
          ),
        ]}
      />
      {addressDroppedOn !== null && status !== 'closed' && <p className="soft">{told.dropped}</p>}
      {full && (
        <p className="err" role="alert">
          {told.full} <Contact page={page} />
        </p>
      )}
      <form id={FORM_ID} method="post" action={`${PATHS.rightsMessage}?lang=${locale}`}>
        <input type="hidden" name="case" value={caseCode} />
        {status === 'closed' ? (
          <p className="soft">{told.closed}</p>
        ) : (
          <>
            <TextField
              id="text"
              label={told.write}
              hint={told.writeHint(longestMessage(locale))}
              fault={said}
              longest={LONGEST_MESSAGE}
              value={text}
            />
            <button className="go" type="submit">
              {told.send}
            </button>
          </>
        )}
        {status === 'received' && shown.contact !== null && (
          <p>
            <button className="lang" type="submit" formAction={`${PATHS.rightsCode}?lang=${locale}`}>
              {messages(locale).rights.check.title}
            </button>
          </p>
        )}
      </form>
    </Layout>,
  )
}
