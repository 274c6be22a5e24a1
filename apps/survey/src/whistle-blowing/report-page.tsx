/** @jsxRuntime automatic */

import { LONGEST_MESSAGE, type MessageFault } from '@wayproof/evidence/conversation/written-message'
import type { ShownReport } from '@wayproof/evidence/whistle-blowing/show-report'
import { acknowledgementDue, feedbackDue } from '@wayproof/evidence/whistle-blowing/whistle-report'
import { day } from '@wayproof/messages/date-format'
import { messages } from '@wayproof/messages/messages'
import { FieldErrors } from '../components/field-errors.tsx'
import { FORM_ID, html, Layout } from '../components/layout.tsx'
import { TextField } from '../components/text-field.tsx'
import { FactList } from '../conversation/fact-list.tsx'
import { longestMessage, messageSentence } from '../conversation/message-sentence.ts'
import type { ProductPage } from '../http/page.ts'
import { PATHS } from '../http/paths.ts'

interface ReportPage {
  readonly page: ProductPage
  readonly view: ShownReport
  readonly caseCode: string
  /** Input of the message field. */
  readonly text: string
  readonly fault?: MessageFault
  /** True if the report accepts no further message. */
  readonly isFull?: boolean
}

/** Shows a report to its reporter, with all messages. The form contains the code; no URL does. */
export function reportPage({ page, view, caseCode, text, fault, isFull = false }: ReportPage): string {
  const { linkLanguage, locale, words } = page
  const { whistleBlowing, rights } = messages(locale)
  const { shown: texts } = whistleBlowing
  const { report } = view
  const isFlooded = report.outcome === 'flood'
  const isClosed = report.status === 'closed'
  const error = messageSentence(rights.form, fault, text)
  const isWaiting = !isClosed && report.feedbackOn === null
  const lines = [
    [texts.state, whistleBlowing.statuses[report.status]],
    [texts.received, day(report.receivedOn, locale)],
    report.acknowledgedOn === null
      ? [texts.acknowledgedBy, day(acknowledgementDue(report.receivedOn), locale)]
      : [texts.acknowledged, day(report.acknowledgedOn, locale)],
    ...(report.examinedOn === null ? [] : [[texts.examined, day(report.examinedOn, locale)] as const]),
    ...(isWaiting ? [[texts.feedbackBy, day(feedbackDue(report), locale)] as const] : []),
    ...(report.outcome === null ? [] : [[texts.outcome, whistleBlowing.outcomes[report.outcome]] as const]),
    ...view.messages.map(
      ({ purpose, day: date, text: body }) => [texts.said[purpose](day(date, locale)), body] as const,
    ),
  ] as const
  return html(
    <Layout
      page={page}
      title={error === null ? texts.title : `${words.errors.titlePrefix}${texts.title}`}
      languages="form"
      path={PATHS.whistleMessage}
      hasFooterLinks={false}
    >
      <h1>{texts.title}</h1>
      <FieldErrors
        page={page}
        heading={whistleBlowing.form.heading}
        fields={[{ id: 'text', label: texts.write, error }]}
      />
      <FactList lines={lines.map(([name, value]) => [name ?? '', value ?? ''] as const)} />
      {isFull && (
        <p className="err" role="alert">
          {texts.full}
        </p>
      )}
      <form id={FORM_ID} method="post" action={`${PATHS.whistleMessage}?lang=${linkLanguage}`}>
        <input type="hidden" name="case" value={caseCode} />
        {isFlooded && <p>{texts.flooded}</p>}
        {isClosed && !isFlooded ? (
          <p className="soft">{texts.closed}</p>
        ) : (
          <>
            <TextField
              id="text"
              label={texts.write}
              hint={rights.shown.writeHint(longestMessage(locale))}
              fault={error}
              maxLength={LONGEST_MESSAGE}
              value={text}
            />
            <button className="go" type="submit">
              {rights.shown.send}
            </button>
          </>
        )}
      </form>
    </Layout>,
  )
}
