import { parseEmail } from '@wayproof/kernel/people/email'
import { LOCALES } from '@wayproof/kernel/people/locale'
import { VERSION } from '@wayproof/kernel/version'
import fc from 'fast-check'
import PostalMime from 'postal-mime'
import { describe, expect, it, onTestFinished } from 'vitest'
import { OPTION_LINKS } from '../letter/letter-content.ts'
import { letterRenderer } from '../rendering/render-letter.ts'
import { smtpTransport } from '../smtp/smtp-transport.ts'
import { organisation, sampleLetters } from '../testing/sample-letters.ts'
import { sinkServer } from '../testing/sink-server.ts'
import type { Message } from './compose-message.ts'
import { composeMessage, wholeMessage } from './compose-message.ts'

const message = (changed: Partial<Message>): Message => ({
  messageId: '<1@faraway.example>',
  from: { name: 'Faraway', address: 'privacy@faraway.example' },
  to: 'ann@traveler.example',
  returnTo: 'bounces@faraway.example',
  subject: 'subject',
  html: '<p>hello</p>',
  text: 'hello',
  headers: {},
  at: new Date(0),
  ...changed,
})

const linksFor = (to: string) => ({
  ...Object.fromEntries(OPTION_LINKS.map((name) => [name, `https://s.example/s/${to}?p=${name}`])),
  survey: `https://s.example/s/${to}?a=b&c`,
  unsubscribe: `https://s.example/u/${to}`,
  reporting: 'https://r.example/',
  dashboard: 'https://r.example',
  sealCheck: 'https://r.example/check-seal',
  userInvitation: `https://r.example/invitation/${to}`,
  passwordReset: 'https://privacy.example/reset/a',
  rightsCase: 'https://s.example/rights/case',
})

const hostile = [
  'a@x.test\r\nBcc: evil@y.test',
  'a@x.test, evil@y.test',
  'a@x.test;evil@y.test',
  '"v@gmail.com x"@internal',
  '用户@例子.测试',
  'a@x.test\0evil@y.test',
  'Ann <a@x.test>, <evil@y.test>',
  'a@x.test <evil@y.test>',
  'group: a@x.test, evil@y.test;',
  'a%evil@y.test',
  '@relay:evil@y.test',
  'a@[127.0.0.1]',
  `${'a'.repeat(300)}@x.test`,
  `${'('.repeat(10_000)}a@x.test`,
]

/** Addresses as they come, with pieces that mail libraries stumble over. */
const piece = fc.constantFrom(
  '\r\n',
  '\n',
  ', ',
  ';',
  '<',
  '>',
  '"',
  '(',
  ')',
  ':',
  '%',
  '\0',
  ' ',
  '\u202e',
  'Bcc: evil@y.test',
  'evil@y.test',
  '＠',
  '。',
  "'",
  '+',
  '\\',
)
const plain = fc.emailAddress()
const address = fc.oneof(
  plain,
  fc.constantFrom(...hostile),
  fc.tuple(plain, piece, fc.oneof(plain, piece)).map((parts) => parts.join('')),
  fc.tuple(piece, plain).map((parts) => parts.join('')),
  fc.tuple(plain, piece, fc.nat(20)).map(([text, mark, at]) => text.slice(0, at) + mark + text.slice(at)),
)

