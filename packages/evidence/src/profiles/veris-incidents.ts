import { type ImportProfile, plainProfile } from '../import/profile.ts'

/**
 * Profile for incidents in the VERIS vocabulary (veriscommunity.net), one row per incident. VERIS dates the incident in
 * parts and has no confirmation date. An incident whose victim has no name uses its id.
 */
export const verisIncidents: ImportProfile = {
  ...plainProfile,
  columns: {
    id: 'incident_id',
    title: ['victim', 'incident_id'],
    disclosure: 'data_disclosure',
    state: 'data_disclosure',
    records: 'data_total',
    recordsTo: 'data_total',
  },
  dateParts: { occurred: { year: 'year', month: 'month', day: 'day' } },
  namedItems: { customerData: { column: 'data_victim', separator: '|', item: 'Customer' } },
  values: {
    disclosure: {
      of: { Yes: 'yes', Potentially: 'potentially', No: 'no', Unknown: 'unknown', '': 'unknown' },
    },
    state: {
      of: { Yes: 'confirmed', Potentially: 'suspected', No: 'rejected', Unknown: 'rejected', '': 'rejected' },
    },
  },
}
