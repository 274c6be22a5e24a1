import { expect, test } from 'vitest'
import { PERIOD as period, readyWorld, sealed } from '../testing/scorecard-world.ts'
import { undoneBeneath } from './list-undone-imports.ts'

const file = (id: string, register: string) => ({ id, register, rows: 1, digest: 'd' })
const undone = (id: string, register: string, at: number) => ({ id, register, fileName: `${id}.csv`, at })

async function sealedOnImports() {
  const world = await readyWorld()
  const files = [file('audits', 'partner-audits'), file('exams', 'exam-attempts')]
  world.memory.evidence = { ...world.memory.evidence, files }
  await sealed(world)
  world.memory.undone = [
    undone('audits', 'partner-audits', 1),
    undone('exams', 'exam-attempts', 2),
    undone('later', 'incidents', 3),
  ]
  return world
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
