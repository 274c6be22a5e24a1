/** @jsxRuntime automatic */
import { day, periodName } from '@wayproof/messages/date-format'
import { messages } from '@wayproof/messages/messages'
import type { ReportStore } from '@wayproof/oversight/public-reports/report-store'
import { html, Layout } from '../components/layout.tsx'
import { LineField } from '../components/line-field.tsx'
import type { ProductPage } from '../http/page.ts'
import { PATHS } from '../http/paths.ts'

type Checked = Awaited<ReturnType<ReportStore['check']>>

/** The form for a seal code, and the result for the last one. */
export function sealCheckPage(page: ProductPage, code: string, checked: Checked | null): string {
  const words = messages(page.locale).report.sealCheck
  return html(
    <Layout page={page} title={words.title} languages="link">
      <h1>{words.title}</h1>
      {checked?.ok && <Result page={page} report={checked.value} />}
      <form action={PATHS.sealCheck}>
        <input type="hidden" name="lang" value={page.linkLanguage} />
        <LineField
          id="code"
          name="code"
          label={words.code}
          hint={words.lead}
          fault={checked?.ok === false ? words.mistyped : null}
          value={code}
        />
        <p>
          <button className="go" type="submit">
            {words.check}
          </button>
        </p>
      </form>
    </Layout>,
  )
}

type Report = Extract<Checked, { ok: true }>['value']

function Result({ page, report }: { readonly page: ProductPage; readonly report: Report }) {
  const { locale } = page
  const words = messages(locale).report.sealCheck
  if (report === null) return <p role="status">{words.unknown}</p>
  const { period, version, sealedOn, replaced, intact } = report
  return (
    <div role="status">
      <p>{intact ? words.valid(periodName(period, locale), version, day(sealedOn, locale)) : words.altered}</p>
      {replaced ? <p>{words.replaced}</p> : null}
      <p>
        <a className="way" href={`${PATHS.reports}/${period}?lang=${page.linkLanguage}`}>
          {words.open}
        </a>
      </p>
    </div>
  )
}
