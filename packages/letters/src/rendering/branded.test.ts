import { LOCALES } from '@wayproof/kernel/people/locale'
import PostalMime from 'postal-mime'
import { expect, test } from 'vitest'
import { OPTION_LINKS } from '../letter/letter-content.ts'
import { composeMessage, wholeMessage } from '../message/compose-message.ts'
import { logoAddress, logoPart } from '../message/logo-part.ts'
import { organisation, sampleLetters } from '../testing/sample-letters.ts'
import { accent, accentAtNight, buttonAtNight } from './letter-theme.ts'
import { renderLetter } from './render-letter.ts'

const LOGO = { id: '0123456789abcdef', width: 400, height: 100 }
const names = [
  'survey',
  'unsubscribe',
  'reporting',
  'dashboard',
  'sealCheck',
  'userInvitation',
  'passwordReset',
] as const
const links = Object.fromEntries([...OPTION_LINKS, ...names, 'rightsCase'].map((name) => [name, 'https://x.example/a']))
const brandedAs = (color: string | null, logo: typeof LOGO | null) => ({ ...organisation, brand: { color, logo } })

const message = {
  messageId: '<1@faraway.example>',
  from: { name: 'Faraway', address: 'privacy@faraway.example' },
  to: 'ann@traveler.example',
  returnTo: 'bounces@faraway.example',
  at: new Date(0),
}

test('every letter is in the color of the organization and carries its logo as a part, not from a server', async () => {
  const bytes = new Uint8Array(Array.from({ length: 300 }, (_, index) => index % 256))
  const logo = logoPart(LOGO.id, 'image/png', bytes)
  for (const letter of LOCALES.flatMap(sampleLetters)) {
    // The color at night of the product is a color by day here.
    const rendered = await renderLetter(letter, { organisation: brandedAs('#7a1fa2', LOGO), links })
    for (const color of [accent, accentAtNight, buttonAtNight]) expect(rendered.html).not.toContain(color)
    expect(rendered.html.match(/<img[^>]*>/g)).toEqual([expect.stringContaining(`src="${logoAddress(LOGO.id)}"`)])
    const mail = await PostalMime.parse(wholeMessage(await composeMessage({ ...message, ...rendered, logo })))
    expect([mail.html?.trim(), mail.text?.trim()]).toEqual([rendered.html.trim(), rendered.text.trim()])
    const [picture, ...others] = mail.attachments
    expect([others, picture?.mimeType, picture?.contentId]).toEqual([[], 'image/png', `<logo.${LOGO.id}@wayproof>`])
    expect(Buffer.from(picture?.content as ArrayBuffer).equals(Buffer.from(bytes))).toBe(true)
  }
})

test('a letter with a logo and a PDF has both, and the text stays an alternative of the page', async () => {
  const logo = logoPart(LOGO.id, 'image/jpeg', new Uint8Array(90))
  const composed = await composeMessage({
    ...message,
    ...{ subject: 's', headers: {}, html: '<p>hello</p>', text: 'hello', logo },
    attached: { name: 'a.pdf', pdf: new Uint8Array(200) },
  })
  const mail = await PostalMime.parse(wholeMessage(composed))
  expect(mail.attachments.map(({ filename, disposition }) => [filename, disposition])).toEqual([
    ['logo.jpg', 'inline'],
    ['a.pdf', 'attachment'],
  ])
  expect([mail.text?.trim(), mail.html?.trim()]).toEqual(['hello', '<p>hello</p>'])
})

test('without a brand a letter has no picture and no trace of one', async () => {
  for (const letter of sampleLetters('en')) {
    const { html } = await renderLetter(letter, { organisation, links })
    expect(html).not.toMatch(/<img|class="logo"/)
    expect(await renderLetter(letter, { organisation: brandedAs(null, null), links })).toMatchObject({ html })
  }
})

test("the name beside a logo is the organization's, whatever characters it has", async () => {
  const [letter] = sampleLetters('en')
  const named = { ...brandedAs(null, LOGO), nameEn: '"><script>$&' }
  const { html } = await renderLetter(letter!, { organisation: named, links })
  expect(html).toContain('alt="&quot;&gt;&lt;script&gt;$&amp;"')
  expect(html).toContain('width="160" height="40"')
})
