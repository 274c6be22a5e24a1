import type { Locale } from '@wayproof/kernel/people/locale'
import { briefDay, day } from '@wayproof/messages/date-format'
import type { Messages } from '@wayproof/messages/en'
import { languageName } from '@wayproof/messages/language-name'
import { Fragment, type ReactNode, useState } from 'react'
import type { PolicyPage } from '../api.ts'
import { ChartActions } from '../chart-panel/chart-actions.tsx'
import { ColumnHeads } from '../components/column-heads.tsx'
import { LinkButton } from '../components/link-button.tsx'
import { Panel } from '../components/panel.tsx'
import { Verbatim } from '../components/verbatim.tsx'
import { WideTable } from '../components/wide-table.tsx'
import { StatusShape } from '../glyphs/status-shape.tsx'
import { useLanguage } from '../language.tsx'
import { useMe } from '../me.ts'
import { CellPanel, PAGE_SHAPE } from './cell-panel.tsx'
import styles from './policies.module.css'

/** Names a cell of the grid by surface and language, as in the address. */
interface CellPlace {
  readonly surface: string
  readonly language: string
}

interface PolicyGridProps {
  readonly pages: readonly PolicyPage[]
  readonly expected: string | null
  readonly selected: CellPlace | null
  readonly onSelect: (cell: CellPlace | null) => void
  /** Stands beside the grid while no cell is open. */
  readonly children?: ReactNode
}

/** The grid of surfaces and languages with the selected cell beside it. */
export function PolicyGrid({ pages, expected, selected, onSelect, children }: PolicyGridProps) {
  const { user } = useMe()
  const page = pages.find(
    ({ surfaceId, language }) => surfaceId === selected?.surface && language === selected.language,
  )
  return (
    <div className={styles.beside}>
      <PageGrid pages={pages} selected={selected} onSelect={onSelect} />
      {page ? (
        <CellPanel
          key={`${page.surfaceId} ${page.language}`}
          page={page}
          expected={expected}
          isOfficer={user?.role === 'officer'}
          onClose={() => onSelect(null)}
        />
      ) : (
        <div className={styles.aside}>{children}</div>
      )}
    </div>
  )
}

interface PageGridProps {
  readonly pages: readonly PolicyPage[]
  readonly selected: CellPlace | null
  readonly onSelect: (cell: CellPlace) => void
}

/** Shows every surface in every language; a cell opens beside the grid. */
function PageGrid({ pages, selected, onSelect }: PageGridProps) {
  const language = useLanguage()
  const { locale, words } = language
  const text = words.reporting.policies
  const [isOnlyOpen, setIsOnlyOpen] = useState(false)
  const openSurfaces = new Set(pages.flatMap(({ status, surfaceId }) => (status === 'in-order' ? [] : [surfaceId])))
  const shownPages = isOnlyOpen ? pages.filter(({ surfaceId }) => openSurfaces.has(surfaceId)) : pages
  const languages = languagesOf(pages)
  const nameOf = (tag: string) => languageName(tag, locale)
  const hasClosed = pages.some(({ surfaceId }) => !openSurfaces.has(surfaceId))
  return (
    <Panel
      title={text.pages}
      actions={
        <>
          {openSurfaces.size > 0 && hasClosed ? (
            <LinkButton aria-pressed={isOnlyOpen} onClick={() => setIsOnlyOpen(!isOnlyOpen)}>
              {isOnlyOpen ? text.everyPlatform : text.onlyOpen(openSurfaces.size)}
            </LinkButton>
          ) : null}
          {openSurfaces.size > 0 && hasClosed ? <span className={styles.dot}>·</span> : null}
          <ChartActions title={text.pages} rows={pageRows(shownPages, language)} />
        </>
      }
    >
      <WideTable caption={text.pages} isStacked>
        <ColumnHeads columns={[text.columns.surface, ...languages.map(nameOf)]} />
        <tbody className={styles.grid}>
          {groupPages(shownPages).map(({ side, rows }) => (
            <Fragment key={side}>
              <tr className={styles.group}>
                <th scope="colgroup" colSpan={languages.length + 1}>
                  {text.sides[side](rows.length)}
                </th>
              </tr>
              {rows.map(({ surfaceId, surface, kind, pages: ofSurface }) => (
                <tr key={surfaceId}>
                  <th scope="row">
                    <Verbatim>{surface}</Verbatim>
                    <span className={styles.below}>{text.kinds[kind]}</span>
                  </th>
                  {languages.map((tag) => (
                    <GridCell
                      key={tag}
                      page={ofSurface.get(tag)}
                      languageName={nameOf(tag)}
                      isSelected={selected?.surface === surfaceId && selected.language === tag}
                      onSelect={() => onSelect({ surface: surfaceId, language: tag })}
                    />
                  ))}
                </tr>
              ))}
            </Fragment>
          ))}
        </tbody>
      </WideTable>
    </Panel>
  )
}

/** Writes the grid as rows for a spreadsheet, with a line for each page. */
function pageRows(
  pages: readonly PolicyPage[],
  { locale, words }: { readonly locale: Locale; readonly words: Messages },
): readonly (readonly string[])[] {
  const { columns, statuses, seen, seenOther } = words.reporting.policies
  const lookText = ({ look }: PolicyPage) => {
    if (!look) return ''
    const on = day(look.checkedOn, locale)
    return look.version === null ? seenOther(on) : seen(look.version, on)
  }
  return [
    [columns.surface, columns.language, columns.state, columns.version],
    ...pages.map((page) => [page.surface, languageName(page.language, locale), statuses[page.status], lookText(page)]),
  ]
}

interface GridCellProps {
  /** Undefined if the surface need not offer the language. */
  readonly page: PolicyPage | undefined
  readonly languageName: string
  readonly isSelected: boolean
  readonly onSelect: () => void
}

/** Shows the state of one page by shape and word, with the version it last showed and the day. */
function GridCell({ page, languageName, isSelected, onSelect }: GridCellProps) {
  const { locale, words } = useLanguage()
  const text = words.reporting.policies
  if (!page)
    return (
      <td className={styles.quiet} data-label={languageName}>
        {text.notOffered}
      </td>
    )
  const { status, look, waiting } = page
  const state = text.statuses[status]
  return (
    <td className={styles.cellFrame} data-label={languageName}>
      <button
        type="button"
        className={styles.cell}
        data-status={status === 'in-order' ? undefined : status}
        aria-pressed={isSelected}
        onClick={onSelect}
      >
        <span aria-hidden="true">
          <StatusShape shape={PAGE_SHAPE[status]} label={state} size={18} />
        </span>
        <span>
          {state}
          <span className={styles.below}>
            {waiting
              ? text.waiting
              : look
                ? text.cellLook(look.version, briefDay(look.checkedOn, locale))
                : text.neverChecked}
          </span>
        </span>
      </button>
    </td>
  )
}

/** A surface and its page in each language that it must offer. */
interface SurfaceRow {
  readonly surfaceId: string
  readonly surface: string
  readonly kind: PolicyPage['kind']
  readonly pages: ReadonlyMap<string, PolicyPage>
}

interface SurfaceGroup {
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
