/** @jsxRuntime automatic */
import {
  acknowledgementDue,
  feedbackDue,
  LONGEST_MESSAGE,
  type MessageFault,
  type ShownReport,
} from '@wayproof/evidence'
import { day, messages } from '@wayproof/messages'
import { FieldErrors } from '../components/field-errors.tsx'
import { FORM_ID, html, Layout } from '../components/layout.tsx'
import { TextField } from '../components/text-field.tsx'
import { longestMessage, messageSentence } from '../conversation/message-sentence.ts'
import { Told } from '../conversation/told.tsx'
import type { Page } from '../http/page.ts'
import { PATHS } from '../http/paths.ts'

interface ReportPage {
  readonly page: Page
  readonly shown: ShownReport
  readonly caseCode: string
  /** Input of the message field. */
  readonly text: string
  readonly fault?: MessageFault
  /** True if the report accepts no further message. */
  readonly full?: boolean
}

/** Shows a report to its reporter, with all messages. The form contains the code; no URL does. */
export function reportPage({ page, shown, caseCode, text, fault, full = false }: ReportPage): string {
  const { locale, words } = page
  const { whistleBlowing, rights } = messages(locale)
  const { shown: told } = whistleBlowing
  const { report } = shown
  const closed = report.status === 'closed'
  const said = messageSentence(locale, fault, text)
  const waits = !closed && report.feedbackOn === null
  const lines = [
    [told.state, whistleBlowing.statuses[report.status]],
    [told.received, day(report.receivedOn, locale)],
    report.acknowledgedOn === null
      ? [told.acknowledgedBy, day(acknowledgementDue(report.receivedOn), locale)]
      : [told.acknowledged, day(report.acknowledgedOn, locale)],
    ...(report.examinedOn === null ? [] : [[told.examined, day(report.examinedOn, locale)] as const]),
    ...(waits ? [[told.feedbackBy, day(feedbackDue(report), locale)] as const] : []),
    ...(report.outcome === null ? [] : [[told.outcome, whistleBlowing.outcomes[report.outcome]] as const]),
    ...shown.messages.map(
      ({ purpose, day: date, text: written }) => [told.said[purpose](day(date, locale)), written] as const,
    ),
  ] as const
  return html(
    <Layout
      page={page}
      title={said === null ? told.title : `${words.errors.titlePrefix}${told.title}`}
      languages="form"
      path={PATHS.whistleMessage}
      foot={false}
    >
      <h1>{told.title}</h1>
      <FieldErrors
        page={page}
        heading={whistleBlowing.form.heading}
        fields={[{ id: 'text', label: told.write, said }]}
      />
      <Told lines={lines.map(([name, value]) => [name ?? '', value ?? ''] as const)} />
      {full && (
        <p className="err" role="alert">
          {told.full}
        </p>
      )}
      <form id={FORM_ID} method="post" action={`${PATHS.whistleMessage}?lang=${locale}`}>
        <input type="hidden" name="case" value={caseCode} />
        {closed ? (
          <p className="soft">{told.closed}</p>
        ) : (
          <>
            <TextField
              id="text"
              label={told.write}
              hint={rights.shown.writeHint(longestMessage(locale))}
              fault={said}
              longest={LONGEST_MESSAGE}
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
