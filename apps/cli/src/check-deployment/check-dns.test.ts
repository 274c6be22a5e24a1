import { expect, onTestFinished, test } from 'vitest'
import { dkimKey, zoneOf } from '../../test/deployment/checked-stack.ts'
import { openDnsServer, type Zone } from '../../test/deployment/dns-server.ts'
import type { CheckConfig } from './check-config.ts'
import { checkDns, type MailNames } from './check-dns.ts'
import { checkList } from './check-list.ts'

const { pem, publicText } = dkimKey()
const GOOD: Zone = {
  ...zoneOf(publicText),
  'mail.yuntu.example': { A: ['93.184.215.14'] },
  '14.215.184.93.in-addr.arpa': { PTR: ['mail.yuntu.example'] },
}
const DKIM = { name: 's1._domainkey.yuntu.example', privateKey: pem }
const NAMES: MailNames = { sender: 'yuntu.example', bounces: 'bounce.yuntu.example', mailServer: 'mail.yuntu.example' }

async function results(zone: Zone, names: Partial<MailNames> = {}, dkim: CheckConfig['dkim'] = DKIM) {
  const { place: resolver, close } = await openDnsServer(zone)
  onTestFinished(close)
  const list = checkList(new AbortController().signal, () => undefined)
  await checkDns(list, { resolver, dkim }, { ...NAMES, ...names })
  return Object.fromEntries(
    list.results.map(({ step, reason, detail }) => [step, reason && `${reason} ${detail}`.trim()]),
  )
}

test('records that fit pass', async () => {
  expect(await results(GOOD)).toEqual({
    spf: null,
    dmarc: null,
    dkim: null,
    'bounce-domain': null,
    'reverse-name': null,
  })
})

const spf = (...TXT: string[]): Zone => ({ ...GOOD, 'yuntu.example': { TXT } })
const dmarc = (text: string): Zone => ({ ...GOOD, '_dmarc.yuntu.example': { TXT: [text] } })

test.each<[string, Zone, Record<string, string>]>([
  ['no SPF', spf('a verification'), { spf: 'no-spf yuntu.example' }],
  ['two SPF records', spf('v=spf1 -all', 'v=spf1 mx ~all'), { spf: 'several-spf yuntu.example' }],
  ['SPF that allows everyone', spf('v=spf1 mx +all'), { spf: 'open-spf yuntu.example' }],
  [
    'no SPF of the bounce domain',
    { ...GOOD, 'bounce.yuntu.example': { MX: ['mx.yuntu.example'] } },
    { spf: 'no-spf bounce.yuntu.example' },
  ],
  ['DMARC without a policy', dmarc('v=DMARC1; rua=mailto:a@b.example'), { dmarc: 'no-dmarc yuntu.example' }],
  ['no DKIM record', { ...GOOD, 's1._domainkey.yuntu.example': {} }, { dkim: `no-dkim-record ${DKIM.name}` }],
  ['another DKIM key', { ...GOOD, ...zoneOf(dkimKey().publicText) }, { dkim: `other-dkim-key ${DKIM.name}` }],
  [
    'a bounce domain that takes no mail',
    { ...GOOD, 'bounce.yuntu.example': { TXT: ['v=spf1 -all'], MX: ['.'] } },
    { 'bounce-domain': 'no-mail-exchanger bounce.yuntu.example' },
  ],
  [
    'no reverse name',
    { ...GOOD, '14.215.184.93.in-addr.arpa': {} },
    { 'reverse-name': 'no-reverse-name 93.184.215.14' },
  ],
  [
    'a reverse name that leads elsewhere',
    { ...GOOD, '14.215.184.93.in-addr.arpa': { PTR: ['mx2.example'] } },
    { 'reverse-name': 'no-reverse-name 93.184.215.14' },
  ],
])('%s fails this step alone', async (_, zone, expected) => {
  const passed = { spf: null, dmarc: null, dkim: null, 'bounce-domain': null, 'reverse-name': null }
  expect(await results(zone)).toEqual({ ...passed, ...expected })
})

test('a short DKIM key fails this step alone', async () => {
  const short = dkimKey(1024)
  const zone = { ...GOOD, 's1._domainkey.yuntu.example': { TXT: [`v=DKIM1; k=rsa; p=${short.publicText}`] } }
  expect(await results(zone, {}, { ...DKIM, privateKey: short.pem })).toEqual({
    ...(await results(GOOD)),
    dkim: `short-dkim-key ${DKIM.name}`,
  })
})

test('DMARC of a domain above counts, and a bounce domain without MX receives at its own address', async () => {
  const zone = { ...GOOD, 'privacy.yuntu.example': { TXT: ['v=spf1 -all'], A: ['93.184.215.14'] } }
  expect(await results(zone, { sender: 'privacy.yuntu.example', bounces: 'privacy.yuntu.example' })).toMatchObject({
    dmarc: null,
    'bounce-domain': null,
  })
})

test('private addresses, unsigned letters and letters in a folder are not checked', async () => {
  expect(await results(GOOD, { mailServer: '10.0.0.4' }, null)).toMatchObject({
    dkim: 'no-dkim',
    'reverse-name': 'private-address 10.0.0.4',
  })
  expect(await results(GOOD, { mailServer: null })).toMatchObject({ 'reverse-name': 'folder' })
})

test('without a resolver nothing is checked, and one that refuses fails each step', async () => {
  const list = checkList(new AbortController().signal, () => undefined)
  await checkDns(list, { resolver: null, dkim: DKIM }, NAMES)
  expect(new Set(list.results.map(({ reason }) => reason))).toEqual(new Set(['no-resolver']))
  const silent = checkList(new AbortController().signal, () => undefined)
  await checkDns(silent, { resolver: '127.0.0.1:4907', dkim: DKIM }, NAMES)
  expect(new Set(silent.results.map(({ reason }) => reason))).toEqual(new Set(['resolver-silent']))
})
