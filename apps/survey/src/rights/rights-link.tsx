/** @jsxRuntime automatic */
import type { Locale } from '@wayproof/kernel'
import { messages } from '@wayproof/messages'
import { PATHS } from '../http/paths.ts'

/** Links to the page for requests and complaints. */
export function RightsLink({ locale }: { readonly locale: Locale }) {
  return <a href={`${PATHS.rights}?lang=${locale}`}>{messages(locale).rights.link}</a>
}
