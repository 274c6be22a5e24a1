import { expect, test } from 'vitest'
import { period, programme } from '../testing/closing-programme.ts'

type Programme = Awaited<ReturnType<typeof programme>>

/** Calls without a session. */
async function check({ send }: Programme, code: string) {
  const answer = await send(`/trpc/seal.check?input=${encodeURIComponent(JSON.stringify({ json: { code } }))}`)
  const { result, error } = await answer.json()
  return error ? error.json.data.faultCode : result.data.json
}

async function closed() {
  const fixture = await programme()
  await fixture.ready()
  const freeze = await fixture.first.period.freeze({ period })
  await fixture.signAll()
  await fixture.second.period.close({ period, freeze })
  const [seal] = await fixture.services.store.closing.seals()
  const code = (await fixture.executive.period.closing({ period })).seals[0]?.code ?? ''
  return { fixture, code, head: seal?.head ?? '' }
}

test('anyone can check a seal by its printed code or digest without signing in, and sees no figure', async () => {
  const { fixture, code, head } = await closed()
  const sealResult = { kind: 'seal', period, version: 1, sealedOn: '2026-07-01', replaced: false }
  for (const typedCode of [code, ` ${code.toLowerCase()} `, code.replaceAll('-', ''), head, head.toUpperCase()])
    expect(await check(fixture, typedCode), typedCode).toEqual(sealResult)
})

test('unknown codes all get the same response, and a mistyped one gets advice', async () => {
  const { fixture, code, head } = await closed()
  expect(await check(fixture, head.replace(/./, head.startsWith('0') ? '1' : '0'))).toBeNull()
  expect(await check(fixture, '0'.repeat(64))).toBeNull()
  const wrongCode = `${code.slice(0, -1)}${code.endsWith('0') ? '1' : '0'}`
  for (const typedCode of [wrongCode, '', 'nonsense', head.slice(1), '#'.repeat(200)])
    expect(await check(fixture, typedCode), typedCode).toBe('head-mistyped')
})

test('a summary is found by the code in its footer, and a correction makes the earlier seal superseded', async () => {
  const { fixture } = await closed()
  const { first, executive, services } = fixture
  await fixture.join('executive')
  await first.summary.send({ period })
  const [edition] = await services.store.editions.list()
  const archived = await services.store.editions.archive(edition?.id ?? '')
  const [, printedCode = ''] = /check-seal\?code=([\w-]+)/.exec(archived[0]?.html ?? '') ?? []
  const editionResult = { kind: 'edition', edition: 'now', period, sentOn: '2026-07-01' }
  expect(await check(fixture, printedCode)).toMatchObject(editionResult)
  expect(await check(fixture, edition?.digest ?? '')).toMatchObject(editionResult)

  const codeBefore = (await executive.period.closing({ period })).seals[0]?.code ?? ''
  await first.period.reopen({ period, reason: 'a late exam' })
  const freeze = await first.period.freeze({ period })
  await fixture.signAll()
  await fixture.second.period.close({ period, freeze })
  expect(await check(fixture, codeBefore)).toMatchObject({ kind: 'seal', version: 1, replaced: true })
})

test('one address can check 60 codes in 15 minutes', async () => {
  const fixture = await programme()
  for (let n = 0; n < 60; n += 1) expect(await check(fixture, '0'.repeat(64))).toBeNull()
  expect(await check(fixture, '0'.repeat(64))).toBe('too-many-calls')
  fixture.pass(15)
  expect(await check(fixture, '0'.repeat(64))).toBeNull()
})
