import ui from '../components/components.module.css'
import { Panel } from '../components/panel.tsx'

interface NothingYetProps {
  readonly title: string
  readonly text: string
  /** The address of the public page where people write. */
  readonly address: string
}

/** Shows an empty inbox and the address at which people write to it. */
export const NothingYet = ({ title, text, address }: NothingYetProps) => (
  <Panel title={title}>
    <p className={ui.soft}>
      {text}{' '}
      <a href={address} translate="no">
        {address}
      </a>
    </p>
  </Panel>
)
