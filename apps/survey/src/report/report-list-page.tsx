/** @jsxRuntime automatic */

import { periodName } from '@wayproof/messages/date-format'
import { messages } from '@wayproof/messages/messages'
import { html, Layout } from '../components/layout.tsx'
import type { ProductPage } from '../http/page.ts'

/** The published reports, newest first. */
export function reportListPage(page: ProductPage, periods: readonly string[]): string {
  const { list } = messages(page.locale).report
  return html(
    <Layout page={page} title={list.title} languages="link">
      <h1>{list.title}</h1>
      {periods.length === 0 ? <p>{list.none}</p> : null}
      {periods.map((period) => (
        <p key={period}>
          <a className="way" href={`/report/${period}?lang=${page.linkLanguage}`}>
            {periodName(period, page.locale)}
          </a>
        </p>
      ))}
    </Layout>,
  )
}
