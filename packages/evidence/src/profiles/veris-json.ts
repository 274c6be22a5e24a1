import type { ImportProfile } from '../import/profile.ts'
import { verisIncidents } from './veris-incidents.ts'

/**
 * Paths in a VERIS document of the flat names. A new incident field needs a line in `verisIncidents` and one here;
 * other names are looked up as flat names.
 */
const VERIS_PATHS: Readonly<Record<string, string>> = {
  incident_id: 'incident_id',
  victim: 'victim.victim_id',
  country: 'victim.country',
  year: 'timeline.incident.year',
  month: 'timeline.incident.month',
  day: 'timeline.incident.day',
  action: 'action',
  actor: 'actor',
  discovery: 'discovery_method',
  security_incident: 'security_incident',
  data_disclosure: 'attribute.confidentiality.data_disclosure',
  data_total: 'attribute.confidentiality.data_total',
  data_victim: 'attribute.confidentiality.data_victim',
  data: 'attribute.confidentiality.data.variety',
}

/** Flat name of a path, as used by flat JSON exports. */
export const flatName = (path: string): string =>
  Object.entries(VERIS_PATHS).find(([, each]) => each === path)?.[0] ?? path

const pathOf = (column: string): string => VERIS_PATHS[column] ?? column

/** The rules of `verisIncidents`, with document paths as column names. */
export const verisJson: ImportProfile = {
  ...verisIncidents,
  columns: mapped(verisIncidents.columns, (columns) =>
    typeof columns === 'string' ? pathOf(columns) : columns.map(pathOf),
  ),
  dateParts: mapped(verisIncidents.dateParts ?? {}, ({ year, month, day }) => ({
    year: pathOf(year),
    ...(month && { month: pathOf(month) }),
    ...(day && { day: pathOf(day) }),
  })),
  namedItems: mapped(verisIncidents.namedItems ?? {}, (namedItem) => ({
    ...namedItem,
    column: pathOf(namedItem.column),
  })),
}

function mapped<T, U>(of: Readonly<Record<string, T>>, to: (each: T) => U): Readonly<Record<string, U>> {
  return Object.fromEntries(Object.entries(of).map(([name, each]) => [name, to(each)]))
}
