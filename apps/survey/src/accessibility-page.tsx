/** @jsxRuntime automatic */
import { html, Layout } from './components/layout.tsx'
import { ContactLine } from './components/trust-panel.tsx'
import { type Page, pageOwner } from './http/page.ts'

/** The accessibility statement of the survey's pages: the standard, how it is checked, and the known gaps. */
export function accessibilityPage(page: Page): string {
  const words = page.sentences.accessibility
  return html(
    <Layout page={page} title={words.title} languages="link">
      <h1>{words.title}</h1>
      <p className="soft">{words.lead(pageOwner(page))}</p>
      <h2>{words.standard}</h2>
      <p>{words.standardText}</p>
      <h2>{words.checked}</h2>
      <List items={words.checks} />
      <h2>{words.gaps}</h2>
      <List items={words.knownGaps} />
      <h2>{words.report}</h2>
      <p>{words.reportText}</p>
      <ContactLine page={page} />
    </Layout>,
  )
}

const List = ({ items }: { readonly items: readonly string[] }) => (
  <ul>
    {items.map((item) => (
      <li key={item}>{item}</li>
    ))}
  </ul>
)
