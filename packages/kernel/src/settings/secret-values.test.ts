import { expect, test } from 'vitest'
import { secretValues } from './secret-values.ts'
import { SETTING_NAMES } from './setting-names.ts'

test('a setting that is named a secret is one', () => {
  const named = SETTING_NAMES.filter((name) => /SECRET|PASSWORD|TOKEN|MAILGUN_KEY/.test(name))
  expect(named.length).toBeGreaterThan(2)
  for (const name of named) expect(secretValues({ [name]: 'x'.repeat(40) })).toEqual(['x'.repeat(40)])
})

test('the password of an address is a secret as it is written and as it is sent', () => {
  for (const name of ['DATABASE_URL', 'SMTP_URL', 'BOUNCE_IMAP_URL', 'CHECK_MAILBOX_URL'])
    expect(secretValues({ [name]: 'smtp://user:a%20b%2Fc@mail.example' })).toEqual(['a%20b%2Fc', 'a b/c'])
  expect(secretValues({ SMTP_URL: 'smtp://user:%E0%A4%A@mail.example' })).toEqual(['%E0%A4%A'])
  expect(secretValues({ DATABASE_URL: 'file:data/wayproof.db', SMTP_URL: 'nonsense', HOST: 'x' })).toEqual([])
})
