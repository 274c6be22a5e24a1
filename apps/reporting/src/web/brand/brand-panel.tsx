import { useQuery } from '@tanstack/react-query'
import { trpc } from '../api.ts'
import ui from '../components/components.module.css'
import { ErrorNote } from '../components/note.tsx'
import { Panel } from '../components/panel.tsx'
import { useLanguage } from '../language.tsx'
import { ColorForm } from './color-form.tsx'
import { LogoForm } from './logo-form.tsx'

/** The logo and color of letters and travelers' pages. Only officers change them. */
export function BrandPanel() {
  const text = useLanguage().words.reporting.people.brand
  const brand = useQuery(trpc.brand.get.queryOptions())
  if (brand.error) return <ErrorNote error={brand.error} />
  if (!brand.data) return null
  return (
    <Panel title={text.title}>
      <div className={ui.stack}>
        <p className={ui.soft}>{text.lead}</p>
        <LogoForm logo={brand.data.logo} />
        <ColorForm key={brand.data.color} saved={brand.data.color} logo={brand.data.logo} />
      </div>
    </Panel>
  )
}
