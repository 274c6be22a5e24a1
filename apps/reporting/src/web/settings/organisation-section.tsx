import type { OrganisationSettings } from '../api.ts'
import { BrandPanel } from '../brand/brand-panel.tsx'
import { Facts } from '../components/facts.tsx'
import { Panel } from '../components/panel.tsx'
import { useLanguage } from '../language.tsx'
import { useMe } from '../me.ts'
import { ProgrammeStartPanel } from '../programme/programme-start-panel.tsx'
import { OrganisationForm } from './organisation-form.tsx'

/** Name, contact, logo, color and first day: officers edit them, others read them. */
export function OrganisationSection({ settings }: { readonly settings: OrganisationSettings | null }) {
  const { shell, people } = useLanguage().words.reporting
  const text = people.settings
  const role = useMe().user?.role
  if (role === 'officer') {
    return (
      <>
        <OrganisationForm saved={settings} />
        {settings ? (
          <>
            <BrandPanel />
            <ProgrammeStartPanel start={settings.programmeStart} isOfficer />
          </>
        ) : null}
      </>
    )
  }
  if (!settings) return null
  return (
    <>
      <Panel title={text.title}>
        <Facts
          facts={[
            [text.nameZh, settings.nameZh || shell.none],
            [text.nameEn, settings.nameEn || shell.none],
            [text.contact, settings.contactEmail],
            [text.start, settings.programmeStart],
            [text.baseline, settings.baselineYear === null ? shell.none : String(settings.baselineYear)],
          ]}
        />
      </Panel>
      {role === 'administrator' ? null : <ProgrammeStartPanel start={settings.programmeStart} isOfficer={false} />}
    </>
  )
}
