/** @jsxRuntime automatic */
import { LONGEST_MESSAGE, type MessageFault } from '@wayproof/evidence/conversation/written-message'
import type { ShownCase } from '@wayproof/evidence/rights/show-case'
import { day } from '@wayproof/messages/date-format'
import { messages } from '@wayproof/messages/messages'
import { FieldErrors } from '../components/field-errors.tsx'
import { FORM_ID, html, Layout } from '../components/layout.tsx'
import { TextField } from '../components/text-field.tsx'
import { Contact } from '../components/trust-panel.tsx'
import { FactList } from '../conversation/fact-list.tsx'
import { longestMessage, messageSentence } from '../conversation/message-sentence.ts'
import type { ProductPage } from '../http/page.ts'
import { PATHS } from '../http/paths.ts'

interface CasePage {
  readonly page: ProductPage
  readonly view: ShownCase
  readonly caseCode: string
  /** Input of the message field. */
  readonly text: string
  readonly fault?: MessageFault
  /** True if the case accepts no further message. */
  readonly isFull?: boolean
}

/** Shows a case to its requester, with all messages. The form contains the code; no URL does. */
export function casePage({ page, view, caseCode, text, fault, isFull = false }: CasePage): string {
  const { linkLanguage, locale, words } = page
  const { form, shown: texts, kinds, statuses, outcomes } = messages(locale).rights
  const { kind, status, outcome, receivedOn, dueOn, extendedOn, addressDroppedOn } = view.case
  const isFlooded = outcome === 'flood'
  const title = texts.title(kinds[kind])
  const error = messageSentence(form, fault, text)
  const facts = [
    [texts.state, statuses[status]],
    [texts.received, day(receivedOn, locale)],
    ...(status === 'closed' || dueOn === null ? [] : [[texts.due, day(dueOn, locale)] as const]),
    ...(extendedOn === null ? [] : [[texts.extended, day(extendedOn, locale)] as const]),
    ...(outcome === null ? [] : [[texts.outcome, outcomes[outcome]] as const]),
  ] as const
  return html(
    <Layout
      page={page}
      title={error === null ? title : `${words.errors.titlePrefix}${title}`}
      languages="form"
      path={PATHS.rightsMessage}
    >
      <h1>{title}</h1>
      <FieldErrors page={page} heading={form.heading} fields={[{ id: 'text', label: texts.write, error }]} />
      <FactList
        lines={[
          ...facts,
          ...view.messages.map(
            ({ purpose, day: date, text: body }) => [texts.said[purpose](day(date, locale)), body] as const,
          ),
        ]}
      />
      {addressDroppedOn !== null && status !== 'closed' && <p className="soft">{texts.dropped}</p>}
      {isFull && (
        <p className="err" role="alert">
          {texts.full} <Contact page={page} />
        </p>
      )}
      <form id={FORM_ID} method="post" action={`${PATHS.rightsMessage}?lang=${linkLanguage}`}>
        <input type="hidden" name="case" value={caseCode} />
        {isFlooded && <p>{texts.flooded}</p>}
        {status === 'closed' && !isFlooded ? (
          <p className="soft">{texts.closed}</p>
        ) : (
          <>
            <TextField
              id="text"
              label={texts.write}
              hint={texts.writeHint(longestMessage(locale))}
              fault={error}
              maxLength={LONGEST_MESSAGE}
              value={text}
            />
            <button className="go" type="submit">
              {texts.send}
            </button>
          </>
        )}
        {status === 'received' && view.contact !== null && (
          <p>
            <button className="lang" type="submit" formAction={`${PATHS.rightsCode}?lang=${linkLanguage}`}>
              {messages(locale).rights.check.title}
            </button>
          </p>
        )}
      </form>
    </Layout>,
  )
}
