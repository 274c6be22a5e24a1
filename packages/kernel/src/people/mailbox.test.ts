import fc from 'fast-check'
import { expect, test } from 'vitest'
import { keyring } from '../secrets/keyring.ts'
import { mailboxHash, mailboxOf } from './mailbox.ts'
import { type ActingPerson, secondPersonFault } from './second-person.ts'

const ring = keyring(new Uint8Array(32).fill(5))

test('case, full-width forms, plus-tags and provider-specific aliases give the same mailbox', () => {
  for (const address of [
    'Lin.An@gmail.com',
    'linan+x@googlemail.com',
    'ＬＩＮ．ＡＮ＠ｇｍａｉｌ．ｃｏｍ',
    ' l.i.n.a.n+a+b@GMAIL.com ',
  ])
    expect(mailboxOf(address)).toBe('linan@gmail.com')
  expect(mailboxOf('li_n-an@pm.me')).toBe('linan@proton.me')
  expect(mailboxOf('lin@me.com')).toBe(mailboxOf('lin+1@icloud.com'))
  expect(mailboxOf('lin.an+x@x.example')).toBe('lin.an@x.example')
  for (const address of ['lin.an@ya.ru', 'lin-an@yandex.com', 'Lin.An+x@yandex.kz', 'lin-an@yandex.ru'])
    expect(mailboxOf(address)).toBe('lin-an@yandex.ru')
  for (const address of ['lin@fastmail.com', 'shop@lin.fastmail.com', 'lin+a@fastmail.fm', 'x+y@LIN.fastmail.fm'])
    expect(mailboxOf(address)).toBe('lin@fastmail.com')
  for (const address of ['lin_an@yahoo.co.jp', 'lin_an-shop@yahoo.co.jp', 'lin_an-a-b@yahoo.co.jp'])
    expect(mailboxOf(address)).toBe('lin_an@yahoo.co.jp')
})

test('significant dots, another domain or a leading plus give different mailboxes', () => {
  const addresses = [
    ...['lin.an@x.example', 'linan@x.example', 'lin.an@y.example', '+lin@x.example', 'lin@gmail.example'],
    ...[
      'lin-a@x.example',
      'lin@yahoo.com',
      'lin@yahoo.de',
      '-lin@yahoo.com',
      'lin@a.fastmail.com',
      'lin@a.b.fastmail.com',
    ],
    ...['a@yandex.x.example', 'lin-a@yahoo.x.example'],
  ]
  expect(new Set(addresses.map((address) => mailboxOf(address))).size).toBe(addresses.length)
})

test('every plus-tag of an address gives the same hash', () => {
  fc.assert(
    fc.property(fc.emailAddress(), fc.stringMatching(/^[a-z0-9.]{1,8}$/), (email, tag) => {
      const [name = '', domain = ''] = email.split(/@(?=[^@]*$)/)
      if (name.includes('+') || tag.startsWith('.') || tag.endsWith('.') || tag.includes('..')) return
      expect(mailboxHash(ring, `${name}+${tag}@${domain}`.toUpperCase())).toEqual(mailboxHash(ring, email))
    }),
  )
})

test('the same account, the same mailbox or an unknown mailbox is no second person; only a confirmed person is', () => {
  const person = (id: string, email: string, confirmed = true): ActingPerson => {
    return { id, name: id, mailbox: mailboxHash(ring, email), confirmed }
  }
  const first = person('a', 'a@x.example')
  expect(secondPersonFault(first, [first])).toBe('same-person')
  expect(secondPersonFault(person('b', 'A+2@x.example'), [first])).toBe('same-person')
  expect(secondPersonFault(person('b', 'b@x.example'), [{ id: 'a', mailbox: null }])).toBe('same-person')
  expect(secondPersonFault(person('b', 'b@x.example', false), [first])).toBe('appointment-unconfirmed')
  expect(secondPersonFault(person('b', 'b@x.example', false))).toBe('appointment-unconfirmed')
  expect(secondPersonFault(person('b', 'b@x.example'), [first])).toBeNull()
})
