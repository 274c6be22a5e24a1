import surface from '../components/components.module.css'
import { Panel } from '../components/panel.tsx'

interface NothingYetProps {
  readonly title: string
  readonly text: string
  /** The public page where people write. */
  readonly address: string
}

/** An inbox before anyone has written, with the way to it. */
export const NothingYet = ({ title, text, address }: NothingYetProps) => (
  <Panel title={title}>
    <p className={surface.soft}>
      {text}{' '}
      <a href={address} translate="no">
        {address}
      </a>
    </p>
  </Panel>
)
