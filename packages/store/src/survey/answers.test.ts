import { systemTokens } from '@wayproof/kernel/system'
import { answerCode, DEFAULT_QUESTIONNAIRE, linkToken, newReceipt, showInvitation, waveFunnel } from '@wayproof/survey'
import { expect, test } from 'vitest'
import { countOf, invitations, openedWave, submit, surveyWorld, tallies, tokens } from './testing/survey-world.ts'

const stored = (values: unknown) => answerCode(DEFAULT_QUESTIONNAIRE).decode(String(values))
const faultOf = (outcome: { ok: boolean; fault?: { code: string } }) => outcome.fault?.code ?? null

test('a link shows the questionnaire in the traveler language and changes nothing', async () => {
  const world = await surveyWorld()
  await openedWave(world, 3)
  const changes = () => world.database.connections.writer.pragma('data_version')
  const before = [countOf(world, 'invitation WHERE answered = 0'), changes()]
  for (const token of tokens(world)) {
    expect(await showInvitation(world.ports, { token })).toMatchObject({
      ok: true,
      value: { wave: { period: '2026-H1' }, questionnaire: { version: 1 } },
    })
  }
  expect([countOf(world, 'invitation WHERE answered = 0'), changes()]).toEqual(before)
})

test('an answer is stored without a way back, counted, and its link is used', async () => {
  const world = await surveyWorld()
  await openedWave(world, 3)
  const [token = ''] = tokens(world)
  const receipt = newReceipt(systemTokens)
  const fields = { overall: '4', trust: 'dk', contacted: 'no', complaint: '1', improve: '少要一点' }
  expect(await submit(world, token, fields, receipt)).toEqual({ ok: true, value: { receipt } })
  const [answer] = world.database.read<Record<string, unknown>>('SELECT * FROM answer').all()
  expect(stored(answer?.values)).toEqual({ overall: '4', trust: 'dk', contacted: 'no' })
  expect(answer).toMatchObject({ comment: '少要一点', language: 'zh-CN' })
  expect(Object.keys(answer ?? {})).toEqual(['wave_id', 'key', 'cell_id', 'values', 'comment', 'language'])
  expect(tallies(world)).toEqual(['* break-off 1', 'contacted no 1', 'overall 4 1', 'trust dk 1'])
  expect(faultOf(await showInvitation(world.ports, { token }))).toBe('link-used')
})

test('days are counted in the organisation zone', async () => {
  const world = await surveyWorld()
  await openedWave(world, 3)
  const [first = '', second = ''] = tokens(world)
  world.setNow('2026-07-02T15:59:59Z')
  await submit(world, first, { overall: '4' })
  world.setNow('2026-07-02T16:00:00Z')
  await submit(world, second, { overall: '4' })
  expect(await waveFunnel(world.ports, { period: '2026-H1' })).toMatchObject({
    value: {
      answered: 2,
      days: [
        { day: '2026-07-02', count: 1 },
        { day: '2026-07-03', count: 1 },
      ],
    },
  })
})

test('the same form posted again is thanked again; another one learns that the link is used', async () => {
  const world = await surveyWorld()
  await openedWave(world, 3)
  const [token = '', other = ''] = tokens(world)
  const receipt = newReceipt(systemTokens)
  await submit(world, token, { overall: '4' }, receipt)
  expect(await submit(world, token, { overall: '1', nonsense: 'x' }, receipt.toLowerCase())).toEqual({
    ok: true,
    value: { receipt },
  })
  expect(faultOf(await submit(world, token, { overall: '1' }))).toBe('link-used')
  // On another link it is not that person's receipt.
  expect(faultOf(await submit(world, other, { overall: '1' }, receipt))).toBe('receipt-invalid')
  expect(faultOf(await submit(world, other, { overall: '1' }, 'short'))).toBe('receipt-invalid')
  expect(countOf(world, 'answer')).toBe(1)
})

test('a wrong answer is told item by item and leaves the link open', async () => {
  const world = await surveyWorld()
  await openedWave(world, 3)
  const [token = ''] = tokens(world)
  expect(await submit(world, token, { trust: '9' })).toEqual({
    ok: false,
    fault: { code: 'answer-invalid', items: { overall: 'required', trust: 'not-an-option' } },
  })
  expect(countOf(world, 'answer')).toBe(0)
  expect(await submit(world, token, { overall: '3' })).toMatchObject({ ok: true })
})

test('unknown, expired and closed links answer nothing and each say why', async () => {
  const world = await surveyWorld()
  await openedWave(world, 3)
  const [invitation] = invitations(world)
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
  await world.database.write((sql) => sql(`UPDATE wave SET status = 'closed'`).run())
  expect(await both(token)).toEqual(['wave-closed', 'wave-closed'])
  expect(countOf(world, 'answer')).toBe(0)
})

test('fifty parallel submits on one link store one answer', async () => {
  const world = await surveyWorld()
  await openedWave(world, 3)
  const [token = '', other = ''] = tokens(world)
  const results = await Promise.all(Array.from({ length: 50 }, () => submit(world, token, { overall: '5' })))
  expect(results.filter(({ ok }) => ok)).toHaveLength(1)
  expect(new Set(results.map(faultOf))).toEqual(new Set([null, 'link-used']))
  const receipt = newReceipt(systemTokens)
  const same = await Promise.all(Array.from({ length: 50 }, () => submit(world, other, { overall: '5' }, receipt)))
  expect(same.every(({ ok }) => ok)).toBe(true)
  expect(countOf(world, 'answer')).toBe(2)
  expect(tallies(world)).toEqual(['* break-off 2', 'overall 5 2'])
})

test('nobody is thanked before the disk has the answer, not even for a form posted again', async () => {
  const world = await surveyWorld()
  await openedWave(world, 3)
  const disk = Promise.withResolvers<void>()
  let asked = 0
  world.database.sync = () => {
    asked += 1
    return disk.promise
  }
  const [token = ''] = tokens(world)
  const receipt = newReceipt(systemTokens)
  const thanked: string[] = []
  const first = submit(world, token, { overall: '4' }, receipt).then(() => thanked.push('first'))
  await expect.poll(() => countOf(world, 'answer')).toBe(1)
  const again = submit(world, token, { overall: '4' }, receipt).then(() => thanked.push('again'))
  await expect.poll(() => asked).toBe(1)
  await new Promise(setImmediate)
  expect(thanked).toEqual([])
  disk.resolve()
  await Promise.all([first, again])
  expect([thanked.length, asked]).toEqual([2, 2])
})

test('answers that arrive together share commits, and one that fails leaves its neighbours alone', async () => {
  const world = await surveyWorld()
  await openedWave(world, 60)
  const { database } = world
  const write = database.writeUnsynced.bind(database)
  let commits = 0
  database.writeUnsynced = (work) => {
    commits += 1
    return write(work)
  }
  // The statement of one answer fails inside the batch.
  await database.write((sql) =>
    sql(`CREATE TRIGGER refuse BEFORE INSERT ON answer WHEN NEW.comment = 'no'
      BEGIN SELECT RAISE(ABORT, 'refused'); END`).run(),
  )
  const results = await Promise.allSettled(
    tokens(world).map((token, n) => submit(world, token, { overall: '5', improve: n === 7 ? 'no' : 'yes' })),
  )
  expect(results.filter(({ status }) => status === 'rejected')).toHaveLength(1)
  expect(commits).toBeLessThan(5)
  expect(countOf(world, 'answer')).toBe(59)
  expect(countOf(world, 'invitation WHERE answered = 1')).toBe(59)
  expect(tallies(world)).toEqual(['* break-off 59', 'overall 5 59'])
})
