import { messages } from '@wayproof/messages/messages'
import { expect, test } from 'vitest'
import { readConfig } from './config.ts'

test('every setting has a default', () => {
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
      host: '127.0.0.1',
      port: 4320,
      reportingUrl: 'http://127.0.0.1:4320',
      surveyUrl: 'http://127.0.0.1:4310',
      addresses: ['http://127.0.0.1:4320', 'http://127.0.0.1:4310'],
      shortDkimKey: null,
      drainMs: 0,
      metricsPort: null,
      secrets: [],
      timeZone: 'Asia/Shanghai',
      defaultLocale: 'zh-CN',
      timeUrl: null,
      scannerAddress: null,
      trustedProxies: [],
      mail: null,
      webHook: null,
      provider: null,
    },
  })
})

test('all faults are reported together, in both languages', () => {
  const read = readConfig({
    REPORTING_PORT: '70000',
    REPORTING_URL: 'privacy.example',
    SURVEY_URL: 'https://x.example/path',
    TIME_ZONE: 'Mars/Olympus',
    DEFAULT_LOCALE: 'fr',
    DATABASE_URL: 'postgres://x',
    TRUSTED_PROXY: 'localhost',
    METRICS_HOST: '0.0.0.0',
    CLAMD_ADDRESS: 'tcp://clamd:3310',
    DATA_DIR: ' ',
  })
  const faults = read.ok ? [] : read.faults
  expect(faults.map(({ name, code }) => [name, code])).toEqual([
    ['DATA_DIR', 'empty'],
    ['DATABASE_URL', 'not-a-database'],
    ['METRICS_HOST', 'not-a-private-address'],
    ['REPORTING_PORT', 'not-a-port'],
    ['SURVEY_URL', 'not-a-web-address'],
    ['REPORTING_URL', 'not-a-web-address'],
    ['TIME_ZONE', 'not-a-time-zone'],
    ['DEFAULT_LOCALE', 'not-a-language'],
    ['CLAMD_ADDRESS', 'not-a-socket'],
    ['TRUSTED_PROXY', 'not-network-addresses'],
  ])
  for (const { name, value, code } of faults) {
    for (const locale of ['zh-CN', 'en'] as const)
      expect(messages(locale).settings.faults[code](name, value)).toContain(name)
  }
})

test('a slash at the end of an address is removed', () => {
  expect(readConfig({ REPORTING_URL: 'https://privacy.example/', TRUSTED_PROXY: 'none' })).toMatchObject({
    value: { reportingUrl: 'https://privacy.example', trustedProxies: [] },
  })
})

const codes = (environment: Record<string, string>) => {
  const read = readConfig({ ...environment })
  return read.ok ? [] : read.faults.map(({ name, code }) => [name, code])
}

test('an address that is reachable from outside without encryption is refused in every setting', () => {
  const proxied = { TRUSTED_PROXY: '127.0.0.1' }
  const open = ['REPORTING_URL', 'not-encrypted']
  for (const url of ['http://privacy.example', 'http://10.1.2.3:4320', 'http://[2001:db8::1]', 'http://127.example'])
    expect([url, codes({ ...proxied, REPORTING_URL: url })]).toEqual([url, [open]])
  expect(codes({ ...proxied, SURVEY_URL: 'http://survey.example' })).toEqual([['SURVEY_URL', 'not-encrypted']])
  for (const HOST of ['0.0.0.0', '::', '192.168.1.5'])
    expect([HOST, codes({ ...proxied, HOST })]).toEqual([HOST, [open]])
  for (const url of ['http://127.0.0.1:9', 'http://localhost:9', 'http://[::1]:9', 'https://privacy.example'])
    expect([url, codes({ ...proxied, REPORTING_URL: url })]).toEqual([url, []])
  expect(codes({ ...proxied, HOST: '0.0.0.0', REPORTING_URL: 'https://privacy.example' })).toEqual([])
})

