/** @jsxRuntime automatic */
import type { Page } from '../http/page.ts'
import { PATHS } from '../http/paths.ts'

/** Links to the page for requests and complaints. */
export function RightsLink({ page }: { readonly page: Page }) {
  return <a href={`${PATHS.rights}?lang=${page.linkLanguage}`}>{page.sentences.rights.link}</a>
}
