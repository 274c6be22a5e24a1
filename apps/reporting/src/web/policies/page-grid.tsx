import { languageName } from '@wayproof/messages/language-name'
import { Fragment, useState } from 'react'
import type { PolicyPage } from '../api.ts'
import { ChartActions } from '../chart-panel/chart-actions.tsx'
import { ColumnHeads } from '../components/column-heads.tsx'
import { LinkButton } from '../components/link-button.tsx'
import { Panel } from '../components/panel.tsx'
import { Verbatim } from '../components/verbatim.tsx'
import { WideTable } from '../components/wide-table.tsx'
import { useLanguage } from '../language.tsx'
import type { CellPlace } from './cell-place.ts'
import { GridCell } from './grid-cell.tsx'
import { groupPages, languagesOf } from './page-groups.ts'
import { pageRows } from './page-rows.ts'
import styles from './policies.module.css'

interface PageGridProps {
  readonly pages: readonly PolicyPage[]
  readonly selected: CellPlace | null
  readonly onSelect: (cell: CellPlace) => void
}

/** Shows every surface in every language; a cell opens beside the grid. */
export function PageGrid({ pages, selected, onSelect }: PageGridProps) {
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
