import type { PolicyPage } from '../api.ts'

/** A surface and its page in each language that it must offer. */
export interface SurfaceRow {
  readonly surfaceId: string
  readonly surface: string
  readonly kind: PolicyPage['kind']
  readonly pages: ReadonlyMap<string, PolicyPage>
}

export interface SurfaceGroup {
  readonly side: 'own' | 'travel-platforms'
  readonly rows: readonly SurfaceRow[]
}

/** Languages in the order of how many surfaces offer them, then by tag. */
export function languagesOf(pages: readonly PolicyPage[]): readonly string[] {
  const counts = new Map<string, number>()
  for (const { language } of pages) counts.set(language, (counts.get(language) ?? 0) + 1)
  return [...counts].toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([language]) => language)
}

/** Groups the pages by surface: the company's own ones first, then those on travel platforms. */
export function groupPages(pages: readonly PolicyPage[]): readonly SurfaceGroup[] {
  const rows = [...Map.groupBy(pages, ({ surfaceId }) => surfaceId).values()].flatMap((ofSurface) => {
    const [first] = ofSurface
    if (!first) return []
    const { surfaceId, surface, kind } = first
    return [{ surfaceId, surface, kind, pages: new Map(ofSurface.map((page) => [page.language, page])) }]
  })
  const isHosted = ({ kind }: SurfaceRow) => kind === 'ota-page'
  const groups: readonly SurfaceGroup[] = [
    { side: 'own', rows: rows.filter((row) => !isHosted(row)) },
    { side: 'travel-platforms', rows: rows.filter(isHosted) },
  ]
  return groups.filter((group) => group.rows.length > 0)
}
