import { csv } from '@wayproof/evidence/import/csv/csv'
import { type MouseEvent, useState } from 'react'
import { CopyButton } from '../components/copy-button.tsx'
import { LinkButton } from '../components/link-button.tsx'
import { useLanguage } from '../language.tsx'

interface ChartActionsProps {
  /** Name of the saved files. */
  readonly title: string
  /** The table behind the chart, with its headings. */
  readonly rows: readonly (readonly string[])[]
}

/** Copies the values of a chart, or saves them as CSV or its panel as a picture. */
export function ChartActions({ title, rows }: ChartActionsProps) {
  const text = useLanguage().words.reporting.goal.trend
  const [hasFailed, setHasFailed] = useState(false)
  const saveRows = () => saveFile(`${title}.csv`, new Blob([csv(rows)], { type: 'text/csv;charset=utf-8' }))
  const savePicture = async ({ currentTarget }: MouseEvent<HTMLElement>) => {
    const panel = currentTarget.closest('section')
    const { panelPicture } = await import('./panel-picture.ts')
    const picture = panel && (await panelPicture(panel).catch(() => null))
    setHasFailed(!picture)
    if (picture) saveFile(`${title}.png`, picture)
  }
  return (
    <>
      <CopyButton rows={rows} />
      <LinkButton onClick={saveRows}>{text.csv}</LinkButton>
      <LinkButton onClick={(event) => void savePicture(event)}>
        <span aria-live="polite">{hasFailed ? text.noPicture : text.picture}</span>
      </LinkButton>
    </>
  )
}

/** Saves a file that the page made itself, under a name without characters that file systems refuse. */
function saveFile(name: string, file: Blob): void {
  const address = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = address
  link.download = name.replaceAll(/[\\/:*?"<>|]+/g, ' ')
  link.click()
  // The click has opened the file; the address is no longer needed.
  URL.revokeObjectURL(address)
}
