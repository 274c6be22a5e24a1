import { Misused } from '@wayproof/command-line/command-line'
import { messages } from '@wayproof/messages/messages'
import { expect, test } from 'vitest'
import { readCheckConfig } from './check-config.ts'

const { faults } = messages('en').settings

test('without settings the apps of this machine are checked, with nothing to look up', () => {
  expect(readCheckConfig('/srv/data', {})).toMatchObject({
    surveyUrl: 'http://127.0.0.1:4310',
    health: { survey: 'http://127.0.0.1:4310/health/ready', scheduler: null },
    mail: { kind: 'folder' },
    takesBounces: false,
    resolver: null,
    mailbox: null,
    dkim: null,
  })
})

test.each(['192.0.2.53', '192.0.2.53:5353', '[2001:db8::53]:53'])('%s is a resolver', (DNS_RESOLVER) => {
  expect(readCheckConfig('/srv/data', { DNS_RESOLVER })).toMatchObject({ resolver: DNS_RESOLVER })
})

test('unusable settings are refused together, and no password is shown', () => {
  const read = () =>
    readCheckConfig('/srv/data', { DNS_RESOLVER: 'dns.example', CHECK_MAILBOX_URL: 'pop://u:secret@x', SMTP_ULR: 'x' })
  expect(read).toThrow(Misused)
  expect(read).toThrow(faults['not-a-resolver']('DNS_RESOLVER', 'dns.example'))
  expect(read).toThrow(faults['not-a-mailbox']('CHECK_MAILBOX_URL', ''))
  expect(read).toThrow(faults['unknown-name']('SMTP_ULR', 'SMTP_URL'))
  expect(read).not.toThrow('secret')
})
