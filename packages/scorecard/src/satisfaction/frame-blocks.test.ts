import { expect, it } from 'vitest'
import { frameBlocks } from './frame-blocks.ts'

const cell = (id: string, channel: string, language: string, invited: number, baseWeight: number) => ({
  ...{ id, invited, baseWeight, categories: { tripType: 'group', channel, region: 'east', language } },
})
const cells = [cell('a', 'app', 'en', 100, 2), cell('b', 'app', 'zh', 300, 6), cell('c', 'web', 'en', 50, 3)]
const margins = { channel: { app: 2_000, web: 150 }, language: { en: 350, zh: 1_800 } }

it('keeps cells and margins where every margin is published', () => {
  const { blocks, margins: kept } = frameBlocks({ cells, margins }, ['language', 'channel', 'tripType', 'region'])
  expect(blocks).toEqual(cells.map(({ id, categories, baseWeight }) => ({ cells: [id], categories, baseWeight })))
  expect(kept).toEqual(margins)
})

it('a block weighs the mean of the people asked, and has no margin that is not published', () => {
  expect(frameBlocks({ cells, margins }, ['channel'])).toEqual({
    blocks: [
      { cells: ['a', 'b'], categories: { channel: 'app' }, baseWeight: 5 },
      { cells: ['c'], categories: { channel: 'web' }, baseWeight: 3 },
    ],
    margins: { channel: margins.channel },
  })
  const [everybody] = frameBlocks({ cells, margins: null }, []).blocks
  expect(everybody).toMatchObject({ cells: ['a', 'b', 'c'], categories: {} })
  expect(everybody?.baseWeight).toBeCloseTo((200 + 1_800 + 150) / 450)
})
