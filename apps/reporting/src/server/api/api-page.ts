import { isLocale, LOCALES, type Locale, preferredLocale } from '@wayproof/kernel/people/locale'
import { messages } from '@wayproof/messages/messages'
import type { Context } from 'hono'
import { html } from 'hono/html'
import type { SecureHeadersVariables } from 'hono/secure-headers'
import type { WebFiles } from '../http/web-files.ts'
import type { Services } from '../trpc/context.ts'

export const API_PAGE = '/api-description'

// The server's address is in the head of the page, and nobody sends a request from it.
const STYLE = `
body{margin:0;font:1rem/1.5 system-ui,sans-serif;color:#1a1a1a;background:#fff;color-scheme:light}
header,noscript,.loading{display:block;max-width:1460px;margin:auto;padding:1rem 20px;box-sizing:border-box}
header nav{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem}
header a{color:#1d4ed8;padding:.25rem 0}
code{overflow-wrap:anywhere}
.swagger-ui .scheme-container,.swagger-ui .info hgroup,.swagger-ui .info__contact,.swagger-ui .authorization__btn{display:none}
.swagger-ui .info{margin:0 0 1.5rem}
`

/** The API's description as a page for people; the same document as `/api/openapi.json`. */
export const apiPage =
  ({ defaultLocale, reportingUrl }: Pick<Services, 'defaultLocale' | 'reportingUrl'>, web: WebFiles) =>
  (c: Context<{ Variables: SecureHeadersVariables }>) => {
    const asked = c.req.query('lang') ?? ''
    const locale: Locale = isLocale(asked) ? asked : preferredLocale(c.req.header('accept-language'), defaultLocale)
    const { api, reporting } = messages(locale)
    const { page } = api
    const others = LOCALES.filter((other) => other !== locale)
    c.header('cache-control', 'no-store')
    c.header('vary', 'Accept-Language')
    return c.html(html`<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<link rel="icon" href="data:,">
<title>${page.title}</title>
<link rel="stylesheet" href="${web.find('swagger-ui.css') ?? ''}">
<style nonce="${c.get('secureHeadersNonce') ?? ''}">${STYLE}</style>
</head>
<body>
<header>
<nav>
<a href="/">${page.dashboard}</a>
${others.map((other) => html`<a href="?lang=${other}" lang="${other}" hreflang="${other}">${reporting.people.languages[other]}</a>`)}
<a href="/api/openapi.json" download>${page.file}</a>
</nav>
<h1>${page.title}</h1>
<p>${page.address} <code translate="no">${reportingUrl}</code></p>
</header>
<main id="api" data-failed="${page.failed}"><p class="loading">${page.loading}</p></main>
<noscript>${page.needsScript}</noscript>
<script src="${web.find('swagger-ui-bundle.js') ?? ''}"></script>
<script src="/api-page.js"></script>
</body>
</html>
`)
  }
