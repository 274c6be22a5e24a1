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
  const all = await programme()
  await all.ready()
  const freeze = await all.first.period.freeze({ period })
  await all.signAll()
  await all.second.period.close({ period, freeze })
  const [seal] = await all.parts.store.closing.seals()
  const code = (await all.executive.period.closing({ period })).seals[0]?.code ?? ''
  return { all, code, head: seal?.head ?? '' }
}

test('anyone can check a seal by its printed code or digest without signing in, and sees no figure', async () => {
  const { all, code, head } = await closed()
  const sealed = { kind: 'seal', period, version: 1, sealedOn: '2026-07-01', replaced: false }
  for (const typed of [code, ` ${code.toLowerCase()} `, code.replaceAll('-', ''), head, head.toUpperCase()])
    expect(await check(all, typed), typed).toEqual(sealed)
})

test('unknown codes all get the same response, and a mistyped one gets advice', async () => {
  const { all, code, head } = await closed()
  expect(await check(all, head.replace(/./, head.startsWith('0') ? '1' : '0'))).toBeNull()
  expect(await check(all, '0'.repeat(64))).toBeNull()
  const wrong = `${code.slice(0, -1)}${code.endsWith('0') ? '1' : '0'}`
  for (const typed of [wrong, '', 'nonsense', head.slice(1), '#'.repeat(200)])
    expect(await check(all, typed), typed).toBe('head-mistyped')
})

test('a summary is found by the code in its footer, and a correction makes the earlier seal superseded', async () => {
  const { all } = await closed()
  const { first, executive, parts } = all
  await all.join('executive')
  await first.summary.send({ period })
  const [edition] = await parts.store.editions.list()
  const archived = await parts.store.editions.archive(edition?.id ?? '')
  const [, printed = ''] = /check-seal\?code=([\w-]+)/.exec(archived[0]?.html ?? '') ?? []
  const found = { kind: 'edition', edition: 'now', period, sentOn: '2026-07-01' }
  expect(await check(all, printed)).toMatchObject(found)
  expect(await check(all, edition?.digest ?? '')).toMatchObject(found)

  const before = (await executive.period.closing({ period })).seals[0]?.code ?? ''
  await first.period.reopen({ period, reason: 'a late exam' })
  const freeze = await first.period.freeze({ period })
  await all.signAll()
  await all.second.period.close({ period, freeze })
  expect(await check(all, before)).toMatchObject({ kind: 'seal', version: 1, replaced: true })
})

test('one address can check 60 codes in 15 minutes', async () => {
  const all = await programme()
  for (let n = 0; n < 60; n += 1) expect(await check(all, '0'.repeat(64))).toBeNull()
  expect(await check(all, '0'.repeat(64))).toBe('too-many-calls')
  all.pass(15)
  expect(await check(all, '0'.repeat(64))).toBeNull()
})
