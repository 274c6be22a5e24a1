/** @jsxRuntime automatic */
import type { Locale } from '@wayproof/kernel'
import { messages } from '@wayproof/messages'
import { PATHS } from '../http/paths.ts'

/** Leads to the page that takes requests and complaints. */
export function RightsLink({ locale }: { readonly locale: Locale }) {
  return <a href={`${PATHS.rights}?lang=${locale}`}>{messages(locale).rights.link}</a>
}
