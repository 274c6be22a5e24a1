/** @jsxRuntime automatic */
import { html, Layout } from './components/layout.tsx'
import { ContactLine } from './components/trust-panel.tsx'
import type { Page } from './http/page.ts'
import { PATHS } from './http/paths.ts'

/** Links to everything possible without a survey link; `reports` is true if any report is published. */
export function homePage(page: Page, hasReports: boolean): string {
  const { linkLanguage, words, sentences } = page
  const { accessibility, rights, dataNotice, whistleBlowing, report } = sentences
  const links = [
    { path: PATHS.receipt, label: words.receipts.link },
    { path: PATHS.rights, label: rights.link },
    { path: PATHS.dataNotice, label: dataNotice.link },
    { path: PATHS.whistle, label: whistleBlowing.link },
    { path: PATHS.accessibility, label: accessibility.link },
    ...(hasReports ? [{ path: PATHS.reports, label: report.list.title }] : []),
  ]
  return html(
    <Layout page={page} title={words.home.title} languages="link" hasFooterLinks={false}>
      <h1>{words.home.title}</h1>
      <p>{words.home.text}</p>
      {links.map(({ path, label }) => (
        <a key={path} className="way" href={`${path}?lang=${linkLanguage}`}>
          {label}
        </a>
      ))}
      <ContactLine page={page} />
    </Layout>,
  )
}
