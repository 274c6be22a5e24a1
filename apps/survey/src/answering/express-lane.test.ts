import { once } from 'node:events'
import { createServer, type RequestListener, type ServerOptions } from 'node:http'
import { connect } from 'node:net'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { getRequestListener } from '@hono/node-server'
import { LOCALES, type Locale } from '@wayproof/kernel'
import { afterEach, beforeEach, expect, it, onTestFinished } from 'vitest'
import { createApp } from '../app.ts'
import { accessLine } from '../http/access-log.ts'
import type { SurveyApp } from '../survey-app.ts'
import { receiptIn } from '../testing/browser.ts'
import { rowsOf, type SurveyAtWork, surveyAtWork } from '../testing/survey-at-work.ts'
import { expressLane, serverOptions } from './express-lane.ts'

let work: SurveyAtWork
beforeEach(async () => {
  work = await surveyAtWork()
})
afterEach(() => work.close())

/** A server, and the requests that its fast path passed on to the router, by method. */
async function listening(parts: SurveyApp = work.parts) {
  const past: string[] = []
  const usual = getRequestListener(createApp(parts).fetch)
  const lane = expressLane(parts, (request, response) => {
    past.push(request.method ?? '')
    return usual(request, response)
  })
  return { lane: await at(lane, serverOptions), usual: await at(usual), past }
}

async function at(listener: RequestListener, options: ServerOptions = {}): Promise<number> {
  const server = createServer(options, listener).listen(0, '127.0.0.1')
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
  const whole = Buffer.concat(chunks)
  const end = whole.indexOf('\r\n\r\n')
  const [status = '', ...told] = whole.toString('latin1', 0, end).split('\r\n')
  const named = told
    .map((line) => /^([^:]+): (.*)$/.exec(line) ?? [])
    .map(([, name = '', value = '']) => [name.toLowerCase(), value])
  const heads = named.filter(
    ([name = '']) => !/^(date|connection|content-length|transfer-encoding|keep-alive)$/.test(name),
  )
  return { status, headers: Object.fromEntries(heads) as Record<string, string>, body: whole.subarray(end + 4) }
}

const form = { 'Content-Type': 'application/x-www-form-urlencoded', Origin: 'null' }
const plain = (encoding: string, body: Buffer) =>
  (encoding === 'br' ? brotliDecompressSync(body) : encoding === 'gzip' ? gunzipSync(body) : body).toString()
const withoutReceipt = (page: string) => page.replace(receiptIn(page), '')

it.each(['br', 'gzip', 'identity'])('returns the same page as the router, compressed as %s', async (encoding) => {
  const { lane, usual, past } = await listening()
  for (const { token, locale } of work.links) {
    for (const hint of ['', '?lang=en', '?lang=zh-CN']) {
      const asked = { headers: { 'Accept-Encoding': encoding, 'Accept-Language': 'en' } }
      const fast = await ask(lane, `/s/${token}${hint}`, asked)
      const page = plain(encoding, fast.body)
      const slow = await (await work.app.request(`/s/${token}${hint}`, asked)).text()
      const heads = (await ask(usual, `/s/${token}${hint}`, asked)).headers
      expect({ ...fast.headers }).toEqual({ ...heads })
      expect(fast.status).toBe('HTTP/1.1 200 OK')
      if (encoding === 'identity') expect(withoutReceipt(page)).toBe(withoutReceipt(slow))
      expect(page).toContain(`<html lang="${(/=(.*)/.exec(hint)?.[1] ?? locale) as Locale}"`)
      expect(receiptIn(page)).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){6}[0-9A-HJKMNP-TV-Z]{4}$/)
    }
  }
  expect(past).toEqual([])
})

