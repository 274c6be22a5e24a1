import { refuseWrites } from '@wayproof/database/testing/refuse-writes'
import { DEFAULT_QUESTIONNAIRE } from '@wayproof/forms/questionnaire/default-questionnaire'
import { systemTokens } from '@wayproof/kernel/system'
import { expect, test } from 'vitest'
import { linkToken } from '../links/invitation-link.ts'
import { DEFAULT_PROGRAMME } from '../programme/programme.ts'
import {
  countOf,
  exactFunnel,
  invitations,
  openedWave,
  openWaveForAll,
  submit,
  surveyWorld,
  tallies,
  tokens,
} from '../testing/survey-world.ts'
import { closeWave } from '../waves/close-wave.ts'
import { reminderMoments } from '../waves/reminder.ts'
import { answeredCount } from './add-up-counters.ts'
import { answerCode } from './answer-code.ts'
import { newReceipt } from './receipt.ts'
import { showInvitation } from './show-invitation.ts'
import { withdrawAnswer } from './withdraw-answer.ts'

const stored = (values: unknown) => answerCode(DEFAULT_QUESTIONNAIRE).decode(String(values))
const faultOf = (outcome: { ok: boolean; fault?: { code: string } }) => outcome.fault?.code ?? null

test('a link shows the questionnaire in the traveler language and changes nothing', async () => {
  const world = await surveyWorld()
  await openedWave(world, 3)
  const tables = ['invitation', 'answer', 'answer_counter', 'draft', 'wave', 'letter']
  const rows = () => Promise.all(tables.map((table) => world.database.query.all(`SELECT * FROM ${table} ORDER BY 1`)))
  const before = await rows()
  for (const token of await tokens(world)) {
    expect(await showInvitation(world.ports, { token })).toMatchObject({
      ok: true,
      value: { wave: { period: '2026-H1' }, questionnaire: { version: 1 } },
    })
  }
  expect(await rows()).toEqual(before)
})

test('an answer is stored without its link and counted, and the link is used', async () => {
  const world = await surveyWorld({ encrypts: false })
  await openedWave(world, 3)
  const [token = ''] = await tokens(world)
  const receipt = newReceipt(systemTokens)
  const fields = { overall: '4', trust: 'dk', contacted: 'no', complaint: '1', improve: '少要一点' }
  expect(await submit(world, token, fields, receipt)).toEqual({ ok: true, value: { receipt } })
  const [answer] = await world.database.query.all<Record<string, unknown>>('SELECT * FROM answer')
  expect(stored(answer?.values)).toEqual({ overall: '4', trust: 'dk', contacted: 'no' })
  expect(answer).toMatchObject({ comment: '少要一点', language: 'zh-CN' })
  expect(Object.keys(answer ?? {})).toEqual(['wave_id', 'key', 'cell_id', 'values', 'comment', 'language', 'encrypted'])
  expect(await tallies(world)).toEqual(['* break-off 1', 'contacted no 1', 'overall 4 1', 'trust dk 1'])
  expect(faultOf(await showInvitation(world.ports, { token }))).toBe('link-used')
})

test('days are counted in the organization’s time zone', async () => {
  const world = await surveyWorld()
  await openedWave(world, 3)
  const [first = '', second = ''] = await tokens(world)
  world.setNow('2026-07-02T15:59:59Z')
  await submit(world, first, { overall: '4' })
  world.setNow('2026-07-02T16:00:00Z')
  await submit(world, second, { overall: '4' })
  expect(await exactFunnel(world)).toMatchObject({
    value: {
      answered: 2,
      days: [
        { day: '2026-07-02', count: 1 },
        { day: '2026-07-03', count: 1 },
      ],
    },
  })
})

