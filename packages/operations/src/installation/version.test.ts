import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { isLater } from '@wayproof/database/installation/version'
import { VERSION } from '@wayproof/kernel/version'
import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('../../../..', import.meta.url))

test('every package has the newest version of the changelog', () => {
  const manifests = globSync(['package.json', '{apps,packages}/*/package.json'], { cwd: root })
  expect(manifests.length).toBeGreaterThan(10)
  const versions = manifests.map((path) => [path, JSON.parse(readFileSync(`${root}/${path}`, 'utf8')).version])
  expect(versions).toEqual(manifests.map((path) => [path, VERSION]))
  expect(/^## (\S+)/m.exec(readFileSync(`${root}/CHANGELOG.md`, 'utf8'))?.[1]).toBe(VERSION)
})

test('versions are compared part by part', () => {
  expect(isLater('0.10.0', '0.9.9')).toBe(true)
  expect(isLater('0.2.0', '0.2.0')).toBe(false)
  expect(isLater('0.2.0', '10.0.0')).toBe(false)
})

test('each version of the changelog has the day and the commit of its beginning or end', () => {
  const [, ...sections] = readFileSync(`${root}/CHANGELOG.md`, 'utf8').split(/^## /m)
  expect(sections.map((section) => section.split('\n', 1)[0])).toEqual([VERSION, '0.1.0'])
  for (const section of sections) expect(section).toMatch(/^.+\n\n[^\n]*\d{4}-\d\d-\d\d[^\n]* commit `[0-9a-f]{8}`/)
})
