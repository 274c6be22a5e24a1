import { expect, it } from 'vitest'
import { readConfig } from './config.ts'

it('reads an empty environment as a folder of letters on this machine', () => {
  expect(readConfig({})).toEqual({
    ok: true,
    value: {
      databaseUrl: 'file:data/wayproof.db',
      keyFile: 'data/wayproof.key',
      dataFolder: './data',
      backupFolder: 'data/backups',
      isBackupFolderUnset: true,
      waveKeyFolder: 'data/wave-keys',
      encryptsAnswers: true,
      backupKey: 'data/backups/backup-key.pub',
      urls: { survey: 'http://127.0.0.1:4310', reporting: 'http://127.0.0.1:4320' },
      addresses: ['http://127.0.0.1:4310', 'http://127.0.0.1:4320'],
      mail: { kind: 'folder', folder: 'data/outbox' },
      mailFrom: null,
      bounceAddress: null,
      webHook: null,
      defaultLocale: 'zh-CN',
      bounceFolder: null,
      bounceMailbox: null,
      shortDkimKey: null,
      signer: undefined,
      sendingHours: null,
      healthAddress: null,
      metricsPort: null,
      secrets: [],
      timeZone: 'Asia/Shanghai',
      timeUrl: null,
      domainConcurrency: 3,
      lettersAMinute: null,
      firstWait: 10_000,
      lease: 60_000,
    },
  })
})

it('signs letters only with all settings and a readable key', () => {
  const unreadable = { name: 'DKIM_KEY_FILE', value: 'none.pem', code: 'dkim-key-unusable' }
  expect(readConfig({ DKIM_DOMAIN: 'Faraway.example', DKIM_SELECTOR: 's1', DKIM_KEY_FILE: 'none.pem' })).toEqual({
    ok: false,
    faults: [unreadable],
  })
  const read = readConfig({ DKIM_DOMAIN: 'faraway.example' })
  expect(read.ok ? [] : read.faults.map(({ name, code }) => [name, code])).toEqual([
    ['DKIM_SELECTOR', 'dkim-incomplete'],
    ['DKIM_KEY_FILE', 'dkim-incomplete'],
  ])
})

it('takes a rate of up to 99999 letters a minute', () => {
  expect(readConfig({ LETTERS_A_MINUTE: '600' })).toMatchObject({ value: { lettersAMinute: 600 } })
  for (const invalid of ['0', '-1', '1.5', '1e3', '100000'])
    expect(readConfig({ LETTERS_A_MINUTE: invalid }).ok).toBe(false)
})

it.each(['x', 'x@', '@x.example', 'a+b@x.example', 'a@x.example, b@x.example', 'bounces-of-letters@x.example'])(
  'refuses %s as a bounce address',
  (BOUNCE_ADDRESS) => {
    const read = readConfig({ BOUNCE_ADDRESS })
    expect(read.ok ? [] : read.faults).toEqual([
      { name: 'BOUNCE_ADDRESS', value: BOUNCE_ADDRESS, code: 'not-a-bounce-address' },
    ])
  },
)

it('reports a misspelled name beside every other fault', () => {
  const read = readConfig({ SMTP_ULR: 'smtp://user:secret@mail.example', BOUNCE_ADRESS: 'b@x.example', TIME_ZONE: 'x' })
  expect(read.ok ? [] : read.faults).toEqual([
    { name: 'SMTP_ULR', value: 'SMTP_URL', code: 'unknown-name' },
    { name: 'BOUNCE_ADRESS', value: 'BOUNCE_ADDRESS', code: 'unknown-name' },
    { name: 'TIME_ZONE', value: 'x', code: 'not-a-time-zone' },
  ])
})

it('reports every fault at once, and no password', () => {
  const read = readConfig({
    SMTP_URL: 'http://user:se/secret@mail.example',
    MAIL_FROM: 'a@x.example, b@x.example',
    BOUNCE_ADDRESS: 'a+b@x.example',
    BOUNCE_IMAP_URL: 'imap://user:secret@mail.example/#1',
    SENDING_HOURS: '20-8',
    TIME_ZONE: 'Mars/Olympus',
    SURVEY_URL: 'survey.example/path',
    REPORTING_PORT: '99999',
    RETRY_SECONDS: '0',
    LEASE_SECONDS: '1.5',
    DOMAIN_CONCURRENCY: '0',
    LETTERS_A_MINUTE: '100000',
  })
  if (read.ok) throw new Error('the settings were taken')
  expect(read.faults.map(({ name, code }) => [name, code]).sort()).toEqual([
    ['BOUNCE_ADDRESS', 'not-a-bounce-address'],
    ['BOUNCE_IMAP_URL', 'not-a-mailbox'],
    ['DOMAIN_CONCURRENCY', 'not-a-count'],
    ['LEASE_SECONDS', 'not-seconds'],
    ['LETTERS_A_MINUTE', 'not-a-rate'],
    ['MAIL_FROM', 'not-a-mail-address'],
    ['REPORTING_PORT', 'not-a-port'],
    ['RETRY_SECONDS', 'not-seconds'],
    ['SENDING_HOURS', 'not-hours'],
    ['SMTP_URL', 'not-a-mail-server'],
    ['SURVEY_URL', 'not-a-web-address'],
    ['TIME_ZONE', 'not-a-time-zone'],
  ])
  expect(JSON.stringify(read)).not.toContain('secret')
})

it('encrypts the answers of waves, in a file unless told otherwise', () => {
  const DATABASE_URL = 'postgresql://a:b@db.example.com/wayproof'
  expect(readConfig({ DATABASE_URL, ENCRYPT_ANSWERS: 'no' })).toMatchObject({ value: { encryptsAnswers: true } })
  expect(readConfig({ ENCRYPT_ANSWERS: 'no' })).toMatchObject({ value: { encryptsAnswers: false } })
  expect(readConfig({ WAVE_KEY_DIR: '/keys' })).toMatchObject({
    value: { encryptsAnswers: true, waveKeyFolder: '/keys' },
  })
  expect(readConfig({ ENCRYPT_ANSWERS: 'maybe' })).toEqual({
    ok: false,
    faults: [{ name: 'ENCRYPT_ANSWERS', value: 'maybe', code: 'not-yes-or-no' }],
  })
})

it('answers a monitor on METRICS_HOST, else on HOST', () => {
  const address = (settings: object) => {
    const read = readConfig({ SCHEDULER_PORT: '4330', ...settings })
    return read.ok ? [read.value.healthAddress, read.value.metricsHost] : read.faults
  }
  expect(address({})).toEqual([{ host: '127.0.0.1', port: 4330 }, undefined])
  expect(address({ HOST: '0.0.0.0' })).toEqual([{ host: '0.0.0.0', port: 4330 }, undefined])
  expect(address({ HOST: '0.0.0.0', METRICS_HOST: '10.0.0.5' })).toEqual([{ host: '10.0.0.5', port: 4330 }, '10.0.0.5'])
  expect(address({ METRICS_HOST: '0.0.0.0' })).toEqual([
    { name: 'METRICS_HOST', value: '0.0.0.0', code: 'not-a-private-address' },
  ])
})