test('posting the same form again is confirmed again; another form is refused because the link is used', async () => {
  const world = await surveyWorld()
  await openedWave(world, 3)
  const [token = '', other = ''] = await tokens(world)
  const receipt = newReceipt(systemTokens)
  await submit(world, token, { overall: '4' }, receipt)
  expect(await submit(world, token, { overall: '1', nonsense: 'x' }, receipt.toLowerCase())).toEqual({
    ok: true,
    value: { receipt },
  })
  expect(faultOf(await submit(world, token, { overall: '1' }))).toBe('link-used')
  // The receipt does not belong to another link.
  expect(faultOf(await submit(world, other, { overall: '1' }, receipt))).toBe('receipt-invalid')
  expect(faultOf(await submit(world, other, { overall: '1' }, 'short'))).toBe('receipt-invalid')
  expect(await countOf(world, 'answer')).toBe(1)
})

test('an invalid answer is refused with a fault for each item, and the link stays open', async () => {
  const world = await surveyWorld()
  await openedWave(world, 3)
  const [token = ''] = await tokens(world)
  expect(await submit(world, token, { trust: '9' })).toMatchObject({
    ok: false,
    fault: {
      code: 'answer-invalid',
      items: { overall: 'required', trust: 'not-an-option' },
      invitation: { draft: null },
    },
  })
  expect(await countOf(world, 'answer')).toBe(0)
  expect(await submit(world, token, { overall: '3' })).toMatchObject({ ok: true })
})

test('unknown, expired and closed links are refused, each with its reason', async () => {
  const world = await surveyWorld()
  await openedWave(world, 3)
  const [invitation] = await invitations(world)
  const token = linkToken(world.ports.keyring, { invitationId: invitation?.id ?? '', generation: 0, locale: 'zh-CN' })
  const both = async (link: string) => [
    faultOf(await showInvitation(world.ports, { token: link })),
    faultOf(await submit(world, link, { overall: '1' })),
  ]
  expect(await both('nonsense')).toEqual(['link-unknown', 'link-unknown'])
  expect(
    await both(
      linkToken(world.ports.keyring, { invitationId: world.ports.ids.next(), generation: 0, locale: 'zh-CN' }),
    ),
  ).toEqual(['link-unknown', 'link-unknown'])
  expect(
    await both(linkToken(world.ports.keyring, { invitationId: invitation?.id ?? '', generation: 1, locale: 'zh-CN' })),
  ).toEqual(['link-expired', 'link-expired'])
  world.setNow('2026-07-31T16:00:00Z')
  expect(await both(token)).toEqual(['link-expired', 'link-expired'])
  await world.database.write((query) => query.run(`UPDATE wave SET status = 'closed'`))
  expect(await both(token)).toEqual(['wave-closed', 'wave-closed'])
  expect(await countOf(world, 'answer')).toBe(0)
})

test('50 parallel submissions of one link store one answer', async () => {
  const world = await surveyWorld()
  await openedWave(world, 3)
  const [token = '', other = ''] = await tokens(world)
  const results = await Promise.all(Array.from({ length: 50 }, () => submit(world, token, { overall: '5' })))
  expect(results.filter(({ ok }) => ok)).toHaveLength(1)
  expect(new Set(results.map(faultOf))).toEqual(new Set([null, 'link-used']))
  const receipt = newReceipt(systemTokens)
  const same = await Promise.all(Array.from({ length: 50 }, () => submit(world, other, { overall: '5' }, receipt)))
  expect(same.every(({ ok }) => ok)).toBe(true)
  expect(await countOf(world, 'answer')).toBe(2)
  expect(await tallies(world)).toEqual(['* break-off 2', 'overall 5 2'])
})

test('an answer that fails does not affect the others of its commit', async () => {
  const world = await surveyWorld({ encrypts: false })
  await openedWave(world, 60)
  const { database } = world
  // The statement of one answer fails inside the batch.
  await refuseWrites(database, { before: 'INSERT', on: 'answer', when: `NEW.comment = 'no'` })
  const results = await Promise.allSettled(
    (await tokens(world)).map((token, n) => submit(world, token, { overall: '5', improve: n === 7 ? 'no' : 'yes' })),
  )
  expect(results.filter(({ status }) => status === 'rejected')).toHaveLength(1)
  expect(await countOf(world, 'answer')).toBe(59)
  expect(await countOf(world, 'invitation WHERE answered')).toBe(59)
  expect(await tallies(world)).toEqual(['* break-off 59', 'overall 5 59'])
})

