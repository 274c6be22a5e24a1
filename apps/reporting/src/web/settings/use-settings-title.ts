import { useQuery } from '@tanstack/react-query'
import { organisationName } from '@wayproof/kernel/people/organisation-name'
import { type OrganisationSettings, trpc } from '../api.ts'
import { useLanguage } from '../language.tsx'
import { useMe } from '../me.ts'
import { useOrganisationDays } from '../organisation-day.ts'
import type { SettingsSection } from './settings-sections.ts'

/** The sentence of a section: what is set now. Until it is known, the section's name. */
export function useSettingsTitle(section: SettingsSection, settings: OrganisationSettings | null): string {
  const { locale, words } = useLanguage()
  const { account, people, programme: programmeWords } = words.reporting
  const { titles, sections } = account.settings
  const isOfficer = useMe().user?.role === 'officer'
  const { dayOf } = useOrganisationDays()
  const isSurvey = section === 'survey' || section === 'checklist'
  const programme = useQuery({ ...trpc.programme.get.queryOptions(), enabled: isSurvey }).data
  const editions = useQuery({ ...trpc.edition.settings.queryOptions(), enabled: section === 'summary' }).data
  const mail = useQuery({ ...trpc.programme.mail.queryOptions(), enabled: section === 'email' }).data
  const keys = useQuery({ ...trpc.apiKey.list.queryOptions(), enabled: section === 'api-keys' }).data
  const backups = useQuery({ ...trpc.backup.state.queryOptions(), enabled: section === 'backups' }).data
  const rules = useQuery({
    ...trpc.secondFactor.rules.queryOptions(),
    enabled: section === 'security' && isOfficer,
  }).data
  if (!settings) return isOfficer ? people.settings.first : people.settings.none
  const sentences: Record<SettingsSection, string | undefined> = {
    organization: organisationName(settings, locale),
    survey: programme && titles.survey(programme.programme.runs),
    checklist: programme && titles.checklist(programme.lacking.length),
    summary: editions && titles.summary(editions.workingDays),
    email: mail && programmeWords.mail[mail.proven ?? 'none'],
    'api-keys': keys && titles.keys(keys.filter(({ revokedAt }) => revokedAt === null).length),
    backups: backups && titles.backups(backups.backedUpAt === null ? null : dayOf(backups.backedUpAt)),
    security: rules && titles.security(rules.roles.length),
  }
  return sentences[section] ?? sections[section]
}
