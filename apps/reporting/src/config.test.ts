import { messages } from '@wayproof/messages'
import { expect, test } from 'vitest'
import { readConfig } from './config.ts'

test('without any setting everything has a value', () => {
  expect(readConfig({})).toEqual({
    ok: true,
    value: {
      databaseUrl: 'file:data/wayproof.db',
      keyFile: 'data/wayproof.key',
      dataFolder: './data',
      backupFolder: 'data/backups',
      isBackupFolderUnset: true,
      backupKey: 'data/backups/backup-key.pub',
      host: '127.0.0.1',
      port: 4320,
      reportingUrl: 'http://127.0.0.1:4320',
      surveyUrl: 'http://127.0.0.1:4310',
      timeZone: 'Asia/Shanghai',
      defaultLocale: 'zh-CN',
      timeUrl: null,
      trustedProxies: [],
    },
  })
})

test('every fault is told at once, in both languages', () => {
  const read = readConfig({
    REPORTING_PORT: '70000',
    REPORTING_URL: 'privacy.example',
    SURVEY_URL: 'https://x.example/path',
    TIME_ZONE: 'Mars/Olympus',
    DEFAULT_LOCALE: 'fr',
    DATABASE_URL: 'postgres://x',
    TRUSTED_PROXY: 'localhost',
    DATA_DIR: ' ',
  })
  const faults = read.ok ? [] : read.faults
  expect(faults.map(({ name, code }) => [name, code])).toEqual([
    ['DATA_DIR', 'empty'],
    ['DATABASE_URL', 'not-a-database'],
    ['REPORTING_PORT', 'not-a-port'],
    ['SURVEY_URL', 'not-a-web-address'],
    ['REPORTING_URL', 'not-a-web-address'],
    ['TIME_ZONE', 'not-a-time-zone'],
    ['DEFAULT_LOCALE', 'not-a-language'],
    ['TRUSTED_PROXY', 'not-network-addresses'],
  ])
  for (const { name, value, code } of faults) {
    for (const locale of ['zh-CN', 'en'] as const)
      expect(messages(locale).settings.faults[code](name, value)).toContain(name)
  }
})

test('a slash at the end of an address goes', () => {
  expect(readConfig({ REPORTING_URL: 'https://privacy.example/' })).toMatchObject({
    value: { reportingUrl: 'https://privacy.example' },
  })
})