describe('a composed message', () => {
  it.each(hostile)('is never made for %j', async (to) => {
    expect(parseEmail(to)).toBeNull()
    await expect(composeMessage(message({ to }))).rejects.toThrow()
    await expect(composeMessage(message({ returnTo: to }))).rejects.toThrow()
    await expect(composeMessage(message({ replyTo: to }))).rejects.toThrow()
  })

  it('carries a PDF after text and html, byte for byte', async () => {
    const pdf = Uint8Array.from({ length: 10_000 }, (_, n) => (n * 7) % 256)
    const attached = { name: 'privacy-summary-2026-H1-en.pdf', pdf }
    const { text, html, attachments, headers } = await PostalMime.parse(
      wholeMessage(await composeMessage(message({ attached }))),
    )
    expect([text?.trim(), html?.trim()]).toEqual(['hello', '<p>hello</p>'])
    expect(headers.find(({ key }) => key === 'content-type')?.value).toContain('multipart/mixed')
    const [file] = attachments
    expect(file).toMatchObject({ filename: attached.name, mimeType: 'application/pdf', disposition: 'attachment' })
    expect(new Uint8Array(file?.content as ArrayBuffer)).toEqual(pdf)
    const named = message({ attached: { ...attached, name: 'a"\r\nBcc: x@y.example' } })
    await expect(composeMessage(named)).rejects.toThrow('plain name')
  })

  it('goes to the exact mailbox or to none, for ten thousand hostile addresses', async () => {
    const sink = await sinkServer()
    const transport = smtpTransport(sink.url)
    onTestFinished(() => transport.close())
    const wanted: string[] = []
    await fc.assert(
      fc.asyncProperty(address, async (text) => {
        const to = parseEmail(text)
        if (to === null) return
        wanted.push(to)
        const { outcome } = await transport.send(await composeMessage(message({ to })))
        expect(outcome).toBe('sent')
        expect(sink.received.at(-1)?.to).toEqual([to])
      }),
      { numRuns: 10_000 },
    )
    expect(wanted.length).toBeGreaterThan(500)
    expect(sink.received.map(({ to }) => to.join())).toEqual(wanted)
  })

  it('gets no header and no recipient out of a subject, a name or a header value', async () => {
    const allowed = [
      'auto-submitted',
      'content-type',
      'date',
      'from',
      'message-id',
      'mime-version',
      'subject',
      'to',
      'x-mailer',
    ]
    const text = fc.oneof(
      fc.string(),
      fc.tuple(fc.string(), piece, fc.constant('X-Evil: 1'), fc.string()).map((parts) => parts.join('')),
    )
    await fc.assert(
      fc.asyncProperty(text, text, text, async (subject, name, value) => {
        const { head: composed, to } = await composeMessage(
          message({
            subject,
            from: { name, address: 'privacy@faraway.example' },
            headers: { 'Auto-Submitted': value || 'x' },
          }),
        )
        expect(to).toBe('ann@traveler.example')
        const head = composed.replace(/\r\n[ \t]/g, '')
        for (const line of head.split('\r\n')) expect(allowed).toContain(line.split(':')[0]?.toLowerCase())
      }),
      { numRuns: 3000 },
    )
  })

  it('says what was rendered, in both parts, prepared or not, each letter with its own link, subject and address', async () => {
    const render = letterRenderer()
    for (const letter of LOCALES.flatMap(sampleLetters)) {
      for (const to of ['ann@traveler.example', 'bo@traveler.example']) {
        const rendered = await render(letter, { organisation, links: linksFor(to) })
        const { encoded, ...unprepared } = rendered
        for (const written of [rendered, unprepared]) {
          const composedMessage = await composeMessage(message({ ...written, to }))
          const mail = await PostalMime.parse(wholeMessage(composedMessage))
          expect(mail.html?.trim()).toBe(rendered.html.trim())
          expect(mail.text?.trim()).toBe(rendered.text.trim())
          expect(mail.subject).toBe(rendered.subject)
          expect(mail.to).toEqual([{ address: to, name: '' }])
        }
        expect(encoded.text).not.toContain(' \r\n')
      }
    }
  })

  it('is refused where its own link or id is more than that', async () => {
    const link = '<https://s.example/u/1>\r\nBcc: evil@y.test'
    await expect(composeMessage(message({ headers: { 'List-Unsubscribe': link } }))).rejects.toThrow()
    await expect(composeMessage(message({ messageId: '<1@x>\r\nBcc: evil@y.test' }))).rejects.toThrow()
  })
})

it('names the program and its version in every letter, the same for every recipient', async () => {
  const heads = await Promise.all(
    ['ann@traveler.example', 'bo@traveler.example'].map((to) =>
      composeMessage(message({ to, headers: { 'Auto-Submitted': 'auto-generated' } })),
    ),
  )
  for (const { head } of heads) expect(head.match(/^X-Mailer: .*$/gm)).toEqual([`X-Mailer: Wayproof ${VERSION}`])
})
