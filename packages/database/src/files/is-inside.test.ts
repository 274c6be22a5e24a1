import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { canMount } from '../testing/small-disk.ts'
import { isInside } from './is-inside.ts'

function folders() {
  const root = mkdtempSync(join(tmpdir(), 'wayproof-inside-'))
  const data = join(root, 'data')
  mkdirSync(join(data, 'wave-keys'), { recursive: true })
  mkdirSync(join(root, 'keys'))
  return { root, data, inside: (path: string) => isInside(path, [data]) }
}

test('a folder beside, above, or with a similar name is not inside', () => {
  const { root, data, inside } = folders()
  for (const path of [join(root, 'keys'), root, `${data}-keys`, join(root, 'keys', 'new'), '/nowhere/keys'])
    expect([path, inside(path)]).toEqual([path, false])
})

test('the folder itself and every folder in it are inside, however they are written', () => {
  const { root, data, inside } = folders()
  const paths = [data, `${data}/`, join(data, 'wave-keys'), join(data, 'new', 'keys'), `${root}/keys/../data/wave-keys`]
  for (const path of paths) expect([path, inside(path)]).toEqual([path, true])
})

test('a link into the folder is inside, whether or not its target exists', () => {
  const { root, data, inside } = folders()
  const links = { there: join(data, 'wave-keys'), later: join(data, 'later'), relative: 'data/later', parent: data }
  for (const [name, target] of Object.entries(links)) symlinkSync(target, join(root, name))
  symlinkSync(join(root, 'later'), join(root, 'chain'))
  symlinkSync(join(root, 'circle'), join(root, 'circle'))
  for (const name of [...Object.keys(links), 'chain', 'parent/deep/keys'])
    expect([name, inside(join(root, name))]).toEqual([name, true])
  expect(inside(join(root, 'circle'))).toBe(false)
})

test('a link to the data folder finds the keys in its target', () => {
  const { root, data } = folders()
  symlinkSync(data, join(root, 'link'))
  expect(isInside(join(data, 'wave-keys'), [join(root, 'link')])).toBe(true)
  expect(isInside(join(root, 'keys'), [join(root, 'link')])).toBe(false)
})

test.skipIf(!canMount)('a bind mount of a folder in the data folder is inside', () => {
  const { root, data, inside } = folders()
  const [keys, ofData] = [join(root, 'keys'), join(data, 'wave-keys')]
  const whileMounted = (source: string, target: string) => {
    execFileSync('mount', ['--bind', source, target])
    try {
      return inside(join(keys, 'new'))
    } finally {
      execFileSync('umount', ['--lazy', target])
    }
  }
  expect(whileMounted(ofData, keys)).toBe(true)
  expect(whileMounted(keys, ofData)).toBe(true)
  expect(inside(join(keys, 'new'))).toBe(false)
})
