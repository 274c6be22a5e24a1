import { existsSync, globSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join, resolve } from 'node:path'
import { expect, test } from 'vitest'

const here = import.meta.dirname
const mantine = dirname(createRequire(import.meta.url).resolve('@mantine/core/styles.css'))
const imported = [...readFileSync(join(here, 'styles.ts'), 'utf8').matchAll(/styles\/(\w[\w-]*)\.css/g)].map(
  ([, name = '']) => name,
)

/** The Mantine components that screens import. */
const parts = globSync('**/*.tsx', { cwd: here }).flatMap((path) =>
  [...readFileSync(join(here, path), 'utf8').matchAll(/import \{([^}]*)\} from '@mantine\/core'/g)].flatMap(
    ([, names = '']) => names.match(/\b[A-Z]\w*/g) ?? [],
  ),
)

/** Follows a component's imports to the style sheets that it needs. */
function sheets(path: string, seen = new Set<string>()): string[] {
  if (seen.has(path) || !existsSync(path)) return []
  seen.add(path)
  return [...readFileSync(path, 'utf8').matchAll(/from "(\.[^"]+)"/g)].flatMap(([, from = '']) =>
    from.endsWith('.module.mjs') ? [basename(from, '.module.mjs')] : sheets(resolve(dirname(path), from), seen),
  )
}

test("every Mantine component in use has its styles, in Mantine's order", () => {
  const needed = new Set(parts.flatMap((part) => sheets(join(mantine, 'esm/components', part, `${part}.mjs`))))
  expect([...needed].filter((name) => !imported.includes(name))).toEqual([])
  const all = readFileSync(join(mantine, 'styles.css'), 'utf8')
  const place = (name: string) =>
    all.indexOf(/\.m_\w+/.exec(readFileSync(join(mantine, `styles/${name}.css`), 'utf8'))![0])
  const own = imported.filter((name) => needed.has(name))
  expect(own).toEqual([...own].sort((a, b) => place(a) - place(b)))
})
