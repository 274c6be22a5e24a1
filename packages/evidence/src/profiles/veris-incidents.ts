import { type ImportProfile, plainProfile } from '../import/profile.ts'

/**
 * Incidents in the vocabulary of VERIS (veriscommunity.net), one row an incident. It dates the incident in parts and knows
 * no confirmation. An incident whose victim has no name goes by its id.
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
