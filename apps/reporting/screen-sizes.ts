import { readFile, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Plugin, Rolldown } from 'vite'
import { PAGE_WORDS } from './src/web/words/page-words.ts'

/** Bytes, compressed, of the page with everything that it loads before its figures are shown. */
const FIRST_BYTES = 215_000
const FIRST_REQUESTS = 8
/** Bytes, compressed, that any other screen loads beyond those and the chart library. */
const LATER_BYTES = 61 * 1024
/** Bytes, compressed, of the chart library, which loads while the first screen is read (`web/charts/load-charts.ts`). */
const CHARTS_BYTES = 114_000
const CHARTS = fileURLToPath(new URL('src/web/charts/trend-chart.tsx', import.meta.url))

const WORDS = fileURLToPath(new URL('../../packages/messages/src/', import.meta.url))
const LANGUAGES = ['en', 'zh-CN']
const LOADER = /'?([\w.]+)'?: \(\) => import\('([^']+)'\)/g

type Bundle = Rolldown.OutputBundle
type Chunk = Rolldown.OutputChunk

/** Adds the files of a chunk and of everything it imports to `files`; `isLate` follows imports that run later, too. */
function filesOf(bundle: Bundle, chunk: Chunk, isLate: boolean, files: Set<string>): Set<string> {
  if (files.has(chunk.fileName)) return files
  files.add(chunk.fileName)
  for (const style of chunk.viteMetadata?.importedCss ?? []) files.add(style)
  for (const name of [...chunk.imports, ...(isLate ? chunk.dynamicImports : [])]) {
    const imported = bundle[name]
    if (imported?.type === 'chunk') filesOf(bundle, imported, isLate, files)
  }
  return files
}

const chunksOf = (bundle: Bundle): Chunk[] => Object.values(bundle).filter((file) => file.type === 'chunk')

const chunkWith = (bundle: Bundle, module: string): Chunk | undefined =>
  chunksOf(bundle).find(({ moduleIds }) => moduleIds.includes(module))

/** The chunk of each area of words that loads later. */
async function areasOf(bundle: Bundle, language: string): Promise<ReadonlyMap<string, Chunk>> {
  const path = join(WORDS, language, 'dashboard/dashboard.ts')
  const loaders = [...(await readFile(path, 'utf8')).matchAll(LOADER)]
  return new Map(
    loaders.flatMap(([, area = '', file = '']) => {
      const chunk = chunkWith(bundle, join(dirname(path), file))
      return chunk ? [[area, chunk] as const] : []
    }),
  )
}

interface ScreenSize {
  /** The name of the screen's component; `first` for the first screen, `charts` for the chart library. */
  readonly name: string
  readonly language: string
  readonly requests: number
  /** Compressed. */
  readonly bytes: number
}

/** The size of the first screen, of the chart library, and of each screen and part that loads later, in each language. */
async function screenSizes(folder: string, bundle: Bundle): Promise<readonly ScreenSize[]> {
  const sizes = new Map(
    await Promise.all(
      Object.keys(bundle).map(async (name) => {
        const path = join(folder, name)
        const written = await stat(`${path}.br`).catch(() => stat(path))
        return [name, written.size] as const
      }),
    ),
  )
  const sized = (name: string, language: string, files: Iterable<string>): ScreenSize => {
    const all = [...files]
    return { name, language, requests: all.length, bytes: all.reduce((sum, file) => sum + (sizes.get(file) ?? 0), 0) }
  }
  const entry = chunksOf(bundle).find(({ isEntry }) => isEntry)
  if (!entry) throw new Error('the build has no entry')
  const screens: ScreenSize[] = []
  for (const language of LANGUAGES) {
    const words = chunkWith(bundle, join(WORDS, language, 'dashboard/dashboard.ts'))
    if (!words) throw new Error(`the build has no words in ${language}`)
    const first = filesOf(bundle, words, false, filesOf(bundle, entry, false, new Set(['index.html'])))
    const charts = chunkWith(bundle, CHARTS)
    if (!charts) throw new Error('the build has no file for charts')
    const before = filesOf(bundle, charts, false, new Set(first))
    screens.push(sized('first', language, first))
    screens.push(
      sized(
        'charts',
        language,
        [...before].filter((file) => !first.has(file)),
      ),
    )
    const areas = await areasOf(bundle, language)
    for (const [name, needed] of Object.entries(PAGE_WORDS)) {
      const page = chunksOf(bundle).find((chunk) => chunk.isDynamicEntry && chunk.exports.includes(name))
      if (!page) throw new Error(`the build has no file for ${name}`)
      const files = filesOf(bundle, page, true, new Set(before))
      for (const area of needed) {
        const chunk = areas.get(area)
        if (!chunk) throw new Error(`the build has no words for ${area}`)
        filesOf(bundle, chunk, false, files)
      }
      screens.push(
        sized(
          name,
          language,
          [...files].filter((file) => !before.has(file)),
        ),
      )
    }
  }
  return screens
}

const LIMITS: Readonly<Record<string, { readonly screen: string; readonly limit: number }>> = {
  first: { screen: 'the first screen', limit: FIRST_BYTES },
  charts: { screen: 'the chart library', limit: CHARTS_BYTES },
}

/** The screens that are too large, a sentence each. */
function tooLarge(screens: readonly ScreenSize[]): readonly string[] {
  return screens.flatMap(({ name, language, requests, bytes }) => {
    const { screen, limit } = LIMITS[name] ?? { screen: name, limit: LATER_BYTES }
    return [
      ...(bytes > limit ? [`${screen} (${language}) loads ${bytes} bytes, more than ${limit}`] : []),
      ...(name === 'first' && requests > FIRST_REQUESTS
        ? [`${screen} (${language}) needs ${requests} requests, more than ${FIRST_REQUESTS}`]
        : []),
    ]
  })
}

/** Ends the build with an error if a screen is too large, once its files are compressed. */
export const limitedScreens = (): Plugin => ({
  name: 'limited-screens',
  apply: 'build',
  writeBundle: {
    order: 'post',
    sequential: true,
    async handler({ dir }, bundle) {
      const faults = tooLarge(await screenSizes(dir ?? '', bundle))
      if (faults.length > 0) this.error(faults.join('\n'))
    },
  },
})
