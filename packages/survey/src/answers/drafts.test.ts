import { overwriteNow } from '@wayproof/database/sqlite/overwrite-deleted'
import { storedBytes } from '@wayproof/database/testing/stored-bytes'
import { systemIds } from '@wayproof/kernel/system'
import { reportMarks } from '@wayproof/letters/outbox/mark-reported'
import { outboxStore } from '@wayproof/letters/outbox/outbox-rows'
import { retentionStore } from '@wayproof/operations/retention/retention-store'
import { expect, test } from 'vitest'
import { linkToken } from '../links/invitation-link.ts'
import {
  closeAtOnce,
  countOf,
  invitations,
  openedWave,
  type SurveyWorld,
  submit,
  surveyWorld,
  tokens,
} from '../testing/survey-world.ts'
import { eraseTraveler } from '../travelers/erase-traveler.ts'
import { saveDraft } from './save-draft.ts'
import { showInvitation } from './show-invitation.ts'

const period = '2026-H1'
const save = (world: SurveyWorld, token: string, fields: Record<string, string>) =>
  saveDraft(world.ports, { token, fields })
const shown = async (world: SurveyWorld, token: string) => {
  const found = await showInvitation(world.ports, { token })
  return found.ok ? found.value.draft : found.fault.code
}

async function begun(count = 3): Promise<{ readonly world: SurveyWorld; readonly links: readonly string[] }> {
  const world = await surveyWorld()
  await openedWave(world, count)
  const links = await tokens(world)
  for (const [n, token] of links.entries())
    expect(await save(world, token, { overall: '4', improve: `begun-${n}` })).toMatchObject({ ok: true })
  return { world, links }
}

test('a saved draft is shown again under its link, and replaced by a later one', async () => {
  const { world, links } = await begun()
  const [first = '', second = ''] = links
  expect(await shown(world, first)).toEqual({ values: { overall: '4' }, comment: 'begun-0' })
  await save(world, first, { trust: '2' })
  expect(await shown(world, first)).toEqual({ values: { trust: '2' }, comment: null })
  expect(await shown(world, second)).toEqual({ values: { overall: '4' }, comment: 'begun-1' })
  expect(await save(world, first, { improve: '  ' })).toMatchObject({ ok: true, value: { draft: null } })
  expect(await shown(world, first)).toBeNull()
  expect(await countOf(world, 'draft')).toBe(2)
})

test('an unreadable draft is ignored, and its link can still be answered', async () => {
  const { world, links } = await begun(1)
  await world.database.write((query) => query.run('UPDATE draft SET sealed = @sealed', { sealed: new Uint8Array(50) }))
  expect(await shown(world, links[0] ?? '')).toBeNull()
  expect(await submit(world, links[0] ?? '', { overall: '5' })).toMatchObject({ ok: true })
})

test('the database reveals neither words nor time, order or size of a draft', async () => {
  const { world } = await begun()
  expect((await storedBytes(world.database)).includes('begun-0')).toBe(false)
  const [row = {}] = await world.database.query.all<object>('SELECT * FROM draft')
  expect(Object.keys(row)).toEqual(['invitation_id', 'sealed'])
  if (world.database.engine === 'sqlite') {
    // Without a rowid, which would tell the order.
    const { query } = world.database
    expect(await query.get(`SELECT wr FROM pragma_table_list WHERE name = 'draft'`)).toEqual({ wr: 1 })
  }
  expect(await world.database.query.all('SELECT DISTINCT length(sealed) FROM draft')).toHaveLength(1)
})

test('sending deletes the draft, and no draft is saved after the answer', async () => {
  const { world, links } = await begun()
  const [first = ''] = links
  expect(await submit(world, first, { overall: '5' })).toMatchObject({ ok: true })
  expect(await countOf(world, 'draft')).toBe(2)
  expect(await save(world, first, { overall: '1' })).toMatchObject({ fault: { code: 'link-used' } })
  expect(await countOf(world, 'draft')).toBe(2)
})

test('50 answers and 50 drafts of one link at once leave one answer and no draft', async () => {
  const { world, links } = await begun(1)
  const [token = ''] = links
  const all = Array.from({ length: 50 }, (_, n) => [
    save(world, token, { improve: `d${n}` }),
    submit(world, token, { overall: '3', improve: `a${n}` }),
  ])
  const settled = await Promise.all(all.flat())
  expect(await countOf(world, 'answer')).toBe(1)
  expect(await countOf(world, 'draft')).toBe(0)
  expect(settled.filter((each) => !each.ok && each.fault.code !== 'link-used')).toEqual([])
  expect(all.length).toBe(50)
})