test('a public address requires the address of its proxy, or the statement that there is none', () => {
  const unnamed = [['TRUSTED_PROXY', 'proxy-unnamed']]
  const reached = { REPORTING_URL: 'https://privacy.example' }
  expect(codes(reached)).toEqual(unnamed)
  expect(codes({ REPORTING_URL: 'https://localhost:4320', HOST: '0.0.0.0' })).toEqual(unnamed)
  for (const TRUSTED_PROXY of ['none', '127.0.0.1', '10.0.0.0/8, ::1'])
    expect([TRUSTED_PROXY, codes({ ...reached, TRUSTED_PROXY })]).toEqual([TRUSTED_PROXY, []])
  for (const locale of ['zh-CN', 'en'] as const)
    expect(messages(locale).settings.faults['proxy-unnamed']('TRUSTED_PROXY', '')).toContain('TRUSTED_PROXY')
})

const PROVIDER = {
  OIDC_ISSUER: 'https://login.example.com/realms/staff',
  OIDC_CLIENT_ID: 'wayproof',
  OIDC_CLIENT_SECRET: 'kept by the operator',
  OIDC_NAME: 'Example ID',
  OIDC_ROLES: 'officer=CN=Privacy,OU=Staff; executive=board;executive=owners',
}

test('five settings describe a sign-in provider, and the values of its claim for each role', () => {
  const read = readConfig({ ...PROVIDER, OIDC_SECOND_FACTOR: 'mfa otp' })
  expect(read.ok && read.value.provider).toEqual({
    issuer: 'https://login.example.com/realms/staff',
    clientId: 'wayproof',
    clientSecret: 'kept by the operator',
    name: 'Example ID',
    scope: 'openid email profile',
    roleClaim: 'groups',
    roles: [
      { role: 'officer', value: 'CN=Privacy,OU=Staff' },
      { role: 'executive', value: 'board' },
      { role: 'executive', value: 'owners' },
    ],
    secondFactor: ['mfa', 'otp'],
  })
})

test.each([
  ['a provider without encryption', { OIDC_ISSUER: 'http://login.example.com' }, 'OIDC_ISSUER', 'not-an-issuer'],
  ['a password in the address', { OIDC_ISSUER: 'https://a:b@login.example.com' }, 'OIDC_ISSUER', 'not-an-issuer'],
  ['no client', { OIDC_CLIENT_ID: undefined }, 'OIDC_CLIENT_ID', 'oidc-incomplete'],
  ['no secret', { OIDC_CLIENT_SECRET: undefined }, 'OIDC_CLIENT_SECRET', 'oidc-incomplete'],
  ['a role that does not exist', { OIDC_ROLES: 'director=board' }, 'OIDC_ROLES', 'not-a-role'],
  ['a value without a role', { OIDC_ROLES: 'board' }, 'OIDC_ROLES', 'not-a-role-map'],
  ['a value with two roles', { OIDC_ROLES: 'auditor=board; executive=board' }, 'OIDC_ROLES', 'not-a-role-map'],
  ['no address asked for', { OIDC_SCOPE: 'openid profile' }, 'OIDC_SCOPE', 'not-a-scope'],
  ['a name that is no setting', { OIDC_CLIENT: 'wayproof' }, 'OIDC_CLIENT', 'unknown-name'],
])('the start fails with a message for %s', (_, changed, name, code) => {
  const read = readConfig({ ...PROVIDER, ...changed })
  expect(read.ok ? [] : read.faults).toMatchObject([{ name, code }])
  for (const locale of ['zh-CN', 'en'] as const)
    for (const fault of read.ok ? [] : read.faults)
      expect(messages(locale).settings.faults[fault.code](fault.name, fault.value)).toContain(name)
})

test('a provider on this machine needs no encryption', () => {
  expect(codes({ ...PROVIDER, OIDC_ISSUER: 'http://127.0.0.1:9000' })).toEqual([])
})
