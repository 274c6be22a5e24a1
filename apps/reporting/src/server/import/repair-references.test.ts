import { expect, test } from 'vitest'
import { openApp } from '../testing/open-app.ts'
import { createContextInner } from '../trpc/context.ts'
import { appRouter } from '../trpc/router.ts'

const PARTNERS = `id,name,service,processesPersonalData,onboarded
P07,Harbour Ferries,ferry,yes,2024-01-01
P08,Vela Rail,rail,yes,2024-01-01
`
const AGREEMENTS = `partnerId,signedOn,expiresOn
Harbor Ferries,2025-01-01,
Harbor Ferries,2026-01-01,
P08,2025-01-01,
`
const repair = { field: 'partnerId', from: 'Harbor Ferries', to: 'P07' }

async function opened() {
  const app = await openApp()
  const { cookie, person } = await app.join('officer')
  const upload = async (register: string, body: string, query: Record<string, string> = {}) => {
    const search = new URLSearchParams({ dryRun: 'false', fileName: 'file.csv', ...query })
    const headers = { cookie, 'content-type': 'application/octet-stream' }
    return (await app.send(`/import/${register}?${search}`, { method: 'POST', headers, body })).json()
  }
  expect(await upload('partners', PARTNERS)).toMatchObject({ ok: true })
  const caller = appRouter.createCaller(createContextInner(app.services, { user: person }))
  return { upload, caller }
}

test('a misspelt reference gets a proposal; the repair is made in every row and recorded with the import', async () => {
  const { upload, caller } = await opened()
  const refused = await upload('partner-agreements', AGREEMENTS)
  const proposed = { ...repair, name: 'Harbour Ferries' }
  expect(refused).toMatchObject({ ok: false, fault: { code: 'bad-rows' } })
  expect(refused.rows).toMatchObject([
    { rowNumber: 2, code: 'unknown-partner', repair: proposed },
    { rowNumber: 3, code: 'unknown-partner', repair: proposed },
  ])
  const taken = await upload('partner-agreements', AGREEMENTS, { repairs: JSON.stringify([repair]) })
  const made = { ...repair, rows: 2 }
  expect(taken).toMatchObject({ ok: true, report: { rows: 3, added: 3, repairs: [made] } })
  const [entry] = await caller.register.history({ register: 'partner-agreements' })
  expect(entry).toMatchObject({ added: 3, repairs: [made] })
  const page = await caller.registerRow.page({ register: 'partner-agreements', find: '', page: 1 })
  const rows = page.kind === 'rows' ? page.rows : []
  expect(rows.map(({ cells }) => cells.partnerId).toSorted()).toEqual(['P07', 'P07', 'P08'])
})

test('a repair to a reference that does not exist is refused, and one of another field changes nothing', async () => {
  const { upload } = await opened()
  const unknown = await upload('partner-agreements', AGREEMENTS, {
    repairs: JSON.stringify([{ ...repair, to: 'P99' }]),
  })
  expect(unknown).toMatchObject({ ok: false, rows: [{ code: 'unknown-partner', text: 'P99' }, {}] })
  const other = { field: 'signedOn', from: '2025-01-01', to: '2020-01-01' }
  const kept = await upload('partner-agreements', 'partnerId,signedOn,expiresOn\nP08,2025-01-01,\n', {
    repairs: JSON.stringify([other]),
  })
  expect(kept).toMatchObject({ ok: true, report: { repairs: [] } })
  for (const repairs of ['', 'x', '{}', '[{}]', JSON.stringify([{ ...repair, more: 1 }])])
    expect(await upload('partner-agreements', AGREEMENTS, { repairs })).toMatchObject({
      fault: { code: 'input-invalid' },
    })
})

test('a reference that is typed in the form gets the same proposal', async () => {
  const { caller } = await opened()
  const texts = { partnerId: 'Harbor Ferries', signedOn: '2025-01-01' }
  const what = { kind: 'add', texts } as const
  expect(await caller.registerRow.write({ register: 'partner-agreements', what, reason: 'new' })).toMatchObject({
    ok: false,
    fault: { cells: [{ code: 'unknown-partner', repair: { ...repair, name: 'Harbour Ferries' } }] },
  })
})
