import { expect, test } from 'vitest'
import { checklistGaps } from '../opening/checklist.ts'
import { checkedPoints } from '../testing/checked-points.ts'
import { folderInEffect, type MailRoute, provenRoute } from './mail-route.ts'

const DAY = 86_400_000
const NOW = Date.parse('2026-07-01T01:00:00Z')
const folder = { chosenAt: NOW - 10 * DAY, chosenBy: 'Lin' }

test.each<[name: string, route: MailRoute, proven: 'server' | 'folder' | null]>([
  ['nothing is known', { acceptedAt: null, folder: null }, null],
  ['a server accepted a letter just now', { acceptedAt: NOW, folder: null }, 'server'],
  ['a server accepted a letter 30 days ago', { acceptedAt: NOW - 30 * DAY, folder: null }, 'server'],
  ['a server accepted a letter more than 30 days ago', { acceptedAt: NOW - 30 * DAY - 1, folder: null }, null],
  ['the last acceptance has a future time from a wrong clock', { acceptedAt: NOW + 2 * DAY, folder: null }, null],
  ['a folder was chosen', { acceptedAt: null, folder }, 'folder'],
  ['a folder was chosen after a server had accepted letters', { acceptedAt: NOW - 11 * DAY, folder }, 'folder'],
  ['a server accepted a letter after the choice', { acceptedAt: NOW - 9 * DAY, folder }, 'server'],
])('the proven mail route is right if %s', (_, route, proven) => {
  expect(provenRoute(route, NOW)).toBe(proven)
  expect(folderInEffect(route) !== null).toBe(proven === 'folder')
  const lacking = checklistGaps(checkedPoints, { today: '2026-07-01', now: NOW, route })
  expect(lacking).toEqual(proven === null ? ['mail-server'] : [])
})

test('an ended folder choice does not replace a mail server that has accepted nothing for 30 days', () => {
  const route = { acceptedAt: NOW - 31 * DAY, folder: { ...folder, chosenAt: NOW - 60 * DAY } }
  expect(provenRoute(route, NOW)).toBeNull()
})
