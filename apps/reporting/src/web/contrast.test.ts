import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { theme } from './drawing/dashboard.tsx'

/** WCAG 1.4.3. */
const NEEDED = 4.5

type Color = readonly [red: number, green: number, blue: number]
type Tokens = ReadonlyMap<string, string>

const folder = import.meta.dirname
const withoutComments = (css: string) => css.replace(/\/\*.*?\*\//gs, '')
const appStyle = withoutComments(readFileSync(join(folder, 'app.css'), 'utf8'))

const declarations = (block: string): readonly (readonly [name: string, value: string])[] =>
  block.split(';').flatMap((line) => {
    const [, name = '', value = ''] = /^\s*([\w-]+)\s*:\s*(.+?)\s*$/s.exec(line) ?? []
    return name ? [[name, value] as const] : []
  })

const blocksOf = (css: string, selector: string) =>
  [...css.matchAll(/([^{}]+)\{([^{}]*)\}/g)]
    .filter(([, head = '']) => head.trim() === selector)
    .map(([, , body = '']) => body)

const light: Tokens = new Map(blocksOf(appStyle, ':root').flatMap(declarations))
const dark: Tokens = new Map([
  ...light,
  ...blocksOf(appStyle, ':root[data-mantine-color-scheme="dark"]').flatMap(declarations),
])

/** The color of `#rrggbb`, `var(--token)`, or a mix of a token with something transparent, on `ground`. */
function colorOf(value: string, tokens: Tokens, ground: Color = [255, 255, 255]): Color {
  const [, token] = /^var\((--[\w-]+)\)$/.exec(value) ?? []
  if (token) return colorOf(tokens.get(token) ?? '', tokens, ground)
  const [, mixed, share, second = ''] = /^color-mix\(in srgb, (var\([^)]*\)) (\d+)%, (.+)\)$/.exec(value) ?? []
  if (mixed) {
    const below = second === 'transparent' ? ground : colorOf(second, tokens, ground)
    const above = colorOf(mixed, tokens, ground)
    const part = Number(share) / 100
    const blend = (index: 0 | 1 | 2) => above[index] * part + below[index] * (1 - part)
    return [blend(0), blend(1), blend(2)]
  }
  const [, short] = /^#([\da-f]{3})$/i.exec(value) ?? []
  const [, hex = short?.replace(/./g, '$&$&')] = /^#([\da-f]{6})$/i.exec(value) ?? []
  if (!hex) throw new Error(`no color: ${value}`)
  const channel = (at: number) => Number.parseInt(hex.slice(at, at + 2), 16)
  return [channel(0), channel(2), channel(4)]
}

function luminance(color: Color): number {
  const [red, green, blue] = color.map((channel) => {
    const share = channel / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(one: Color, other: Color): number {
  const [high = 0, low = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (high + 0.05) / (low + 0.05)
}

/** Grounds of pages and panels, on which any text may stand. */
const GROUNDS = ['var(--canvas)', 'var(--surface)']
/** Grounds that a rule gives to a row, a bar or a note, whose text may have the color of the page. */
const isGround = (value: string) =>
  /^(var\(--(canvas|surface|accent-pale|ribbon)\)$|color-mix\(.*, transparent\)$)/.test(value)
/** A separator, which no one has to read. */
const DECORATIVE = ['var(--unknown-pale)']

interface Pair {
  readonly text: string
  readonly ground: string
  readonly where: string
}

/** Each text color with each ground that style sheets put behind it. */
const pairs: readonly Pair[] = globSync('**/*.css', { cwd: folder, exclude: ['print.css'] }).flatMap((where) => {
  const css = withoutComments(readFileSync(join(folder, where), 'utf8'))
  return [...css.matchAll(/\{([^{}]*)\}/g)].flatMap(([, body = '']) => {
    const own = new Map(declarations(body))
    const text = own.get('color')
    const ground = own.get('background') ?? own.get('background-color')
    const isText = text?.startsWith('var(') === true && !DECORATIVE.includes(text)
    const hasGround = ground !== undefined && /^(var|color-mix|#)/.test(ground)
    if (isText && hasGround) return [{ text, ground, where }]
    if (isText) return GROUNDS.filter(() => !/--on-/.test(text)).map((one) => ({ text, ground: one, where }))
    if (hasGround && isGround(ground)) return ['var(--ink)', 'var(--soft)'].map((one) => ({ text: one, ground, where }))
    return []
  })
})

const faultsIn = (tokens: Tokens, tested: readonly Pair[] = pairs): readonly string[] => [
  ...new Set(
    tested.flatMap(({ text, ground, where }) =>
      GROUNDS.flatMap((below) => {
        const behind = colorOf(ground, tokens, colorOf(below, tokens))
        const ratio = contrast(colorOf(text, tokens), behind)
        return ratio < NEEDED ? [`${text} on ${ground} in ${where}: ${ratio.toFixed(2)}`] : []
      }),
    ),
  ),
]

test.each([
  ['light', light],
  ['dark', dark],
])('every text color has contrast on every ground that it stands on, in the %s scheme', (_, tokens) => {
  expect(pairs.length).toBeGreaterThan(100)
  expect(faultsIn(tokens)).toEqual([])
})

test('the colors of filled buttons and of fields have contrast in both schemes', () => {
  const { harbour = [], dark: slate = [] } = theme.colors ?? {}
  const on = (text: string, ground: string) => contrast(colorOf(text, light), colorOf(ground, light))
  expect(on('#ffffff', harbour[6] ?? '')).toBeGreaterThanOrEqual(NEEDED)
  // With `autoContrast` a light ground has black text.
  const filled = harbour[5] ?? ''
  expect(Math.max(on('#ffffff', filled), on('#000000', filled))).toBeGreaterThanOrEqual(NEEDED)
  for (const text of [slate[0], slate[1]])
    for (const ground of [slate[6], slate[7], slate[8]])
      expect(on(text ?? '', ground ?? '')).toBeGreaterThanOrEqual(NEEDED)
})

test('a text color that is too pale in the dark scheme is found', () => {
  const paleText = new Map([...dark, ['--soft', '#56606c']])
  expect(faultsIn(paleText).join('\n')).toContain('var(--soft) on var(--surface)')
  const paleGround = new Map([...dark, ['--ribbon', '#8a949f']])
  expect(faultsIn(paleGround).join('\n')).toContain('on var(--ribbon) in ')
})
