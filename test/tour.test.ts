import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

interface Picture {
  readonly sha256: string
  readonly period: string
  readonly figures: Readonly<Record<string, string | null>>
}

const folder = new URL('../docs/tour/', import.meta.url)
const listed: Readonly<Record<string, Picture>> = JSON.parse(readFileSync(new URL('pictures.json', folder), 'utf8'))

test('each picture of the tour is the one whose figures are listed', () => {
  const files = readdirSync(folder).filter((name) => name.endsWith('.png'))
  expect(files.map((name) => name.slice(0, -4)).sort()).toEqual(Object.keys(listed).sort())
  const digests = files.map((name) => [
    name,
    createHash('sha256')
      .update(readFileSync(new URL(name, folder)))
      .digest('hex'),
  ])
  expect(digests).toEqual(files.map((name) => [name, listed[name.slice(0, -4)]?.sha256]))
})

test('pictures of one half-year were drawn from the same figures', () => {
  const byPeriod = new Map<string, Set<string>>()
  for (const { period, figures } of Object.values(listed))
    byPeriod.set(period, (byPeriod.get(period) ?? new Set()).add(JSON.stringify(figures)))
  expect(byPeriod.size).toBeGreaterThan(1)
  expect([...byPeriod.values()].filter(({ size }) => size > 1)).toEqual([])
})
