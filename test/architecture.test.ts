import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { mayImport } from '../.dependency-cruiser.mjs'

const root = join(import.meta.dirname, '..')
const page = readFileSync(join(root, 'docs/architecture.md'), 'utf8')
const picture = /```mermaid\n([\s\S]*?)```/.exec(page)?.[1] ?? ''

/** Folder of each node of the picture, by its id. */
const folderOf = new Map(
  [...picture.matchAll(/(\w+)\["((?:apps|packages)\/[^"]+)"\]/g)].map(([, id, path]) => [id, path]),
)

const drawnArrows = [...picture.matchAll(/^ *(\w+) --> (.+)$/gm)].flatMap(([, from, to = '']) =>
  to.split(' & ').map((id) => `${folderOf.get(from)} -> ${folderOf.get(id.trim())}`),
)

const folders = ['apps', 'packages'].flatMap((top) => readdirSync(join(root, top)).map((name) => `${top}/${name}`))

test('the picture shows every app and package', () => {
  expect([...folderOf.values()].toSorted()).toEqual(folders.toSorted())
})

test('its arrows are those of the import rules; every package may import the kernel', () => {
  const allowed = Object.entries(mayImport).flatMap(([from, to]) =>
    to.flatMap((target) => (target === 'packages/' || target === 'packages/kernel' ? [] : [`${from} -> ${target}`])),
  )
  expect(drawnArrows.toSorted()).toEqual(allowed.toSorted())
})

test('every app and package has an import rule', () => {
  expect(Object.keys(mayImport).toSorted()).toEqual(folders.toSorted())
})

test('the table of packages has a row for each', () => {
  const namedFolders = [...page.matchAll(/^\| `((?:apps|packages)\/[a-z-]+)` /gm)].map(([, path]) => path)
  expect(namedFolders.toSorted()).toEqual(folders.toSorted())
})
