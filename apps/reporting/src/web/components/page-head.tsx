import { Children, type ReactNode, use, useEffect } from 'react'
import { createPortal } from 'react-dom'
import { useLanguage } from '../language.tsx'
import trailStyles from '../trail/trail.module.css'
import { TrailSlot } from '../trail/trail-slot.ts'
import styles from './components.module.css'
import { Verbatim } from './verbatim.tsx'

interface PageHeadProps {
  /** The sentence that sums up the page. */
  readonly title: string
  /** The part of the title that a person wrote, which is not translated. */
  readonly verbatim?: string
  readonly lead?: ReactNode
  readonly breadcrumb?: ReactNode
  /** Links to the pages between the menu and this page, then this page's short name. */
  readonly trail?: readonly ReactNode[]
  readonly children?: ReactNode
}

/** Shows the page's title and makes it the window's title too. */
export function PageHead({ title, verbatim, lead, breadcrumb, trail = [], children }: PageHeadProps) {
  const { words } = useLanguage()
  useEffect(() => {
    document.title = `${title} · ${words.reporting.shell.brand}`
  }, [title, words])
  return (
    <header className={styles.head}>
      <div className={styles.headText}>
        <PageTrail trail={trail} />
        {breadcrumb}
        <h1 className={styles.title}>{verbatim ? withVerbatim(title, verbatim) : title}</h1>
        {lead ? <p className={styles.lead}>{lead}</p> : null}
      </div>
      {children}
    </header>
  )
}

function withVerbatim(title: string, verbatim: string): ReactNode {
  const at = title.indexOf(verbatim)
  return (
    <>
      {title.slice(0, at)}
      <Verbatim>{verbatim}</Verbatim>
      {title.slice(at + verbatim.length)}
    </>
  )
}

/** Draws the crumbs of a page into the bar above it: links to the pages above, then the page's own name. */
function PageTrail({ trail }: { readonly trail: readonly ReactNode[] }) {
  const slot = use(TrailSlot)
  if (!slot) return null
  return createPortal(
    Children.map(trail, (crumb) => (
      <>
        <span aria-hidden="true" className={trailStyles.arrow}>
          ›
        </span>
        <span className={trailStyles.crumb}>{crumb}</span>
      </>
    )),
    slot,
  )
}
