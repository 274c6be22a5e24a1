import { type Locale, preferredLocale } from '@wayproof/kernel/people/locale'
import { messages } from '@wayproof/messages/messages'
import type { Context } from 'hono'

/** Addresses for programs only, whatever they accept. */
const OF_PROGRAMS = /^\/metrics(\/|$)/

/** Says whether a person typed the address: only a browser that opens a page asks for HTML. */
export const wantsPage = ({ req }: Context): boolean =>
  !OF_PROGRAMS.test(req.path) && /\btext\/html\b/i.test(req.header('accept') ?? '')

/** Page for an unknown address of the dashboard. It repeats no part of the address. */
export function noSuchPage(
  { req }: Context,
  { nonce, fallback }: { readonly nonce: string; readonly fallback: Locale },
) {
  const locale = preferredLocale(req.header('accept-language'), fallback)
  const { notFound, home } = messages(locale).reporting.faults
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<link rel="icon" href="data:,">
<title>${notFound}</title>
<style nonce="${nonce}">body{max-width:40rem;margin:4rem auto;padding:0 1rem;font:1rem/1.5 system-ui,sans-serif}</style>
</head>
<body>
<h1>${notFound}</h1>
<p><a href="/">${home}</a></p>
</body>
</html>
`
}