test('a used, late, unknown or closed link saves no draft', async () => {
  const { world, links } = await begun(2)
  const [first = '', second = ''] = links
  const other = linkToken(world.ports.keyring, {
    invitationId: (await invitations(world))[0]?.id ?? '',
    generation: 1,
    locale: 'zh-CN',
  })
  expect(await save(world, other, { overall: '1' })).toMatchObject({ fault: { code: 'link-expired' } })
  expect(await save(world, 'none', { overall: '1' })).toMatchObject({ fault: { code: 'link-unknown' } })
  world.setNow('2026-07-31T16:00:00Z')
  expect(await save(world, first, { overall: '1' })).toMatchObject({ fault: { code: 'link-expired' } })
  await closeAtOnce(world, period)
  expect(await save(world, second, { overall: '1' })).toMatchObject({ fault: { code: 'wave-closed' } })
  expect(await countOf(world, 'draft')).toBe(0)
})

test('closing a wave deletes its drafts, and no others', async () => {
  const { world, links } = await begun(4)
  const old = new Set(links)
  await openedWave(world, 4, '2025-H2')
  const fresh = (await tokens(world)).filter((token) => !old.has(token))
  for (const token of fresh) await save(world, token, { overall: '2' })
  const sealed = await world.database.query.all<{ sealed: Uint8Array }>(
    'SELECT sealed FROM draft JOIN invitation i ON i.id = invitation_id JOIN wave ON wave.id = wave_id WHERE period = @period',
    { period },
  )
  expect(sealed).toHaveLength(4)
  await closeAtOnce(world, period)
  expect(await countOf(world, 'draft')).toBe(4)
  expect(await shown(world, fresh[0] ?? '')).toEqual({ values: { overall: '2' }, comment: null })
  const bytes = await storedBytes(world.database)
  for (const { sealed: left } of sealed) expect(bytes.includes(Buffer.from(left).subarray(0, 64))).toBe(false)
})

test('an erasure deletes the draft and its bytes, without a proof that would reveal it', async () => {
  const { world } = await begun()
  const row = await world.database.query.get<{
    sealed: Uint8Array
  }>(`SELECT sealed FROM draft JOIN invitation i ON i.id = invitation_id
      JOIN traveler t ON t.id = traveler_id WHERE customer_number = 'C-2'`)
  const canary = Buffer.from(row?.sealed ?? []).subarray(100, 164)
  expect((await storedBytes(world.database)).includes(canary)).toBe(true)
  await eraseTraveler(world.ports, { customerNumber: 'C-2' })
  expect(await countOf(world, 'draft')).toBe(2)
  // On PostgreSQL the night does this.
  expect(await overwriteNow(world.database, world.ports.clock.now())).toBe(true)
  expect((await storedBytes(world.database)).includes(canary)).toBe(false)
  const proofs = await retentionStore(world.database, { timeZone: 'Asia/Shanghai' }).proofs()
  expect(proofs.map(({ table, count, overwritten }) => [table, count, overwritten])).toEqual([
    ['invitation', 1, true],
    ['traveler', 1, true],
  ])
})

test('revoking a link deletes its draft', async () => {
  const { world, links } = await begun(2)
  const now = world.ports.clock.now()
  const outbox = outboxStore({ database: world.database, ids: systemIds, keyring: world.ports.keyring })
  const [letter] = await outbox.claim(1, now, now + 60_000)
  if (!letter) throw new Error('no letter waits')
  await outbox.markSent(letter, '250', now)
  const { email_key: addressMark } = (await world.database.query.get<{ email_key: Uint8Array }>(
    'SELECT email_key FROM traveler JOIN letter ON recipient_id = traveler.id WHERE letter.id = @id',
    { id: letter.id },
  )) ?? { email_key: new Uint8Array() }
  const marks = reportMarks(world.database, world.ports)
  const report = { kind: 'hard', cause: null, detail: '5.1.1', letter: { letterId: letter.id, addressMark } } as const
  expect(await marks(report, now)).toBe(true)
  expect(await countOf(world, 'draft')).toBe(1)
  const states = await Promise.all(links.map((token) => shown(world, token)))
  expect(states.filter((state) => state === 'link-expired')).toHaveLength(1)
})
