import { LOCALES } from '@wayproof/kernel/people/locale'
import { messages } from '@wayproof/messages/messages'
import { expect, test } from 'vitest'
import type { WebFiles } from '../http/web-files.ts'
import { openApp } from '../testing/open-app.ts'

const web: WebFiles = { index: null, get: () => undefined, find: (name) => `/assets/digest/${name}` }

test('the description of the API is a page in the language asked for, with files of its own server only', async () => {
  const { app, services } = await openApp({ web })
  for (const locale of LOCALES) {
    const answers = [
      await app.request(`/api-description?lang=${locale}`),
      await app.request('/api-description', { headers: { 'accept-language': locale } }),
    ]
    for (const answer of answers) {
      const text = await answer.text()
      expect([answer.status, text.includes(`<html lang="${locale}">`)]).toEqual([200, true])
      expect(text).toContain(`<h1>${messages(locale).api.page.title}</h1>`)
      expect(text).toContain(services.reportingUrl)
      const sources = [...text.matchAll(/<(?:script|link rel="stylesheet")[^>]* (?:src|href)="([^"]+)"/g)]
      expect(sources.map(([, source]) => source)).toEqual([
        '/assets/digest/swagger-ui.css',
        '/assets/digest/swagger-ui-bundle.js',
        '/api-page.js',
      ])
      expect(answer.headers.get('content-security-policy')).not.toContain('unsafe')
    }
  }
})
