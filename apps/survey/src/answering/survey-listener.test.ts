import { once } from 'node:events'
import { createServer } from 'node:http'
import { connect } from 'node:net'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { LOCALES, type Locale } from '@wayproof/kernel/people/locale'
import { preselectionCode } from '@wayproof/survey/links/preselection'
import { afterEach, beforeEach, expect, it, onTestFinished } from 'vitest'
import { accessLine } from '../http/access-log.ts'
import type { SurveyApp } from '../survey-app.ts'
import { receiptIn } from '../testing/browser.ts'
import { type SurveyAtWork, surveyAtWork } from '../testing/survey-at-work.ts'
import { serverOptions, surveyListener } from './survey-listener.ts'

let work: SurveyAtWork
beforeEach(async () => {
  work = await surveyAtWork()
})
afterEach(() => work.close())

/** The port of a server. */
async function listening(app: SurveyApp = work.surveyApp): Promise<number> {
  const server = createServer(serverOptions, surveyListener(app)).listen(0, '127.0.0.1')
  onTestFinished(() => void server.close())
  await once(server, 'listening')
  const address = server.address()
  return typeof address === 'object' ? (address?.port ?? 0) : 0
}

interface Sent {
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

/** The response byte for byte, without headers that change with time. */
async function ask(port: number, path: string, { method = 'GET', headers = {}, body = '' }: Sent = {}) {
  const socket = connect(port, '127.0.0.1')
  const lines = Object.entries({ Host: 'x', Connection: 'close', ...headers }).map(
    ([name, value]) => `${name}: ${value}`,
  )
  const length = body === '' ? [] : [`Content-Length: ${Buffer.byteLength(body)}`]
  socket.write(`${[`${method} ${path} HTTP/1.1`, ...lines, ...length].join('\r\n')}\r\n\r\n${body}`)
  const chunks: Buffer[] = []
  for await (const chunk of socket) chunks.push(chunk as Buffer)
  const response = Buffer.concat(chunks)
  const end = response.indexOf('\r\n\r\n')
  const [status = '', ...headerLines] = response.toString('latin1', 0, end).split('\r\n')
  const allHeaders = headerLines
    .map((line) => /^([^:]+): (.*)$/.exec(line) ?? [])
    .map(([, name = '', value = '']) => [name.toLowerCase(), value])
  const heads = allHeaders.filter(
    ([name = '']) => !/^(date|connection|content-length|transfer-encoding|keep-alive)$/.test(name),
  )
  return { status, headers: Object.fromEntries(heads) as Record<string, string>, body: response.subarray(end + 4) }
}

const form = { 'Content-Type': 'application/x-www-form-urlencoded', Origin: 'null' }
const decoded = (encoding: string, body: Buffer) =>
  (encoding === 'br' ? brotliDecompressSync(body) : encoding === 'gzip' ? gunzipSync(body) : body).toString()

const SECURITY = {
  'content-security-policy': expect.stringContaining("default-src 'none'"),
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
  'x-robots-tag': 'noindex, nofollow',
  'cache-control': 'no-store',
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
}
const PAGE = { ...SECURITY, 'content-type': 'text/html; charset=UTF-8' }

it.each(['br', 'gzip', 'identity'])('every page has its text and headers in the encoding %s', async (encoding) => {
  const port = await listening()
  const compression = encoding === 'identity' ? {} : { vary: 'Accept-Encoding', 'content-encoding': encoding }
  for (const { token, locale } of work.links.slice(0, 2)) {
    for (const hint of ['', '?lang=en', '?lang=zh-CN', '?lang=xx', '?x=1']) {
      const init = { headers: { 'Accept-Encoding': encoding, 'Accept-Language': 'en' } }
      const { status, headers, body } = await ask(port, `/s/${token}${hint}`, init)
      expect([status, headers]).toEqual(['HTTP/1.1 200 OK', { ...PAGE, ...compression }])
      const lang = (/lang=(en|zh-CN)/.exec(hint)?.[1] ?? locale) as Locale
      const page = decoded(encoding, body)
      expect(page).toContain(`<html lang="${lang}"`)
      expect(page).toMatch(/<\/form>.*<\/html>$/s)
      expect(receiptIn(page)).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){6}[0-9A-HJKMNP-TV-Z]{4}$/)
    }
  }
  const invalidPost = { method: 'POST', headers: { ...form, 'Accept-Encoding': encoding }, body: 'overall=9' }
  const errorPage = await ask(port, `/s/${work.links[0]?.token}?lang=en`, invalidPost)
  expect([errorPage.status, errorPage.headers]).toEqual([
    'HTTP/1.1 422 Unprocessable Entity',
    { ...PAGE, ...compression },
  ])
  expect(decoded(encoding, errorPage.body)).toContain('class="sum"')
})

