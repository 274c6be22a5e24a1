import type { ReactNode } from 'react'
import ui from '../components/components.module.css'
import { Panel } from '../components/panel.tsx'

interface NothingYetProps {
  readonly title: string
  readonly text: string
  /** The address of the public page where people write. */
  readonly address: string
  readonly link: string
  /** A further way to begin. */
  readonly children?: ReactNode
}

/** Says how an empty inbox fills, with the public page and the other ways to begin. */
export const NothingYet = ({ title, text, address, link, children }: NothingYetProps) => (
  <Panel title={title}>
    <p className={ui.soft}>{text}</p>
    <div className={ui.links}>
      <a href={address}>{link}</a>
      {children}
    </div>
  </Panel>
)
