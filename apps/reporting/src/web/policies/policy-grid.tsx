import type { ReactNode } from 'react'
import type { PolicyPage } from '../api.ts'
import { useMe } from '../me.ts'
import { CellPanel } from './cell-panel.tsx'
import type { CellPlace } from './cell-place.ts'
import { PageGrid } from './page-grid.tsx'
import styles from './policies.module.css'

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
