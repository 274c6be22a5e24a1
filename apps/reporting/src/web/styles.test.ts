import { existsSync, globSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join, resolve } from 'node:path'
import { expect, test } from 'vitest'

const folder = import.meta.dirname
const mantine = dirname(createRequire(import.meta.url).resolve('@mantine/core/styles.css'))
const importedSheets = [...readFileSync(join(folder, 'styles.ts'), 'utf8').matchAll(/styles\/(\w[\w-]*)\.css/g)].map(
  ([, name = '']) => name,
)

/** The Mantine components that screens import. */
const components = globSync('**/*.tsx', { cwd: folder }).flatMap((path) =>
  [...readFileSync(join(folder, path), 'utf8').matchAll(/import \{([^}]*)\} from '@mantine\/core'/g)].flatMap(
    ([, names = '']) => names.match(/\b[A-Z]\w*/g) ?? [],
  ),
)

/** Follows a component's imports to the style sheets that it needs. */
function sheets(path: string, visited = new Set<string>()): string[] {
  if (visited.has(path) || !existsSync(path)) return []
  visited.add(path)
  return [...readFileSync(path, 'utf8').matchAll(/from "(\.[^"]+)"/g)].flatMap(([, from = '']) =>
    from.endsWith('.module.mjs') ? [basename(from, '.module.mjs')] : sheets(resolve(dirname(path), from), visited),
  )
}

test("every Mantine component in use has its styles, in Mantine's order", () => {
  const neededSheets = new Set(
    components.flatMap((part) => sheets(join(mantine, 'esm/components', part, `${part}.mjs`))),
  )
  expect([...neededSheets].filter((name) => !importedSheets.includes(name))).toEqual([])
  const allStyles = readFileSync(join(mantine, 'styles.css'), 'utf8')
  const position = (name: string) =>
    allStyles.indexOf(/\.m_\w+/.exec(readFileSync(join(mantine, `styles/${name}.css`), 'utf8'))![0])
  const neededImports = importedSheets.filter((name) => neededSheets.has(name))
  expect(neededImports).toEqual([...neededImports].sort((a, b) => position(a) - position(b)))
})