test('a refusal names the link before the code and the code before the answer, and a repeat is confirmed only until the close', async () => {
  const world = await surveyWorld()
  await openedWave(world, 3)
  const [mine = '', other = ''] = await tokens(world)
  const receipt = newReceipt(systemTokens)
  await submit(world, mine, { overall: '5' }, receipt)
  const told = async (token: string, code: string, overall: string) =>
    faultOf(await submit(world, token, { overall }, code))
  expect(await told(mine, receipt, '9')).toBeNull()
  expect(await told(mine, 'none', '5')).toBe('receipt-invalid')
  expect(await told(mine, newReceipt(systemTokens), '5')).toBe('link-used')
  expect(await told(other, 'none', '9')).toBe('receipt-invalid')
  expect(await told(other, receipt, '9')).toBe('answer-invalid')
  expect(await told('none', 'none', '9')).toBe('link-unknown')
  world.setNow('2026-07-31T16:00:00Z')
  for (const code of ['none', receipt]) expect(await told(mine, code, '5')).toBe('link-expired')
  await world.database.write((query) => query.run(`UPDATE wave SET status = 'closed'`))
  for (const code of ['none', receipt]) expect(await told(mine, code, '5')).toBe('wave-closed')
})

test('one answer that cannot be deleted does not affect the others', async () => {
  const world = await surveyWorld()
  await openedWave(world, 8)
  const [mine = '', ...others] = await tokens(world)
  const receipt = newReceipt(systemTokens)
  await submit(world, mine, { overall: '5' }, receipt)
  await refuseWrites(world.database, { before: 'DELETE', on: 'answer' })
  const all = await Promise.allSettled([
    withdrawAnswer(world.ports, { receipt }),
    ...others.map((token) => submit(world, token, { overall: '4' })),
  ])
  expect(all.map(({ status }) => status)).toEqual(['rejected', ...others.map(() => 'fulfilled')])
  expect(await countOf(world, 'answer')).toBe(8)
  expect(await tallies(world)).toEqual(['* break-off 8', 'overall 4 7', 'overall 5 1'])
})

test('two waves are answered in one commit and closed separately', async () => {
  const world = await surveyWorld()
  await openedWave(world, 6)
  const old = new Set(await tokens(world))
  await openWaveForAll(world, '2025-H2', '2026-08-20')
  await Promise.all((await tokens(world)).map((token) => submit(world, token, { overall: old.has(token) ? '5' : '2' })))
  expect(await countOf(world, `wave WHERE ${answeredCount('wave')} = 6`)).toBe(2)
  const counted = await tallies(world)
  expect(await countOf(world, 'tally')).toBe(0)
  world.setNow('2026-08-01T01:00:00Z')
  await closeWave(world.ports, { period: '2026-H1' })
  expect(await countOf(world, `tally WHERE item = 'overall' AND value = '5'`)).toBeGreaterThan(0)
  expect(await countOf(world, `tally WHERE item = 'overall' AND value <> '5'`)).toBe(0)
  const closed = await world.database.query.all('SELECT closed_at FROM wave ORDER BY period')
  const wave = await world.ports.store.wave('2026-H1')
  const moments = reminderMoments(DEFAULT_PROGRAMME, { at: 0, timeZone: 'Asia/Shanghai', byHand: false })
  await world.ports.store.closeWave(wave?.id ?? '', Date.parse('2026-08-05T01:00:00Z'), moments)
  expect(await world.database.query.all('SELECT closed_at FROM wave ORDER BY period')).toEqual(closed)
  world.setNow('2026-08-21T01:00:00Z')
  await closeWave(world.ports, { period: '2025-H2' })
  expect(await tallies(world)).toEqual(counted)
  expect(await countOf(world, 'tally')).toBe(counted.length)
})