it('the page is complete in one response of at most 3,000 bytes in both languages, with a new receipt each time', async () => {
  const port = await listening()
  const receipts = new Set<string>()
  for (const locale of LOCALES) {
    for (let time = 0; time < 3; time += 1) {
      const init = { headers: { 'Accept-Encoding': 'gzip, deflate, br' } }
      const { body } = await ask(port, `/s/${work.links[0]?.token}?lang=${locale}`, init)
      expect(body.length).toBeLessThanOrEqual(3000)
      const page = decoded('br', body)
      expect(page).not.toMatch(/<(link|img|iframe)|@import|url\(/)
      // Without its one script the page works the same, but saves only on request.
      expect(page.match(/<script/g)).toHaveLength(1)
      receipts.add(receiptIn(page))
    }
  }
  expect(receipts.size).toBe(6)
})

it('the link of an option in a letter gets its page without the router, and one line in the access log', async () => {
  const port = await listening()
  const { token = '' } = work.links[1] ?? {}
  const choice = { item: 'overall', value: '4' }
  const code = preselectionCode(work.surveyApp.survey.keyring, token, choice)
  for (const path of [`/s/${token}?p=${code}`, `/s/${token}?p=${code}&lang=en`, `/s/${token}?lang=en&p=${code}`]) {
    const lines = work.accessLines.length
    const { status, headers, body } = await ask(port, path)
    expect([status, headers]).toEqual(['HTTP/1.1 200 OK', PAGE])
    expect(body.toString()).toMatch(/name="overall" checked="" value="4"/)
    expect(work.accessLines.slice(lines)).toEqual([accessLine('GET', '/s/:token', 200)])
  }
  expect((await ask(port, `/s/${token}`)).body.toString()).not.toContain('checked=""')
})

it('shows the organization at most 1 second out of date, whatever the clock does', async () => {
  const port = await listening()
  const name = async () => (await ask(port, `/s/${work.links[0]?.token}?lang=en`)).body.toString()
  expect(await name()).toContain('Yuntu Travel')
  const organisation = await work.store.organisation.get()
  const rename = async (nameEn: string) => organisation && work.store.organisation.save({ ...organisation, nameEn })
  const { clock } = work.surveyApp.survey
  const pass = (milliseconds: number) => work.setTime(clock.now() + milliseconds)
  await rename('Other Name')
  pass(1000)
  expect(await name()).toContain('Other Name')
  await rename('Third Name')
  pass(-60_000)
  expect(await name()).toContain('Third Name')
})

it('accepts an answer, and the same form again', async () => {
  const port = await listening()
  const token = work.links[0]?.token
  const receipt = receiptIn((await ask(port, `/s/${token}`)).body.toString())
  const body = `receipt=${receipt}&overall=4&improve=${'%E5%A5%BD'.repeat(40)}`
  for (let time = 0; time < 2; time += 1) {
    const { status, headers } = await ask(port, `/s/${token}?lang=en`, { method: 'POST', headers: form, body })
    expect([status, headers]).toEqual([
      'HTTP/1.1 303 See Other',
      {
        ...SECURITY,
        location: `/s/${token}/thanks?lang=en`,
        'set-cookie': `receipt=${receipt}; Max-Age=300; Path=/s/${token}/thanks; HttpOnly; Secure; SameSite=Lax`,
      },
    ])
  }
  expect(await work.database.rows('SELECT comment FROM answer')).toEqual([{ comment: '好'.repeat(40) }])
  expect(work.accessLines.filter((line) => line.includes('POST'))).toEqual(
    Array(2).fill(accessLine('POST', '/s/:token', 303)),
  )
})

it('answers every other request for a link once, with its status, its headers and one line in the access log', async () => {
  const port = await listening()
  const [first, second] = work.links
  const post = (body: string, headers: Readonly<Record<string, string>> = form, path = `/s/${first?.token}?lang=en`) =>
    ask(port, path, { method: 'POST', headers, body })
  const requests: readonly [number, () => ReturnType<typeof ask>][] = [
    [404, () => ask(port, '/s/unknown')],
    [200, () => ask(port, `/s/${first?.token}`, { method: 'HEAD' })],
    [405, () => ask(port, `/s/${first?.token}`, { method: 'DELETE' })],
    [422, () => post('receipt=x&overall=4')],
    [422, () => post('overall=9')],
    [403, () => post('overall=4', { ...form, Origin: 'https://evil.example' })],
    [200, () => post('lang=en')],
    [415, () => post('{}', { 'Content-Type': 'application/json' })],
    [422, () => post('')],
    [422, () => post('', { ...form, 'Content-Length': '0' })],
    [413, () => post(`improve=${'x'.repeat(70_000)}`)],
    [403, () => post('x'.repeat(70_000), { ...form, Origin: 'https://evil.example' })],
    [404, () => post('receipt=x', form, `/s/${second?.token}x`)],
  ]
  for (const [status, send] of requests) {
    const lines = work.accessLines.length
    const response = await send()
    expect([response.status.slice(9, 12), response.headers]).toMatchObject([String(status), PAGE])
    expect(response.headers['set-cookie']).toBeUndefined()
    expect(work.accessLines.slice(lines).map((line) => JSON.parse(line).status)).toEqual([status])
  }
  for (const fields of ['overall=9', 'lang=en'])
    expect((await post(`${fields}&improve=typed%20words`)).body.toString()).toContain('typed words</textarea>')
  expect(await work.database.rows('SELECT 1 FROM answer')).toEqual([])
})

it('reads the invitation of a posted form once, and stores a valid one after that', async () => {
  const calls: string[] = []
  const store = new Proxy(work.surveyApp.survey.store, {
    get: (target, name) => {
      calls.push(String(name))
      return Reflect.get(target, name)
    },
  })
  const port = await listening({ ...work.surveyApp, survey: { ...work.surveyApp.survey, store } })
  const token = work.links[0]?.token
  const receipt = receiptIn((await ask(port, `/s/${token}`)).body.toString())
  const post = async (body: string) => {
    calls.length = 0
    const { status } = await ask(port, `/s/${token}`, { method: 'POST', headers: form, body })
    return [status.slice(9, 12), ...calls]
  }
  expect(await post(`receipt=${receipt}&overall=9`)).toEqual(['422', 'invitation'])
  expect(await post('overall=4')).toEqual(['422', 'invitation'])
  expect(await post(`receipt=${receipt}&overall=4&lang=en`)).toEqual(['200', 'invitation'])
  expect(await post(`overall=9&draft=keep`)).toEqual(['422', 'invitation'])
  expect(await post(`overall=4&draft=keep`)).toEqual(['303', 'invitation', 'saveDraft'])
  expect(await post(`overall=4&draft=drop`)).toEqual(['200', 'invitation', 'saveDraft'])
  expect(await post(`receipt=${receipt}&overall=4`)).toEqual(['303', 'invitation', 'saveAnswer'])
})

it('shows a saved draft, and deletes it when the answer is submitted', async () => {
  const port = await listening()
  const token = work.links[0]?.token
  const post = (body: string) => ask(port, `/s/${token}?lang=en`, { method: 'POST', headers: form, body })
  // The answer is complete, so only its button keeps it from being submitted.
  const receipt = receiptIn((await ask(port, `/s/${token}`)).body.toString())
  const answer = `receipt=${receipt}&overall=4&improve=begun%20words`
  expect((await post(`${answer}&draft=keep`)).headers.location).toBe(`/s/${token}?lang=en`)
  expect((await ask(port, `/s/${token}?lang=en`)).body.toString()).toContain('begun words</textarea>')
  expect(await work.database.rows('SELECT 1 FROM answer')).toEqual([])
  expect((await post(answer)).status).toBe('HTTP/1.1 303 See Other')
  expect(await work.database.rows('SELECT 1 FROM draft')).toEqual([])
})

it('accepts one of 50 forms posted at the same moment for one link', async () => {
  const port = await listening()
  const token = work.links[0]?.token
  const pages = await Promise.all(Array.from({ length: 50 }, () => ask(port, `/s/${token}`)))
  const bodies = pages.map(({ body }, n) => `receipt=${receiptIn(body.toString())}&overall=4&improve=sender%20${n}`)
  const responses = await Promise.all(
    bodies.map((body) => ask(port, `/s/${token}?lang=en`, { method: 'POST', headers: form, body })),
  )
  const acceptedIndexes = responses.flatMap(({ status }, n) => (status.includes('303') ? [n] : []))
  expect(acceptedIndexes).toHaveLength(1)
  expect(responses.filter(({ status }) => status.includes('410'))).toHaveLength(49)
  expect(await work.database.rows('SELECT comment FROM answer')).toEqual([{ comment: `sender ${acceptedIndexes[0]}` }])
})

it.each([
  ['disk-full', 'the disk took no more'],
  ['wave-key-missing', 'the key of the wave is missing'],
])('the error %s while storing is logged and shown, and nothing is stored', async (code, reason) => {
  const error = Object.assign(new Error(reason), { code })
  const store = { ...work.surveyApp.survey.store, saveAnswer: () => Promise.reject(error) }
  const port = await listening({ ...work.surveyApp, survey: { ...work.surveyApp.survey, store } })
  const token = work.links[0]?.token
  const receipt = receiptIn((await ask(port, `/s/${token}`)).body.toString())
  const response = await ask(port, `/s/${token}?lang=en`, {
    method: 'POST',
    headers: form,
    body: `receipt=${receipt}&overall=4`,
  })
  expect(response.status).toBe('HTTP/1.1 503 Service Unavailable')
  expect(response.headers).toEqual({ ...PAGE, 'retry-after': '300' })
  expect(response.body.toString()).toContain('Nothing was saved.')
  expect(work.logged).toMatchObject([{ event: 'unexpected-error', request: 'POST /s/:token', code }])
})

it('a link that cannot be read asks for another try, and says nothing of answers', async () => {
  const gone = Object.assign(new Error('the server is gone'), { code: 'unreachable' })
  const store = { ...work.surveyApp.survey.store, invitation: () => Promise.reject(gone) }
  const port = await listening({ ...work.surveyApp, survey: { ...work.surveyApp.survey, store } })
  const token = work.links[0]?.token
  const page = await ask(port, `/s/${token}?lang=en`)
  expect(page.status).toBe('HTTP/1.1 503 Service Unavailable')
  expect(page.body.toString()).toContain('This page could not be loaded')
  expect(page.body.toString()).not.toContain('answers')
  const sent = await ask(port, `/s/${token}?lang=en`, { method: 'POST', headers: form, body: 'overall=4' })
  expect(sent.body.toString()).toContain('We don’t know if your answers were saved.')
})

it('takes the last of repeated field names, and treats names of Object.prototype as unknown fields', async () => {
  const port = await listening()
  const token = work.links[0]?.token
  const receipt = receiptIn((await ask(port, `/s/${token}?lang=en`)).body.toString())
  const send = (fields: string) =>
    ask(port, `/s/${token}?lang=en`, { method: 'POST', headers: form, body: `receipt=${receipt}&${fields}` })
  for (const name of ['__proto__', 'constructor', 'toString'])
    expect((await send(`overall=4&${name}=5`)).status).toBe('HTTP/1.1 422 Unprocessable Entity')
  expect((await send('overall=4&overall=9')).status).toBe('HTTP/1.1 422 Unprocessable Entity')
  expect((await send('overall=9&overall=4')).status).toBe('HTTP/1.1 303 See Other')
})

it('a caller who leaves in the middle of a form writes nothing into the log', async () => {
  const port = await listening()
  const { token } = work.links[0] ?? {}
  for (const path of [`/s/${token}`, '/receipt', '/rights', '/whistle-blowing', '/x'])
    for (const length of ['Content-Length: 900', 'Transfer-Encoding: chunked']) {
      const socket = connect(port, '127.0.0.1')
      socket.on('error', () => {})
      const type = 'Content-Type: application/x-www-form-urlencoded'
      socket.write(`POST ${path} HTTP/1.1\r\nHost: x\r\nOrigin: null\r\n${type}\r\n${length}\r\n\r\n5\r\na=b&c`)
      await new Promise((resolve) => setTimeout(resolve, 30))
      socket.resetAndDestroy()
    }
  await new Promise((resolve) => setTimeout(resolve, 100))
  expect(work.logged).toEqual([])
})
