import { expect, it } from 'vitest'
import { comparable, stretches } from './difference.tsx'

const version = (name: string, ...languages: string[]) => ({
  version: name,
  approvedOn: '2026-01-01',
  inForceOn: '2026-01-01',
  texts: languages.map((language) => ({ language, addedAt: 0, addedBy: 'Lin', digest: '', proven: false })),
})

it('lists the languages in which two versions have a text, newest version first', () => {
  expect(comparable([version('8', 'zh-CN'), version('7', 'zh-CN', 'en'), version('6', 'en', 'fr')])).toEqual([
    { language: 'en', versions: ['7', '6'] },
    { language: 'zh-CN', versions: ['8', '7'] },
  ])
  expect(comparable([version('8', 'en')])).toEqual([])
})

it('merges adjacent lines of one kind', () => {
  const lines = (['same', 'same', 'added', 'same'] as const).map((kind, i) => ({ kind, text: `${i}` }))
  expect(stretches(lines)).toEqual([
    { kind: 'same', lines: ['0', '1'] },
    { kind: 'added', lines: ['2'] },
    { kind: 'same', lines: ['3'] },
  ])
})
