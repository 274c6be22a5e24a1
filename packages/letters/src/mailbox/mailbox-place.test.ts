import fc from 'fast-check'
import { expect, it } from 'vitest'
import { mailboxPlace } from './mailbox-place.ts'

it('reads the address of a mailbox, with the usual defaults', () => {
  expect(mailboxPlace('imaps://bounces:secret@mail.example.com')).toEqual({
    host: 'mail.example.com',
    port: 993,
    encryption: 'tls',
    user: 'bounces',
    password: 'secret',
    folder: ['INBOX'],
  })
  expect(mailboxPlace('imap://bounces@x.example:p%2Fw@[::1]/Mail/退信')).toEqual({
    host: '::1',
    port: 143,
    encryption: 'starttls',
    user: 'bounces@x.example',
    password: 'p/w',
    folder: ['Mail', '退信'],
  })
  expect(mailboxPlace('imaps://a:b@邮件.example')).toMatchObject({ host: 'xn--5nq051n.example' })
  expect(mailboxPlace('imap://a:b@127.0.0.1:1143/?requireTLS=false')).toMatchObject({ port: 1143, encryption: 'none' })
})

it.each([
  'bounces@mail.example.com',
  'smtps://a:b@mail.example.com',
  'imaps://mail.example.com',
  'imaps://a@mail.example.com',
  'imaps://:b@mail.example.com',
  'imaps://a:b@',
  'imaps://a:b%@mail.example.com',
  'imaps://a:b#c@mail.example.com',
  'imaps://a:b?c@mail.example.com',
  'imaps://a:b@mail.example.com?requireTLS=false',
  'imap://a:b@mail.example.com?requiretls=false',
  'imaps://a:b@mail.example.com:99999',
  'imaps://a:b@mail%20example.com',
])('does not guess what %s means', (text) => {
  expect(mailboxPlace(text)).toBeNull()
})

it('reads any name, password and folder that were encoded as the fault says', () => {
  const part = fc
    .string({ minLength: 1, unit: 'binary' })
    .filter((text) => text.isWellFormed() && !/^\.{1,2}$/.test(text))
  fc.assert(
    fc.property(part, part, fc.array(part, { minLength: 1, maxLength: 3 }), (user, password, folder) => {
      const [name, secret, ...path] = [user, password, ...folder].map(encodeURIComponent)
      const read = mailboxPlace(`imaps://${name}:${secret}@mail.example.com/${path.join('/')}`)
      expect(read).toMatchObject({ user, password, folder })
    }),
  )
})
