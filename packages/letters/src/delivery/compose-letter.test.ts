import { LOCALES } from '@wayproof/kernel/people/locale'
import { keyring } from '@wayproof/kernel/secrets/keyring'
import PostalMime from 'postal-mime'
import { expect, test } from 'vitest'
import type { DkimSigner } from '../dkim/dkim-signer.ts'
import { wholeMessage } from '../message/compose-message.ts'
import type { ClaimedLetter } from '../outbox/outbox.ts'
import { letterRenderer } from '../rendering/render-letter.ts'
import { organisation, sampleLetters } from '../testing/sample-letters.ts'
import { type ComposePorts, composeLetter } from './attempt-letter.ts'

const AT = Date.parse('2026-01-15T01:00:00Z')

function claimed(to = 'ann@traveler.example', locale: (typeof LOCALES)[number] = 'en'): ClaimedLetter {
  const [letter] = sampleLetters(locale)
  if (!letter) throw new Error('no sample letter')
  return { id: 'letter-1', fence: 1, attempt: 1, to, letter }
}

const ports = (sign?: DkimSigner['sign']): ComposePorts => ({
  clock: { now: () => AT },
  keyring: keyring(new Uint8Array(32).fill(7)),
  render: letterRenderer(),
  organisation,
  urls: { survey: 'https://survey.faraway.example', reporting: 'https://privacy.faraway.example' },
  sender: 'privacy@faraway.example',
  bounceAddress: null,
  signer: sign && { sign },
})

test('a letter is signed where there is a signer, and not where there is none', async () => {
  const signed = await composeLetter(
    ports((message) => ({ ...message, head: `Signed: yes\r\n${message.head}` })),
    claimed(),
  )
  expect(signed).toMatchObject({ to: 'ann@traveler.example', head: expect.stringMatching(/^Signed: yes\r\nTo: /) })
  expect(await composeLetter(ports(), claimed())).toMatchObject({ head: expect.stringMatching(/^To: /) })
})

test.each(LOCALES)('a letter is named by its own id and in its own language, %s', async (locale) => {
  const message = await composeLetter(
    { ...ports(), bounceAddress: 'bounces@mail.faraway.example' },
    claimed(undefined, locale),
  )
  const head = 'head' in message ? message.head : ''
  expect(head).toContain('Message-ID: <letter-1@faraway.example>')
  expect(head).toContain(`Content-Language: ${locale}`)
})

test('bounces return to an address of the letter, or to the sender if no bounce address is set', async () => {
  const own = await composeLetter({ ...ports(), bounceAddress: 'bounces@mail.faraway.example' }, claimed())
  expect(own).toMatchObject({ from: expect.stringMatching(/^bounces\+\w+@mail\.faraway\.example$/) })
  expect(await composeLetter(ports(), claimed())).toMatchObject({ from: 'privacy@faraway.example' })
})

test('answers go to the contact address of the organization where the sender is another one', async () => {
  const replyTo = async (sender: string, contactEmail: string) => {
    const message = await composeLetter(
      { ...ports(), sender, organisation: { ...organisation, contactEmail } },
      claimed(),
    )
    if (!('head' in message)) throw new Error(message.reply)
    return (await PostalMime.parse(wholeMessage(message))).replyTo
  }
  const contact = [{ name: '', address: 'people@faraway.example' }]
  expect(await replyTo('no-reply@mail.faraway.example', 'people@faraway.example')).toEqual(contact)
  expect(await replyTo('people@faraway.example', 'People@Faraway.example')).toBeUndefined()
  expect(await replyTo('no-reply@mail.faraway.example', 'a@x.example, b@x.example')).toBeUndefined()
})

test('only a letter to a server of Postmark carries its id as metadata', async () => {
  const headTo = async (place: string) => {
    const message = await composeLetter({ ...ports(), transport: { place } }, claimed())
    return 'head' in message ? message.head : ''
  }
  for (const place of ['smtp.postmarkapp.com:587', 'smtp-broadcasts.postmarkapp.com:2525'])
    expect(await headTo(place)).toContain('\r\nX-PM-Metadata-letter: letter-1\r\n')
  for (const place of ['smtp.faraway.example:587', 'smtp.postmarkapp.com.example:587', '/outbox'])
    expect(await headTo(place)).not.toContain('X-PM')
})

test('an address that nobody can have ends the letter', async () => {
  expect(await composeLetter(ports(), claimed('nobody'))).toEqual({
    outcome: 'failed',
    reply: 'not a deliverable address',
  })
})

test('a letter that cannot be composed or signed is put off, and never goes unsigned', async () => {
  const render: ComposePorts['render'] = () => Promise.reject(new RangeError('a secret'))
  const putOff = { outcome: 'deferred', reply: 'not composed: RangeError' }
  expect(await composeLetter({ ...ports(), render }, claimed())).toEqual(putOff)
  const throws: DkimSigner['sign'] = () => {
    throw new RangeError('no key')
  }
  expect(await composeLetter(ports(throws), claimed())).toEqual(putOff)
})
