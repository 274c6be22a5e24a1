import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { layers } from '../.dependency-cruiser.mjs'

const root = join(import.meta.dirname, '..')
const page = readFileSync(join(root, 'docs/architecture.md'), 'utf8')
const folders = ['apps', 'packages'].flatMap((top) => readdirSync(join(root, top)).map((name) => `${top}/${name}`))
const rows = [...page.matchAll(/^\| `((?:apps|packages)\/[a-z-]+)` /gm)].map(([, path = '']) => path)

test('every app and package has a place in the import rules, and a row in the table', () => {
  expect(layers.flat().toSorted()).toEqual(folders.toSorted())
  expect(rows.toSorted()).toEqual(folders.toSorted())
})

test('the table lists them from the top down, as the import rules do', () => {
  const heightOf = (path: string) => layers.findIndex((layer) => layer.includes(path))
  const heights = rows.map(heightOf)
  expect(heights).toEqual(heights.toSorted((a, b) => b - a))
})