it('the page is one request of at most 3,000 bytes in both languages, with a new receipt each time', async () => {
  const { lane } = await listening()
  const receipts = new Set<string>()
  for (const locale of LOCALES) {
    for (let time = 0; time < 3; time += 1) {
      const asked = { headers: { 'Accept-Encoding': 'gzip, deflate, br' } }
      const { body } = await ask(lane, `/s/${work.links[0]?.token}?lang=${locale}`, asked)
      expect(body.length).toBeLessThanOrEqual(3000)
      const page = plain('br', body)
      expect(page).not.toMatch(/<(link|script|img|iframe)|@import|url\(/)
      receipts.add(receiptIn(page))
    }
  }
  expect(receipts.size).toBe(6)
})

it('shows the organization at most 1 second out of date, whatever the clock does', async () => {
  const { lane } = await listening()
  const name = async () => (await ask(lane, `/s/${work.links[0]?.token}?lang=en`)).body.toString()
  expect(await name()).toContain('Yuntu Travel')
  const organisation = await work.store.organisation.get()
  const rename = async (nameEn: string) => organisation && work.store.organisation.save({ ...organisation, nameEn })
  const { clock } = work.parts.survey
  const pass = (milliseconds: number) => work.setTime(clock.now() + milliseconds)
  await rename('Other Name')
  pass(1000)
  expect(await name()).toContain('Other Name')
  await rename('Third Name')
  pass(-60_000)
  expect(await name()).toContain('Third Name')
})

it('accepts an answer with the same headers as the router, and the same form again', async () => {
  const { lane, usual, past } = await listening()
  const answered = async (port: number, token: string | undefined) => {
    const receipt = receiptIn((await ask(lane, `/s/${token}`)).body.toString())
    const sent = {
      method: 'POST',
      headers: form,
      body: `receipt=${receipt}&overall=4&improve=${'%E5%A5%BD'.repeat(40)}`,
    }
    const taken = await ask(port, `/s/${token}?lang=en`, sent)
    expect((await ask(port, `/s/${token}?lang=en`, sent)).status).toBe('HTTP/1.1 303 See Other')
    const unlike = (text: string | undefined) => text?.replaceAll(token ?? '', 'T').replaceAll(receipt, 'R')
    const { location, 'set-cookie': cookie, ...headers } = taken.headers
    return { status: taken.status, headers, location: unlike(location), cookie: unlike(cookie) }
  }
  expect(await answered(lane, work.links[0]?.token)).toEqual(await answered(usual, work.links[1]?.token))
  expect(past).toEqual([])
  expect(rowsOf(work.file, 'SELECT comment FROM answer')).toEqual(Array(2).fill({ comment: '好'.repeat(40) }))
  expect(work.accessLines.filter((line) => line.includes('POST'))).toEqual(
    Array(4).fill(accessLine('POST', '/s/x', 303)),
  )
})

it('passes unknown requests to the router, including the body', async () => {
  const { lane, past } = await listening()
  const [first, second] = work.links
  const post = (body: string, headers: Readonly<Record<string, string>> = form, path = `/s/${first?.token}?lang=en`) =>
    ask(lane, path, { method: 'POST', headers, body })
  const told = [
    await ask(lane, '/s/unknown'),
    await ask(lane, `/s/${first?.token}`, { method: 'HEAD' }),
    await ask(lane, `/s/${first?.token}?lang=xx`),
    await post('receipt=x&overall=4'),
    await post('overall=9&improve=typed%20words'),
    await post('overall=4', { ...form, Origin: 'https://evil.example' }),
    await post('lang=en&improve=typed%20words'),
    await post('{}', { 'Content-Type': 'application/json' }),
    await post(`improve=${'x'.repeat(70_000)}`),
    await post('receipt=x', form, `/s/${second?.token}x`),
  ]
  expect(told.map(({ status }) => status.slice(9, 12)).join()).toBe('404,200,200,422,422,403,200,415,413,404')
  expect(told[4]?.body.toString()).toContain('typed words')
  expect(told[6]?.body.toString()).toContain('typed words')
  expect(past).toHaveLength(told.length)
  expect(rowsOf(work.file, 'SELECT 1 FROM answer')).toEqual([])
})

it('passes drafts, shown or saved, to the router', async () => {
  const { lane, past } = await listening()
  const [first, second] = work.links
  // The answer is complete, so only its button keeps it from being submitted.
  const receipt = receiptIn((await ask(lane, `/s/${first?.token}`)).body.toString())
  const complete = `receipt=${receipt}&overall=4&improve=begun%20words&draft=keep`
  const keep = { method: 'POST', headers: form, body: complete }
  expect((await ask(lane, `/s/${first?.token}?lang=en`, keep)).headers.location).toBe(`/s/${first?.token}?lang=en`)
  const page = (await ask(lane, `/s/${first?.token}?lang=en`)).body.toString()
  expect(page).toContain('begun words</textarea>')
  expect(rowsOf(work.file, 'SELECT 1 FROM answer')).toEqual([])
  expect(past).toEqual(['POST', 'GET'])
  await ask(lane, `/s/${second?.token}`)
  const body = `receipt=${receiptIn(page)}&overall=4&improve=begun%20words`
  const sent = await ask(lane, `/s/${first?.token}?lang=en`, { method: 'POST', headers: form, body })
  expect(sent.status).toBe('HTTP/1.1 303 See Other')
  expect(past).toEqual(['POST', 'GET'])
  expect(rowsOf(work.file, 'SELECT 1 FROM draft')).toEqual([])
})

it('accepts one of 50 forms posted at the same moment for one link', async () => {
  const { lane } = await listening()
  const token = work.links[0]?.token
  const pages = await Promise.all(Array.from({ length: 50 }, () => ask(lane, `/s/${token}`)))
  const bodies = pages.map(({ body }, n) => `receipt=${receiptIn(body.toString())}&overall=4&improve=sender%20${n}`)
  const sent = await Promise.all(
    bodies.map((body) => ask(lane, `/s/${token}?lang=en`, { method: 'POST', headers: form, body })),
  )
  const taken = sent.flatMap(({ status }, n) => (status.includes('303') ? [n] : []))
  expect(taken).toHaveLength(1)
  expect(sent.filter(({ status }) => status.includes('410'))).toHaveLength(49)
  expect(rowsOf(work.file, 'SELECT comment FROM answer')).toEqual([{ comment: `sender ${taken[0]}` }])
})

it('an error is reported as by the router, and nothing is stored', async () => {
  const full = Object.assign(new Error('the disk took no more'), { code: 'disk-full' })
  const store = { ...work.parts.survey.store, saveAnswer: () => Promise.reject(full) }
  const { lane } = await listening({ ...work.parts, survey: { ...work.parts.survey, store } })
  const token = work.links[0]?.token
  const receipt = receiptIn((await ask(lane, `/s/${token}`)).body.toString())
  const refused = await ask(lane, `/s/${token}?lang=en`, {
    method: 'POST',
    headers: form,
    body: `receipt=${receipt}&overall=4`,
  })
  expect(refused.status).toBe('HTTP/1.1 503 Service Unavailable')
  expect(refused.body.toString()).toContain('Nothing was saved.')
})

it('a request without a body gets the same response as from the router', async () => {
  const { lane, usual } = await listening()
  const [{ token = '', unsubscribeToken = '' } = {}] = work.links
  // Every form has a new receipt code.
  const said = async (port: number, path: string, sent: Sent) => {
    const { body, ...head } = await ask(port, path, sent)
    return { ...head, body: body.toString().replaceAll(/\b\w{4}(?:-\w{4}){6}\b/g, 'code') }
  }
  for (const path of [`/s/${token}`, '/receipt', '/rights', '/no-such-page', `/u/${unsubscribeToken}`]) {
    for (const method of ['POST', 'HEAD', 'DELETE']) {
      for (const headers of [{}, form]) {
        expect(await said(lane, path, { method, headers })).toEqual(await said(usual, path, { method, headers }))
      }
    }
  }
})

it('takes the last of repeated field names, and treats names of Object.prototype as unknown fields', async () => {
  const { lane } = await listening()
  const token = work.links[0]?.token
  const receipt = receiptIn((await ask(lane, `/s/${token}?lang=en`)).body.toString())
  const send = (fields: string) =>
    ask(lane, `/s/${token}?lang=en`, { method: 'POST', headers: form, body: `receipt=${receipt}&${fields}` })
  for (const name of ['__proto__', 'constructor', 'toString'])
    expect((await send(`overall=4&${name}=5`)).status).toBe('HTTP/1.1 422 Unprocessable Entity')
  expect((await send('overall=4&overall=9')).status).toBe('HTTP/1.1 422 Unprocessable Entity')
  expect((await send('overall=9&overall=4')).status).toBe('HTTP/1.1 303 See Other')
})
