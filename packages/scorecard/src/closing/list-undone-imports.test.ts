import { expect, test } from 'vitest'
import { PERIOD as period, readyFixture, sealed } from '../testing/scorecard-fixture.ts'
import { undoneBeneath } from './list-undone-imports.ts'

const file = (id: string, register: string) => ({ id, register, rows: 1, digest: 'd' })
const undone = (id: string, register: string, at: number) => ({ id, register, fileName: `${id}.csv`, at })

async function sealedOnImports() {
  const fixture = await readyFixture()
  const files = [file('audits', 'partner-audits'), file('exams', 'exam-attempts')]
  fixture.memory.evidence = { ...fixture.memory.evidence, files }
  await sealed(fixture)
  fixture.memory.undone = [
    undone('audits', 'partner-audits', 1),
    undone('exams', 'exam-attempts', 2),
    undone('later', 'incidents', 3),
  ]
  return fixture
}

test('imports behind a seal that were undone since are listed, newest first', async () => {
  const { ports } = await sealedOnImports()
  expect((await undoneBeneath(ports, { period })).map(({ id }) => id)).toEqual(['exams', 'audits'])
})

test('for a goal only the undone imports of its registers are listed', async () => {
  const { ports } = await sealedOnImports()
  const undoneImports = await undoneBeneath(ports, { period, goal: 'partner-audit' })
  expect(undoneImports.map(({ id }) => id)).toEqual(['audits'])
})

test('a half-year that is not closed has no undone imports behind its figures', async () => {
  const { ports } = await sealedOnImports()
  expect(await undoneBeneath(ports, { period: '2025-H1' })).toEqual([])
})
